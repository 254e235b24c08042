/** Runs code where our content script runs, as an enemy does who has taken the page's process over. */
import type { Driver } from '../../browser/driver';

/**
 * @param url - of the tab.
 * @param attack - must not use anything from outside itself; `browser` is that of a content script.
 */
export function inContentWorld<T>(driver: Driver, url: string, attack: (argument: never) => T | Promise<T>, argument: unknown = null): Promise<T> {
  return driver.inExtension(`(async () => {
    const { scripting, tabs } = globalThis.browser ?? chrome;
    const { id: tabId } = (await tabs.query({})).find((tab) => tab.url === ${JSON.stringify(url)});
    const [{ result }] = await scripting.executeScript({ target: { tabId }, func: ${attack.toString()}, args: [${JSON.stringify(argument)}] });
    return result;
  })()`);
}
