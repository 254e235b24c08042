/** How often the extension asks the server. */
import type { Browser } from 'puppeteer-core';
import identity from '../../server/porte_parole/identity.json';

/** Chromium only: Firefox does not tell what an add-on's background asks. @returns the number of requests so far. */
export async function countRequests(browser: Browser): Promise<() => number> {
  const isWorker = (kind: string, url: string): boolean => kind === 'service_worker' && url.includes(identity.chrome_id);
  const worker = await browser.waitForTarget((target) => isWorker(target.type(), target.url()));
  const session = await worker.createCDPSession();
  let requests = 0;
  session.on('Network.requestWillBeSent', () => (requests += 1));
  await session.send('Network.enable');
  return () => requests;
}
