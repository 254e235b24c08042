/** The language a page of ours speaks; `start-page.ts` sets it before the page draws. */
import { uiLanguage, type UiLanguage } from '@/shared/i18n';

let chosen: UiLanguage | null = null;

/** The browser's language until somebody set another. */
export const pageLanguage = (): UiLanguage => chosen ?? uiLanguage();

export function setPageLanguage(language: UiLanguage): void {
  chosen = language;
  document.documentElement.lang = language;
}
