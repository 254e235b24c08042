/**
 * The extension's own sentences in four languages: `locales/<language>/<area>.json`, an area for each part of what
 * people see. Content script, background and pages each take the areas they speak of, so that no page carries the
 * words of another. The browser's own catalogue (`_locales`) only holds what the browser itself shows.
 */

export const UI_LANGUAGES = ['fr', 'en', 'nl', 'de'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** The first of the browser's languages that we speak, else English. */
export function uiLanguage(): UiLanguage {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((language): language is UiLanguage => (UI_LANGUAGES as readonly string[]).includes(language)) ?? 'en';
}

/** `$1` to `$9` in a sentence stand for the substitutions, in order; they are inserted as they are, as text. */
export type Translate<Words> = (key: keyof Words & string, language: UiLanguage, substitutions?: string[]) => string;

/**
 * @param files - what an eager `import.meta.glob` gives for the wanted areas; every language has every key of the French
 *   file (kept by a test).
 */
export function translator<Words>(files: Record<string, Record<string, string>>): Translate<Words> {
  const catalogues = new Map<string, Record<string, string>>();
  for (const [path, sentences] of Object.entries(files)) {
    const language = path.split('/').at(-2) ?? '';
    catalogues.set(language, { ...catalogues.get(language), ...sentences });
  }
  return (key, language, substitutions = []) => {
    const sentence = catalogues.get(language)?.[key] ?? key;
    return sentence.replace(/\$([1-9])/g, (mark, digit: string) => substitutions[Number(digit) - 1] ?? mark);
  };
}
