import { describe, expect, test, vi } from 'vitest';
import { translate, uiLanguage, type MessageKey } from '@/shared/i18n';
import de from '../../../extension/public/_locales/de/messages.json';
import en from '../../../extension/public/_locales/en/messages.json';
import fr from '../../../extension/public/_locales/fr/messages.json';
import nl from '../../../extension/public/_locales/nl/messages.json';

type Catalogue = Record<string, { message: string }>;

const french: Catalogue = fr;
const placeholders = (text: string): string[] => [...new Set(text.match(/\$\d/g) ?? [])].sort();

describe.each<[string, Catalogue]>([
  ['en', en],
  ['nl', nl],
  ['de', de],
])('the catalogue %s', (_language, other) => {
  test('has exactly the keys of the French one', () => {
    expect(Object.keys(other).sort()).toEqual(Object.keys(french).sort());
  });

  test('has the same placeholders in every sentence', () => {
    const differing = Object.keys(french).filter(
      (key) => placeholders(french[key]!.message).join() !== placeholders(other[key]?.message ?? '').join(),
    );

    expect(differing).toEqual([]);
  });

  test('leaves no sentence empty', () => {
    expect(Object.entries(other).filter(([, { message }]) => message.trim() === '')).toEqual([]);
  });
});

test('substitutions are inserted as they are, also when they look like a pattern', () => {
  const key = 'popup_site_on' satisfies MessageKey;

  expect(translate(key, 'en', ['$1$&<b>'])).toBe('Switched on for $1$&<b>');
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
