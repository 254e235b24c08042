/** Pages of the extension in tabs and windows, read and operated as a person does: the same in both browsers. */
import type { KeyInput } from 'puppeteer-core';
import type { Driver } from './driver';

export interface OwnPage {
  /** The answer must be plain data; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>;
  /** Presses a key, with the modifiers held down. */
  press(key: KeyInput, ...modifiers: KeyInput[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Pixels of the viewport. */
  resize(width: number, height: number): Promise<void>;
  toFront(): Promise<void>;
  /** PNG bytes of the viewport. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a page of the extension in a tab in front; `file` may end with a fragment. */
export async function openInFront(driver: Driver, file: string): Promise<OwnPage> {
  const page = await openBehind(driver, file);
  await page.toFront();
  return page;
}

/**
 * Opens popup or side panel about the tab in front of the window the options stand in. They are drawn by the browser
 * beside that tab, where no automation reaches: here the same page opens behind the tab and moves to a window of its own.
 */
export async function openBeside(driver: Driver, file: 'popup.html' | 'sidepanel.html'): Promise<OwnPage> {
  const page = await openBehind(driver, file);
  await page.evaluate('(globalThis.browser ?? chrome).tabs.getCurrent().then(({ id }) => (globalThis.browser ?? chrome).windows.create({ tabId: id })).then(() => null)');
  return page;
}

let opened = 0;

async function openBehind(driver: Driver, file: string): Promise<OwnPage> {
  const [path, fragment] = file.split('#');
  // Its own number tells it from every other tab with the same page.
  const address = `${path}?${(opened += 1)}${fragment === undefined ? '' : `#${fragment}`}`;
  const wanted = JSON.stringify({ url: `/${address}`, active: false });
  await driver.inExtension(`(globalThis.browser ?? chrome).tabs.create(${wanted}).then(() => null)`);
  return driver.ownPage(address);
}
