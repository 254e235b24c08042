/** How often the extension asks the server. */
import type { Browser } from 'puppeteer-core';
import identity from '../../server/porte_parole/identity.json';
import type { Driver } from '../browser/driver';

/** @returns how many requests there were since the last call, or since counting began. */
export type CountRequests = () => Promise<number>;

export const countRequests = (driver: Driver, browser: Browser): Promise<CountRequests> =>
  driver.name === 'chromium' ? countInChromium(browser) : countInFirefox(driver);

/** The browser tells what the extension's worker asks for; icons and other files of its own are none of it. */
async function countInChromium(browser: Browser): Promise<CountRequests> {
  const isOurs = (url: string): boolean => url.includes(identity.chrome_id);
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker' && isOurs(target.url()));
  const session = await worker.createCDPSession();
  let requests = 0;
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) requests += 1;
  });
  await session.send('Network.enable');
  return () => {
    const since = requests;
    requests = 0;
    return Promise.resolve(since);
  };
}

/** Firefox does not tell: the background page is asked to count. One that fell asleep in between has asked nothing since. */
const COUNTED = `browser.runtime.getBackgroundPage().then((page) => {
  const since = page.requests ?? 0;
  if (page.requests === undefined) {
    const { fetch } = page;
    page.fetch = (...asked) => {
      page.requests += 1;
      return fetch.apply(page, asked);
    };
  }
  page.requests = 0;
  return since;
})`;

async function countInFirefox(driver: Driver): Promise<CountRequests> {
  const since = (): Promise<number> => driver.inExtension<number>(COUNTED);
  await since();
  return since;
}
