/**
 * The extension's own sentences in four languages. One catalogue serves the browser (`_locales`, Chrome's format) and
 * this module, so that the practice page reads the same words without an extension around it.
 */
import de from '../../public/_locales/de/messages.json';
import en from '../../public/_locales/en/messages.json';
import fr from '../../public/_locales/fr/messages.json';
import nl from '../../public/_locales/nl/messages.json';

export type MessageKey = keyof typeof fr;
export type UiLanguage = 'fr' | 'en' | 'nl' | 'de';

const CATALOGUES: Record<UiLanguage, Record<MessageKey, { message: string }>> = { fr, en, nl, de };

/** The first of the browser's languages that we speak, else English. */
export function uiLanguage(): UiLanguage {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((language): language is UiLanguage => Object.hasOwn(CATALOGUES, language)) ?? 'en';
}

/** @param substitutions - values for `$1` to `$9`, in order; inserted as they are, as text. */
export function translate(key: MessageKey, language: UiLanguage, substitutions: string[] = []): string {
  return CATALOGUES[language][key].message.replace(/\$([1-9])/g, (mark, digit: string) => {
    return substitutions[Number(digit) - 1] ?? mark;
  });
}
