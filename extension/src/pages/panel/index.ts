/** The side panel: the whole list of the tab in front, as it changes, with everything one can do about it. */
import { browser } from '@/shared/browser';
import { LiveLists } from '@/pages/live-list';
import { PanelPage } from './page';
import { startPage } from '@/pages/start-page';
import '@/pages/look.css';
import '@/pages/live-list/live-list.css';
import './panel.css';

export async function startPanel(main: HTMLElement): Promise<void> {
  const { id: windowId } = await browser.windows.getCurrent();
  const now: { page: PanelPage | null } = { page: null };
  const following = new AbortController();
  addEventListener('pagehide', () => following.abort());
  const lists = new LiveLists(
    { onChange: () => now.page?.draw(), onReplaced: (answer) => now.page?.verbs.replaced(answer) },
    following.signal,
  );
  browser.tabs.onActivated.addListener((tab) => {
    if (tab.windowId === windowId) void now.page?.turnTo(tab.tabId);
  });
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') void now.page?.loaded(tabId);
  });
  browser.storage.onChanged.addListener(() => void now.page?.refresh());
  await startPage('panel_title', async () => {
    now.page = new PanelPage(main, lists);
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    await now.page.turnTo(tab?.id ?? null);
  });
}
