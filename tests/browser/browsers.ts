/** Runs a suite once in one browser: one launch, one page server and one Porte-parole server for all its tests. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { send, type Driver } from './driver';
import { launch } from './launch';
import { servePages, type PageServer } from './page-server';
import { findProgram, variableFor, type BrowserName } from './programs';
import { freePort, Server } from './server';

/** Everything a test needs; filled before the first test of the suite runs. */
export interface Bench {
  driver: Driver;
  pages: PageServer;
  server: Server;
}

/** Declares tests that need this browser. One that is missing is a visible skip here, and a failure in CI. */
export function withBrowser(name: BrowserName, declare: (program: string) => void): void {
  const program = findProgram(name);
  if (program) {
    describe(name, () => declare(program));
    return;
  }
  const message = `${name} is not installed: install it or set ${variableFor(name)}`;
  it.skipIf(!process.env.CI)(message, () => {
    throw new Error(message);
  });
}

/** Declares `suite` for one browser. */
export function inBrowser(name: BrowserName, suite: (bench: Bench) => void): void {
  const bench = {} as Bench;
  withBrowser(name, (program) => {
    beforeAll(async () => {
      bench.pages = await servePages();
      bench.server = new Server(await freePort());
      bench.driver = await launch(name, program, { language: 'en', dark: false });
      await bench.server.start();
      await send(bench.driver, 'addSite', { origin: bench.pages.watched });
    });
    afterAll(async () => {
      await bench.driver?.close();
      await bench.server?.remove();
      await bench.pages?.stop();
    });
    suite(bench);
  });
}
