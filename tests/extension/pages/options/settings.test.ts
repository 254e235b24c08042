import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startOptions } from '@/pages/options';
import { translate, type MessageKey } from '@/pages/words';
import { SETTING_NAMES } from '@/shared/storage/setting-values';
import { SETTINGS } from '@/shared/settings';
import { browser } from '../../fake-browser';
import { buttonIn, freshPage, kept } from '../page-test';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

let main: HTMLElement;
const row = (name: string): HTMLElement => main.querySelector(`#setting-${name}`)!;
const origin = (name: string): string | undefined => row(name).querySelector<HTMLElement>('.origin')?.dataset['origin'];
const settings = (): unknown => kept()['settings'];
const english = (key: string, ...substitutions: string[]): string => translate(key as MessageKey, 'en', substitutions);

beforeEach(() => {
  ({ main } = freshPage());
});

describe.each(SETTING_NAMES)('the setting %s', (name) => {
  const declared = SETTINGS[name];

  test('has all its sentences', () => {
    const values = declared.kind === 'choice' ? declared.values : [];
    const keys = ['title', 'hint', ...values].map((part) => `options_${name}_${part}`);

    // A sentence that is missing is answered with its own key.
    expect(keys.filter((key) => english(key) === key)).toEqual([]);
  });

  test('is drawn in the part that its declaration names, or not at all', async () => {
    await startOptions(main);

    expect(main.querySelector(`#setting-${name}`)?.closest('.sheet')?.id ?? null).toBe(declared.group);
  });
});

test('a choice is saved as the person’s, and can be taken back', async () => {
  await startOptions(main);
  row('reminders').querySelector<HTMLInputElement>('[value=off]')!.click();
  await vi.waitFor(() => expect(origin('reminders')).toBe('you'));
  expect(settings()).toEqual({ reminders: 'off' });
  expect(row('reminders').querySelector<HTMLInputElement>(':checked')!.value).toBe('off');

  buttonIn(row('reminders'), english('options_back_default', 'Normal')).click();
  await vi.waitFor(() => expect(origin('reminders')).toBe('default'));
  expect(settings()).toEqual({});
});

test('what the company set is said, and is what the person goes back to', async () => {
  Object.assign(browser.storage.managed.values, { reminders: 'rare', hold_first_click: true });
  await startOptions(main);
  expect(row('reminders').querySelector('.origin')!.textContent).toBe(english('options_origin_company'));
  expect(row('hold_first_click').querySelector('[role=switch]')!.getAttribute('aria-checked')).toBe('false');

  row('reminders').querySelector<HTMLInputElement>('[value=normal]')!.click();
  await vi.waitFor(() => expect(buttonIn(row('reminders'), english('options_back_company', 'Rarely'))).toBeDefined());
});

test('a switch says its state and keeps the keyboard’s place', async () => {
  await startOptions(main);
  const toggle = (): HTMLButtonElement => row('last_look').querySelector('[role=switch]')!;
  toggle().focus();
  toggle().click();

  await vi.waitFor(() => expect(toggle().getAttribute('aria-checked')).toBe('false'));
  expect(document.activeElement).toBe(toggle());
  expect(settings()).toEqual({ last_look: false });
});

test('a menu of languages saves what was chosen', async () => {
  await startOptions(main);
  const menu = row('language').querySelector('select')!;
  menu.value = 'nl';
  menu.dispatchEvent(new Event('change'));

  await vi.waitFor(() => expect(settings()).toEqual({ language: 'nl' }));
});

test('own accounts are added and removed, the company’s can only be read', async () => {
  Object.assign(browser.storage.managed.values, { official_accounts: ['@house'] });
  await startOptions(main);
  row('official_accounts').querySelector('input')!.value = '  @me ';
  row('official_accounts').querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await vi.waitFor(() => expect(settings()).toEqual({ official_accounts: ['@me'] }));
  await vi.waitFor(() => expect(buttonIn(main, 'Remove @me')).toBeDefined());

  expect(buttonIn(main, 'Remove @house')).toBeUndefined();
  buttonIn(main, 'Remove @me').click();
  await vi.waitFor(() => expect(settings()).toEqual({ official_accounts: [] }));
});

test('a browser that cannot keep a choice says so', async () => {
  await startOptions(main);
  browser.storage.local.set.mockRejectedValue(new Error('quota'));
  row('presence').querySelector<HTMLButtonElement>('[role=switch]')!.click();

  await vi.waitFor(() => expect(row('presence').querySelector('[role=alert]')!.textContent).toBe(english('options_not_saved')));
});

describe('what the company alone set', () => {
  test('is listed, read only', async () => {
    Object.assign(browser.storage.managed.values, { own_names: ['Novassur'], reminder_lines: ['Deux secondes.'], disabled_sites: ['bank.example'] });
    await startOptions(main);
    const company = main.querySelector('#company')!;

    expect([...company.querySelectorAll('.chips li')].map(({ textContent }) => textContent)).toEqual(['Novassur', 'Deux secondes.', 'bank.example']);
    expect(company.querySelector('button, input')).toBeNull();
  });

  test('is said to be nothing when it is nothing', async () => {
    await startOptions(main);

    expect(main.querySelector('#company')!.textContent).toContain(english('options_company_none'));
  });
});

describe('after a month with fewer reminders', () => {
  const chosen = (daysAgo: number, level: string): void => {
    const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    Object.assign(kept(), { settings: { reminders: level }, settings_chosen: { reminders: day } });
  };
  const note = (): HTMLElement | null => main.querySelector('.ask-again');

  test.each([
    ['off', 31, true],
    ['rare', 31, true],
    ['rare', 28, false],
    ['normal', 31, false],
  ])('the level %s chosen %i days ago is asked about: %s', async (level, days, expected) => {
    chosen(days, level);
    await startOptions(main);

    expect(note() !== null).toBe(expected);
  });

  test('"leave it" keeps the level and asks no more', async () => {
    chosen(31, 'off');
    await startOptions(main);
    buttonIn(main, english('options_ask_again_no')).click();

    await vi.waitFor(() => expect(note()).toBeNull());
    expect(settings()).toEqual({ reminders: 'off' });
  });

  test('"yes" brings the normal rhythm back', async () => {
    chosen(31, 'off');
    await startOptions(main);
    buttonIn(main, english('options_ask_again_yes')).click();

    await vi.waitFor(() => expect(note()).toBeNull());
    expect(settings()).toEqual({ reminders: 'normal' });
  });
});
