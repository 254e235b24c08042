/** The extension's service worker in Chromium: ended at will, and heard. */
import type { Browser, CDPSession, Target } from 'puppeteer-core';
import { until } from './until';

const workerOf = (browser: Browser, extension: string): Target | undefined =>
  browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(extension));

/** Does nothing while there is none. @param extension - origin and slash. */
export async function stopBackground(browser: Browser, extension: string): Promise<void> {
  const target = workerOf(browser, extension);
  if (!target) return;
  await (await target.worker())?.close();
  await until('the worker is gone', async () => browser.targets().includes(target), (isThere) => !isThere);
}

export async function backgroundSaid(browser: Browser, extension: string): Promise<string> {
  const target = workerOf(browser, extension);
  return target ? said(await target.createCDPSession()) : '';
}

/** Everything a console holds: the browser tells it again to whoever begins to listen. */
export async function said(session: CDPSession): Promise<string> {
  const lines: string[] = [];
  const hear = (event: unknown): unknown => lines.push(JSON.stringify(event));
  session.on('Runtime.consoleAPICalled', hear);
  session.on('Runtime.exceptionThrown', hear);
  session.on('Log.entryAdded', hear);
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  await session.detach();
  return lines.join('\n');
}
