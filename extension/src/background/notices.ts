/** Tells the content scripts of tabs what changed; a tab without one says nothing back. */
import { browser } from '@/shared/browser';
import type { Notice } from '@/shared/notices';

/** Reaches every frame of these tabs. */
export async function tell(tabIds: readonly number[], notice: Notice): Promise<void> {
  await Promise.allSettled(tabIds.map((tabId) => browser.tabs.sendMessage(tabId, notice)));
}

export async function tellAll(notice: Notice): Promise<void> {
  const tabs = await browser.tabs.query({});
  await tell(tabs.flatMap(({ id }) => id ?? []), notice);
}
