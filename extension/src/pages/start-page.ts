/**
 * Starts a page of ours in the person's language and in the words for where texts go, and draws it anew when one of the
 * two changes.
 */
import { languageIn, loadSettings, onSettings } from '@/shared/storage/settings-store';
import { pageLanguage, setPageLanguage } from './language';
import { followService, isServiceMode, pageService } from './service';
import { translate, type MessageKey } from './words';

/** @param draw - puts everything into the page; called again, on the same page, after such a change. */
export async function startPage(title: MessageKey, draw: () => Promise<void> | void): Promise<void> {
  await followSetting();
  document.title = translate(title, pageLanguage());
  await draw();
  onSettings(() => void redraw(title, draw), new AbortController().signal);
}

async function redraw(title: MessageKey, draw: () => Promise<void> | void): Promise<void> {
  const before = inForce();
  await followSetting();
  if (inForce() === before) return;
  document.title = translate(title, pageLanguage());
  await draw();
}

const inForce = (): string => JSON.stringify([pageLanguage(), isServiceMode(), pageService()?.host]);

async function followSetting(): Promise<void> {
  const { values, company } = await loadSettings();
  setPageLanguage(languageIn(values));
  await followService(company);
}
