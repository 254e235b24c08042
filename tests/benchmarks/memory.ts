/** What a page and its browser hold after everything that can be thrown away was. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { BrowserName } from '../browser/programs';
import { browserPid, processOf } from './main-thread';
import { memoryMb, processesUnder } from './processes';

export interface Memory {
  /** JavaScript objects of page and content script, in megabytes; null where the browser does not tell (Firefox). */
  readonly heapMb: number | null;
  /** DOM nodes, attached or not; null likewise. */
  readonly nodes: number | null;
  /** The page's process, in megabytes. */
  readonly pageMb: number;
  /** All processes of the browser, in megabytes. */
  readonly browserMb: number;
}

export async function measureMemory(name: BrowserName, page: Page): Promise<Memory> {
  const heap = name === 'chromium' ? await chromiumHeap(page) : await minimizeFirefox(page.browser());
  const pids = processesUnder(browserPid(page));
  return { ...heap, pageMb: memoryMb([await processOf(page)]), browserMb: memoryMb(pids) };
}

async function chromiumHeap(page: Page): Promise<Pick<Memory, 'heapMb' | 'nodes'>> {
  const session = await page.createCDPSession();
  // Looking for the card made the browser's own tools hold nodes.
  await (page as unknown as { _client(): CDPSession })._client().send('DOM.disable');
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const value = await metricsOf(session);
  await session.detach();
  return { heapMb: value('JSHeapUsedSize') / 2 ** 20, nodes: value('Nodes') };
}

async function metricsOf(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
}

/** What "Minimize memory usage" of about:memory asks of every process. */
const MINIMIZE = `new Promise((done) => {
  for (let time = 0; time < 3; time += 1) Services.obs.notifyObservers(null, 'child-mmu-request');
  Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager).minimizeMemoryUsage(() => setTimeout(done, 2_000));
})`;

interface Connection {
  send(method: string, parameters: object): Promise<{ result: { contexts: { context: string }[] } }>;
}

async function minimizeFirefox(browser: Browser): Promise<Pick<Memory, 'heapMb' | 'nodes'>> {
  const { connection } = browser as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: result.contexts[0]!.context };
  await connection.send('script.evaluate', { expression: MINIMIZE, target, awaitPromise: true });
  return { heapMb: null, nodes: null };
}
