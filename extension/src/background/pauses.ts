/** Joins what the person paused to the tabs it concerns: what their icons say, and what their pages are told. */
import { browser, type Browser } from '@/shared/browser';
import type { Messages, Status } from '@/shared/messages';
import { loadPauses, pauseSite, pauseTab, type Pauses } from '@/shared/storage/pause-store';
import { tell } from './notices';
import { noteGone, noteNewPage, notePaused } from './states';

type Tab = Pick<Browser.tabs.Tab, 'id' | 'url'>;

export async function pause({ tabId, tab, site }: Messages['pause']['request']): Promise<void> {
  const before = await loadPauses();
  const tabs = await browser.tabs.query({});
  const host = hostOf(await tabOf(tabId));
  if (tab !== null) await pauseTab(tabId, tab);
  if (site !== null && host !== null) await pauseSite(host, site);
  const after = await loadPauses();
  const concerned = [true, false].map(async (paused) => {
    const others = tabs.filter((one) => isPaused(one, after) === paused && isPaused(one, before) !== paused);
    const ids = others.flatMap(({ id }) => id ?? []);
    await notePaused(ids, paused);
    await tell(ids, { notice: 'paused', paused });
  });
  await Promise.all(concerned);
}

/** @param tab - null for what is no page in a tab: nothing is paused there. */
export async function pausedIn(tab: Tab | null): Promise<Status['paused']> {
  return pausedBy(await loadPauses(), tab);
}

/** Another page in the tab may belong to another site. */
export async function followPage(tab: Tab): Promise<void> {
  if (tab.id !== undefined) await noteNewPage(tab.id, isPaused(tab, await loadPauses()));
}

export async function forgetTab(tabId: number): Promise<void> {
  await noteGone(tabId);
  await notePaused([tabId], false);
  if ((await loadPauses()).tabs.includes(tabId)) await pauseTab(tabId, false);
}

/** The tab, or null when it is gone. */
export const tabOf = (tabId: number): Promise<Browser.tabs.Tab | null> => browser.tabs.get(tabId).catch(() => null);

/** Host of the page in the tab; null where there is none, or we may not know. */
export function hostOf(tab: Tab | null): string | null {
  const host = tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url).hostname : '';
  return host === '' ? null : host;
}

function isPaused(tab: Tab, pauses: Pauses): boolean {
  const paused = pausedBy(pauses, tab);
  return paused.tab || paused.site;
}

function pausedBy({ tabs, sites }: Pauses, tab: Tab | null): Status['paused'] {
  const host = hostOf(tab);
  return { tab: tab?.id !== undefined && tabs.includes(tab.id), site: host !== null && sites.includes(host) };
}
