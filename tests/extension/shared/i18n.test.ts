import { describe, expect, test, vi } from 'vitest';
import { translate } from '@/pages/words';
import { UI_LANGUAGES, uiLanguage } from '@/shared/i18n';

type Sentences = Record<string, string>;

const AREAS = import.meta.glob<Sentences>('../../../extension/locales/*/*.json', { eager: true, import: 'default' });
const BROWSERS = import.meta.glob<Record<string, { message: string }>>('../../../extension/public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

const placeholders = (text: string): string => [...new Set(text.match(/\$\d/g) ?? [])].sort().join();
const areaNames = [...new Set(Object.keys(AREAS).map((path) => path.split('/').at(-1)!))];
const sentencesOf = (language: string, area: string): Sentences => AREAS[`../../../extension/locales/${language}/${area}`] ?? {};

describe.each(UI_LANGUAGES)('in the language %s', (language) => {
  test.each(areaNames)('%s has exactly the sentences of the French one, with the same placeholders and none empty', (area) => {
    const french = sentencesOf('fr', area);
    const own = sentencesOf(language, area);

    expect(Object.keys(own).sort()).toEqual(Object.keys(french).sort());
    expect(Object.keys(french).filter((key) => placeholders(french[key]!) !== placeholders(own[key]!))).toEqual([]);
    expect(Object.keys(own).filter((key) => own[key]!.trim() === '')).toEqual([]);
  });

  test('the browser finds the same names as in French', () => {
    const keysOf = (name: string): string[] => Object.keys(BROWSERS[`../../../extension/public/_locales/${name}/messages.json`] ?? {});

    expect(keysOf(language).sort()).toEqual(keysOf('fr').sort());
  });
});

test('no sentence has the name of one in another area', () => {
  const names = areaNames.flatMap((area) => Object.keys(sentencesOf('fr', area)));

  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('substitutions are inserted as they are, also when they look like a pattern', () => {
  expect(translate('popup_site_on', 'en', ['$1$&<b>'])).toBe('Switched on for $1$&<b>');
});

test.each([
  [['fr-BE', 'en'], 'fr'],
  [['es', 'nl-BE', 'en'], 'nl'],
  [['DE-at'], 'de'],
  [['es', 'pt-BR'], 'en'],
  [[], 'en'],
])('a browser that speaks %j gets %s', (languages, expected) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);

  expect(uiLanguage()).toBe(expected);
});
