/** Answers `status`: everything the popup says about one tab. */
import type { Status } from '@/shared/messages';
import { currentServer } from './connection';
import { pausedIn, tabOf } from './pauses';
import { siteOfPage } from './sites';
import { stateOf } from './states';

/** @param tabId - null for a page of ours outside any tab. */
export async function status(tabId: number | null): Promise<Status> {
  const tab = tabId === null ? null : await tabOf(tabId);
  const [server, shown, paused] = await Promise.all([currentServer(), stateOf(tabId), pausedIn(tab)]);
  return {
    ...(server === null ? { state: 'not_configured' as const, findings: 0 } : shown),
    port: server?.port ?? null,
    by: server === null ? null : 'origin' in server ? 'service' : server.by,
    site: tab?.url === undefined ? null : await siteOfPage(tab.url),
    paused,
  };
}
