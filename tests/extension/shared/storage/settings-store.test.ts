import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SETTINGS } from '@/shared/settings';
import { chosenOn, languageIn, loadSettings, onSettings, saveSetting } from '@/shared/storage/settings-store';
import { browser, reset } from '../../fake-browser';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

const company = browserValues('managed');
const person = browserValues('local');

function browserValues(area: 'managed' | 'local') {
  return (values: object): void => {
    if (area === 'managed') Object.assign(browser.storage.managed.values, values);
    else Object.assign(browser.storage.local.values, { settings: values });
  };
}

beforeEach(reset);
afterEach(() => void vi.useRealTimers());

describe('a setting', () => {
  test('that nobody set has its default', async () => {
    const { values, origins, company: theirs, yours } = await loadSettings();

    expect(values.reminders).toBe('normal');
    expect(values.own_names).toEqual([]);
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
    expect([theirs, yours]).toEqual([{}, {}]);
  });

  test("has the company's value, and the person's before that", async () => {
    company({ reminders: 'rare', marks: 'panel_only' });
    person({ reminders: 'off' });
    const { values, origins } = await loadSettings();

    expect(values).toMatchObject({ reminders: 'off', marks: 'panel_only' });
    expect(origins).toMatchObject({ reminders: 'you', marks: 'company', presence: 'default' });
  });

  test('of the person alone is ignored in a policy', async () => {
    company({ hold_first_click: true });

    expect((await loadSettings()).values.hold_first_click).toBe(false);
  });

  test('of the company alone is ignored where a person stored it', async () => {
    person({ disabled_sites: ['example.org'], reminder_lines: ['x'] });

    expect((await loadSettings()).values).toMatchObject({ disabled_sites: [], reminder_lines: [] });
  });

  test('that is a list adds up both, each text once', async () => {
    company({ official_accounts: ['@acme', '@acme_fr'] });
    person({ official_accounts: ['@acme', '@me'] });
    const { values, origins } = await loadSettings();

    expect(values.official_accounts).toEqual(['@acme', '@acme_fr', '@me']);
    expect(origins.official_accounts).toBe('you');
  });
});

describe('a policy that somebody got wrong', () => {
  test.each<[string, unknown]>([
    ['reminders', 'sometimes'],
    ['reminders', ['off']],
    ['presence', 'true'],
    ['presence', null],
    ['official_accounts', '@acme'],
    ['official_accounts', { 0: '@acme' }],
  ])('loses %s = %j and keeps the rest', async (name, value) => {
    company({ marks: 'panel_only', [name]: value });
    const { values, origins } = await loadSettings();

    expect(values).toMatchObject({ marks: 'panel_only', [name]: SETTINGS[name as 'reminders' | 'presence']?.default ?? [] });
    expect(origins).toMatchObject({ marks: 'company', [name]: 'default' });
  });

  test('loses of a list only what does not fit', async () => {
    company({ official_accounts: ['@acme', 7, '', '  @spaced ', 'x'.repeat(101), null, '@last'] });

    expect((await loadSettings()).values.official_accounts).toEqual(['@acme', '@spaced', '@last']);
  });

  test('loses of a list what is too many', async () => {
    company({ reminder_lines: Array.from({ length: 60 }, (_, at) => `line ${at}`) });

    expect((await loadSettings()).values.reminder_lines).toHaveLength(50);
  });

  test.each([['constructor'], ['__proto__'], ['unknown']])('sets nothing by the name %s', async (name) => {
    company(JSON.parse(`{"${name}": "off"}`) as object);

    expect((await loadSettings()).company).toEqual({});
  });

  test.each([[null], ['off'], [7], [[]]])('of stored values %j leaves the defaults', async (stored) => {
    browser.storage.local.values['settings'] = stored;

    expect((await loadSettings()).yours).toEqual({});
  });
});

describe('saving', () => {
  test('is in force at once, and told', async () => {
    const told = vi.fn();
    onSettings(told, new AbortController().signal);

    expect(await saveSetting('reminders', 'rare')).toBe(true);
    expect((await loadSettings()).values.reminders).toBe('rare');
    expect(told).toHaveBeenCalled();
  });

  test('null goes back to what the company says', async () => {
    company({ reminders: 'rare' });
    await saveSetting('reminders', 'off');
    await saveSetting('reminders', null);

    expect((await loadSettings()).origins.reminders).toBe('company');
    expect(await chosenOn('reminders')).toBeNull();
  });

  test('of what the company alone sets, or of a wrong value, is refused', async () => {
    expect(await saveSetting('disabled_sites', ['example.org'])).toBe(false);
    expect(await saveSetting('reminders', 'never' as 'off')).toBe(false);
    expect(browser.storage.local.set).not.toHaveBeenCalled();
  });

  test('two settings at once loses neither', async () => {
    await Promise.all([saveSetting('reminders', 'off'), saveSetting('presence', false)]);

    expect((await loadSettings()).yours).toEqual({ reminders: 'off', presence: false });
  });

  test('remembers the day, for asking again', async () => {
    vi.useFakeTimers({ now: new Date(2026, 6, 3, 23, 30) });
    await saveSetting('reminders', 'off');

    expect(await chosenOn('reminders')).toBe('2026-07-03');
    expect(await chosenOn('presence')).toBeNull();
  });
});

test('what changes the sites or the figures is not told as a setting', async () => {
  const told = vi.fn();
  onSettings(told, new AbortController().signal);
  await browser.storage.local.set({ added: [], figures: {} });

  expect(told).not.toHaveBeenCalled();
});

test('the language is the chosen one, or the browser\'s', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nl-BE']);
  const { values } = await loadSettings();

  expect([languageIn(values), languageIn({ ...values, language: 'de' })]).toEqual(['nl', 'de']);
});
