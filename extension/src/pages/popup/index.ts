/** The popup: how things stand and what to do next, this page's marks, this site on, off or paused. */
import { browser } from '@/shared/browser';
import { originOf } from '@/shared/sites';
import { LiveLists } from '@/pages/live-list';
import { panelOpener } from '@/pages/panel/opener';
import { PopupPage } from './page';
import { startPage } from '@/pages/start-page';
import '@/pages/look.css';
import '@/pages/live-list/live-list.css';
import './popup.css';

export async function startPopup(main: HTMLElement): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const following = new AbortController();
  const now: { page: PopupPage | null } = { page: null };
  const lists = new LiveLists({ onChange: () => now.page?.draw(), onReplaced: () => undefined }, following.signal);
  addEventListener('pagehide', () => following.abort());
  browser.storage.onChanged.addListener(() => void now.page?.refresh());
  await startPage('name', async () => {
    now.page = new PopupPage(main, lists, {
      id: tab?.id ?? null,
      origin: originOf(tab?.url ?? '') ?? '',
      openPanel: panelOpener(tab?.windowId),
    });
    await now.page.refresh();
  });
  lists.follow(tab?.id ?? null);
  await now.page?.retry();
}
