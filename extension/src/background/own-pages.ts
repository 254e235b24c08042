/** Opens pages of ours in a tab. */
import { browser } from '@/shared/browser';
import type { Messages } from '@/shared/messages';

const WELCOMED = 'welcomed';

/** @param at - the page's fragment without "#"; '' for the top. */
export async function openPage({ page, at }: Messages['open']['request']): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}${page}.html${at === '' ? '' : `#${at}`}` });
}

/** Once in the life of a profile, however often the browser says that it has installed us. */
export async function welcomeOnce(): Promise<void> {
  if ((await browser.storage.local.get(WELCOMED))[WELCOMED] === true) return;
  await browser.storage.local.set({ [WELCOMED]: true });
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}welcome.html` });
}
