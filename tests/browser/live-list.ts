/** What popup and side panel are told about a tab, asked for as they do it. */
import type { LiveList } from '../../extension/src/shared/live-list';
import type { Driver } from './driver';

/** Milliseconds for every frame's first answer; asking again is the caller's matter. */
const ANSWERS_WITHIN_MS = 300;

/** The lists of the frames that have a composer. */
export function liveLists(driver: Driver, url: string): Promise<LiveList[]> {
  return driver.inExtension(`(async () => {
    const { tabs } = globalThis.browser ?? chrome;
    const tab = (await tabs.query({})).find(({ url }) => url === ${JSON.stringify(url)});
    const port = tabs.connect(tab.id, { name: 'live-list' });
    const lists = new Map();
    await new Promise((done) => {
      port.onMessage.addListener((list) => {
        lists.set(list.frame, list);
        if (list.state === 'checked') done();
      });
      setTimeout(done, ${ANSWERS_WITHIN_MS});
    });
    port.disconnect();
    return [...lists.values()].filter(({ state }) => state !== 'none');
  })()`);
}
