/** What the kernel says about the processes of a browser. Linux only: it reads /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** Null when the process or file is gone. */
function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}

/** The fourth field of `stat`; the second one may hold spaces and brackets. */
function parentOf(pid: number): number {
  const stat = read(pid, 'stat') ?? '';
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** A process and everything it started, directly or not. */
export function processesUnder(root: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]));
  const isUnder = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) if (at === root) return true;
    return false;
  };
  return all.filter(isUnder);
}

/** Milliseconds that the process's main thread has computed since it began; waiting for other processes does not count. */
export function mainThreadMs(pid: number): number {
  return Number((read(pid, `task/${pid}/schedstat`) ?? '0').split(' ')[0]) / 1e6;
}

/** Megabytes, memory shared by several processes counted once. */
export function memoryMb(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup') ?? '')?.[1] ?? 0));
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}
