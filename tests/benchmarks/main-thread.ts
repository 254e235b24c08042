/**
 * How long the main thread of a page is busy. Two clocks: `cpu` asks the kernel how long the thread computed, which
 * other programs on the machine hardly disturb; `ping` counts, inside the page, the time in which a loop of messages
 * did not come round, as a person would feel it. Content scripts run on the page's main thread: both clocks see them.
 */
import type { Page } from 'puppeteer-core';
import { mainThreadMs, processesUnder } from './processes';

export type ClockName = 'cpu' | 'ping';

export interface Clock {
  /** Milliseconds the main thread has been busy since some moment. */
  busyMs(): Promise<number>;
}

export const startClock = (name: ClockName, page: Page): Promise<Clock> => (name === 'cpu' ? cpuClock(page) : pingClock(page));

async function cpuClock(page: Page): Promise<Clock> {
  const pid = await processOf(page);
  return { busyMs: () => Promise.resolve(mainThreadMs(pid)) };
}

/** The process that computes when the page does. */
export async function processOf(page: Page): Promise<number> {
  const pids = processesUnder(browserPid(page));
  const before = pids.map(mainThreadMs);
  await page.evaluate(() => {
    for (const end = performance.now() + 300; performance.now() < end; );
  });
  const spent = pids.map((pid, index) => mainThreadMs(pid) - before[index]!);
  return pids[spent.indexOf(Math.max(...spent))]!;
}

export function browserPid(page: Page): number {
  const pid = page.browser().process()?.pid;
  if (pid === undefined) throw new Error('The browser has no process of its own');
  return pid;
}

/** Shorter gaps are the loop's own. In milliseconds; finer than Firefox's default clock, which `Look.fineClock` changes. */
const SHORTEST_GAP_MS = 0.2;

async function pingClock(page: Page): Promise<Clock> {
  await page.evaluate(startPinging, SHORTEST_GAP_MS);
  return { busyMs: () => page.evaluate(() => (window as unknown as { busyMs: number }).busyMs) };
}

/** Runs in the page. */
function startPinging(shortestMs: number): void {
  const world = window as unknown as { busyMs: number };
  world.busyMs = 0;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    if (now - last > shortestMs) world.busyMs += now - last;
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
}
