/**
 * What the person paused: a tab until it closes, a site until the browser closes. In `storage.session`, which content
 * scripts cannot read; the background tells them.
 */
import { browser } from '@/shared/browser';
import { isForm, isList, isText, isWhole } from '@/shared/closed-form';
import { createQueue } from './in-turn';

const KEY = 'pauses';
const MOST = 500;
const inTurn = createQueue();

export interface Pauses {
  /** Ids of the browser's tabs. */
  readonly tabs: readonly number[];
  /** Host names, as in the address bar. */
  readonly sites: readonly string[];
}

export async function loadPauses(): Promise<Pauses> {
  const kept: unknown = (await browser.storage.session.get(KEY))[KEY];
  return isPauses(kept) ? kept : { tabs: [], sites: [] };
}

/** @returns what is paused from now on. */
export const pauseTab = (tabId: number, paused: boolean): Promise<Pauses> =>
  change((now) => ({ ...now, tabs: withOrWithout(now.tabs, tabId, paused) }));

/** @returns what is paused from now on. */
export const pauseSite = (host: string, paused: boolean): Promise<Pauses> =>
  change((now) => ({ ...now, sites: withOrWithout(now.sites, host, paused) }));

function change(next: (now: Pauses) => Pauses): Promise<Pauses> {
  return inTurn(async () => {
    const after = next(await loadPauses());
    await browser.storage.session.set({ [KEY]: after });
    return after;
  });
}

// The newest are kept: nobody pauses five hundred things, but the list must not grow with what a browser never closes.
function withOrWithout<T>(list: readonly T[], item: T, wanted: boolean): T[] {
  return [...list.filter((other) => other !== item), ...(wanted ? [item] : [])].slice(-MOST);
}

function isPauses(value: unknown): value is Pauses {
  return isForm(value, { tabs: isList(isWhole(0, Number.MAX_SAFE_INTEGER), MOST), sites: isList(isText(255, 1), MOST) });
}
