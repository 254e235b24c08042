/** Answers `status`: everything the popup says about one tab. */
import type { Status } from '@/shared/messages';
import { loadPairing } from './key-store';
import { pausedIn, tabOf } from './pauses';
import { siteOfPage } from './sites';
import { stateOf } from './states';

/** @param tabId - null for a page of ours outside any tab. */
export async function status(tabId: number | null): Promise<Status> {
  const tab = tabId === null ? null : await tabOf(tabId);
  const [pairing, shown, paused] = await Promise.all([loadPairing(), stateOf(tabId), pausedIn(tab)]);
  return {
    ...(pairing === null ? { state: 'not_configured' as const, findings: 0 } : shown),
    port: pairing?.port ?? null,
    site: tab?.url === undefined ? null : await siteOfPage(tab.url),
    paused,
  };
}
