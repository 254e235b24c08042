/** The processes of a browser on this machine (Linux): found, put to sleep, and what their command lines say. */
import { readdirSync, readFileSync } from 'node:fs';

/** A process and everything it started. */
export function family(pid: number): number[] {
  const parents = new Map(everyProcess().map((one) => [one, parentOf(one)]));
  const below = (one: number): number[] => [one, ...[...parents].filter(([, parent]) => parent === one).flatMap(([child]) => below(child))];
  return below(pid);
}

/** Stops the family of `pid` for a while, as a suspended computer does. */
export async function asleep(pid: number, forMs: number): Promise<void> {
  const all = family(pid);
  for (const one of all) process.kill(one, 'SIGSTOP');
  await new Promise((done) => setTimeout(done, forMs));
  for (const one of all) process.kill(one, 'SIGCONT');
}

/** Arguments and environment of every process of this machine that may be read. */
export function everyCommandLine(): string {
  return everyProcess()
    .flatMap((pid) => [read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/environ`)])
    .join('\n');
}

const everyProcess = (): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);

/** The fourth field, behind a name that may hold spaces and brackets. */
const parentOf = (pid: number): number => Number(read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ')[1] ?? 0);

/** '' when it has ended in the meantime. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
