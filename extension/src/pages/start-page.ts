/** Starts a page of ours in the person's language, and draws it anew when they choose another one. */
import { languageIn, loadSettings, onSettings } from '@/shared/storage/settings-store';
import { pageLanguage, setPageLanguage } from './language';
import { translate, type MessageKey } from './words';

/** @param draw - puts everything into the page; called again, on the same page, after a change of language. */
export async function startPage(title: MessageKey, draw: () => Promise<void> | void): Promise<void> {
  await followSetting();
  document.title = translate(title, pageLanguage());
  await draw();
  onSettings(() => void redraw(title, draw), new AbortController().signal);
}

async function redraw(title: MessageKey, draw: () => Promise<void> | void): Promise<void> {
  const before = pageLanguage();
  await followSetting();
  if (pageLanguage() === before) return;
  document.title = translate(title, pageLanguage());
  await draw();
}

async function followSetting(): Promise<void> {
  setPageLanguage(languageIn((await loadSettings()).values));
}
