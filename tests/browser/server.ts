/** The real `porte-parole serve`, started and stopped at will on one port, with a home folder of its own. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until';

const COMMAND = fileURLToPath(new URL('../../.venv/bin/porte-parole', import.meta.url));
const RULES = fileURLToPath(new URL('./rules/', import.meta.url));

/** A port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** One installation of Porte-parole: its own key, its own settings, one port. */
export class Server {
  #process: ChildProcess | null = null;

  /**
   * `flags` are added to those of `porte-parole serve` that every test needs; two with the same `home` have the same
   * key and must not run at once.
   */
  constructor(
    readonly port: number,
    readonly flags: readonly string[] = [],
    readonly home = mkdtempSync(join(tmpdir(), 'porte-parole-test-')),
  ) {}

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const ready = this.#readyFile;
    rmSync(ready, { force: true });
    const args = ['serve', '--port', String(this.port), '--rules', RULES, '--no-meaning', '--ready-file', ready, ...this.flags];
    const child = spawn(COMMAND, args, { env: this.environment, stdio: ['ignore', 'ignore', 'inherit'] });
    this.#process = child;
    const state = async (): Promise<string> => {
      if (child.exitCode !== null) return `exit ${child.exitCode}`;
      return existsSync(ready) ? 'ready' : 'starting';
    };
    const reached = await until('the server starts', state, (answer) => answer !== 'starting');
    if (reached !== 'ready') throw new Error(`porte-parole serve ended at once (${reached})`);
  }

  /** The code that `porte-parole pair` prints for a person to paste. */
  pairingCode(): string {
    const printed = this.run(['pair', '--port', String(this.port)]);
    const code = /PP1-[0-9A-Z-]+/.exec(printed)?.[0];
    if (!code) throw new Error('porte-parole pair printed no code');
    return code;
  }

  /** What another command of this installation prints. @throws when it fails. */
  run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): string {
    return execFileSync(COMMAND, args, { env: { ...this.environment, ...environment }, encoding: 'utf8' });
  }

  /** The practice page, with the token it needs; the server must run with `--tools`. */
  practicePage(): string {
    const { tools_token: token } = JSON.parse(readFileSync(this.#readyFile, 'utf8')) as { tools_token: string };
    return `http://127.0.0.1:${this.port}/practice.html#token=${token}`;
  }

  /** Stops it; the port refuses connections afterwards. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends it as a crash does: nothing under way is finished. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Holds every answer back while `use` runs. */
  async frozen(use: () => Promise<void>): Promise<void> {
    this.#process?.kill('SIGSTOP');
    try {
      await use();
    } finally {
      this.#process?.kill('SIGCONT');
    }
  }

  /** Stops it and removes its home. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  get #readyFile(): string {
    return join(this.home, 'ready.json');
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, PORTE_PAROLE_HOME: this.home };
  }
}
