/** The one interface behind which Chromium and Firefox look the same to the tests. */
import type { Frame, Page } from 'puppeteer-core';
import type { MessageName, Messages, ServerState } from '../../extension/src/shared/messages';
import type { OwnPage } from './own-page';
import type { BrowserName } from './programs';

/** What the person set in the browser. */
export interface Look {
  language: 'en' | 'fr';
  dark: boolean;
  /** Every host name leads to this computer, and its certificates are taken as they come: for pages under real names. */
  everyHostIsHere?: boolean;
  /** Pages see microseconds, for benchmarks: Firefox otherwise tells them the time to the millisecond. */
  fineClock?: boolean;
  /** Parent folder of another build of the extension. */
  extension?: string;
  /** Environment variables that differ from those of the tests. */
  environment?: Record<string, string>;
  /** Where the browser keeps everything, and leaves it when it is closed; otherwise a folder that goes with it. */
  profile?: string;
  /** Port on 127.0.0.1 of the proxy that everything passes through, requests to this computer too. */
  proxyPort?: number;
}

/** Pixels of every tab. */
export const VIEWPORT = { width: 900, height: 950 };

export interface Driver {
  readonly name: BrowserName;
  /** Id of the browser's first process. */
  readonly pid: number;
  /** Opens a web page in a new tab in front. */
  open(url: string): Promise<Page>;
  /** Evaluates an expression in the extension's options page; the answer must be plain data. */
  inExtension<T>(expression: string): Promise<T>;
  /**
   * Runs `read` in the page's world on each closed shadow root of a frame. No page can reach those, so they are all ours.
   * `read` must not use anything from outside itself; its answer must be plain data.
   */
  inClosedRoots<T>(frame: Frame, read: (root: ShadowRoot) => T): Promise<T[]>;
  /** The extension's page with this address ("options.html#marks"), whoever opened it; waits until it is loaded. */
  ownPage(address: string): Promise<OwnPage>;
  /** Has every page, of now and to come, believe that the person prefers dark, or light. */
  prefersDark(isDark: boolean): Promise<void>;
  /** Ends the extension's background, as the browser does when it has been idle; it starts again when it is needed. */
  stopBackground(): Promise<void>;
  /** All that stands in the consoles of this tab and of the extension's background, whatever its level. */
  consoles(page: Page): Promise<string>;
  close(): Promise<void>;
}

/** Sends one message of the extension's own protocol, as its pages do. */
export async function send<N extends MessageName>(
  driver: Driver,
  name: N,
  request: Messages[N]['request'],
): Promise<Messages[N]['response']> {
  const message = JSON.stringify({ name, request });
  return driver.inExtension(`(globalThis.browser ?? chrome).runtime.sendMessage(${message})`);
}

export interface Toolbar {
  state: ServerState;
  findings: number;
  title: string;
  badge: string;
}

/** What the toolbar icon and the popup say for the tab that shows `url`. */
export async function toolbar(driver: Driver, url: string): Promise<Toolbar> {
  return driver.inExtension(`(async () => {
    const { action, runtime, tabs } = globalThis.browser ?? chrome;
    const { id: tabId } = (await tabs.query({})).find((tab) => tab.url === ${JSON.stringify(url)});
    const { state, findings } = await runtime.sendMessage({ name: 'status', request: { tabId } });
    return { state, findings, title: await action.getTitle({ tabId }), badge: await action.getBadgeText({ tabId }) };
  })()`);
}
