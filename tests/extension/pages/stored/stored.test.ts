import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startStored } from '@/pages/stored';
import { loadDatabases } from '@/pages/stored/databases';
import { translate } from '@/pages/words';
import { browser } from '../../fake-browser';
import { buttonIn, freshPage, kept } from '../page-test';

vi.mock('@/shared/browser', () => import('../../fake-browser'));
vi.mock('@/pages/stored/databases', async (original) => ({ ...(await original<object>()), loadDatabases: vi.fn() }));

let main: HTMLElement;
const entry = (key: string): HTMLElement => main.querySelector(`[data-entry="${key}"]`)!;

beforeEach(() => {
  ({ main } = freshPage());
  vi.mocked(loadDatabases).mockResolvedValue([]);
});

/** Erases after the second question. */
async function erase(place: HTMLElement): Promise<void> {
  place.querySelector<HTMLButtonElement>('.erasure button')!.click();
  buttonIn(place, translate('stored_erase_yes', 'en')).click();
  await vi.waitFor(() => expect(browser.storage.local.remove).toHaveBeenCalled());
}

describe('an entry', () => {
  test('is shown with what it is for and its content as it is', async () => {
    kept()['lessons'] = { rumour: '2026-06-15' };
    await startStored(main);

    expect(entry('lessons').querySelector('.note')!.textContent).toBe(translate('stored_lessons_text', 'en'));
    expect(JSON.parse(entry('lessons').querySelector('pre')!.textContent)).toEqual({ rumour: '2026-06-15' });
  });

  test.each(['local', 'session', 'managed'] as const)('that nobody described is shown too: in %s', async (area) => {
    Object.assign(browser.storage[area].values, { 'mystery-box': ['<img src=x>'] });
    await startStored(main);

    expect(main.querySelector(`#${area}`)!.contains(entry('mystery-box'))).toBe(true);
    expect(entry('mystery-box').textContent).toContain(translate('stored_other', 'en'));
    expect(entry('mystery-box').querySelector('pre')!.textContent).toContain('<img src=x>');
  });

  test('that comes while the page is open appears, and what was folded out stays so', async () => {
    kept()['lessons'] = {};
    await startStored(main);
    entry('lessons').querySelector('details')!.open = true;
    await browser.storage.local.set({ figures: { since: '2026-06-15', shown: 3, reworded: 1, dismissed: 1 } });

    await vi.waitFor(() => expect(entry('figures')).not.toBeNull());
    expect(entry('lessons').querySelector('details')!.open).toBe(true);
  });

  test('is erased after it was asked once more', async () => {
    kept()['lessons'] = {};
    await startStored(main);
    entry('lessons').querySelector<HTMLButtonElement>('.erasure button')!.click();
    expect(kept()).toHaveProperty('lessons');
    await erase(entry('lessons'));

    await vi.waitFor(() => expect(entry('lessons')).toBeNull());
    expect(kept()).not.toHaveProperty('lessons');
  });

  test('stays when the person keeps it', async () => {
    kept()['lessons'] = {};
    await startStored(main);
    entry('lessons').querySelector<HTMLButtonElement>('.erasure button')!.click();
    buttonIn(entry('lessons'), translate('stored_erase_no', 'en')).click();

    expect(kept()).toHaveProperty('lessons');
    expect(document.activeElement).toBe(entry('lessons').querySelector('.erasure button'));
  });

  test('of the company can only be read', async () => {
    Object.assign(browser.storage.managed.values, { own_names: ['Novassur'] });
    await startStored(main);

    expect(entry('own_names').querySelector('h3')!.textContent).toContain(translate('options_own_names_title', 'en'));
    expect(main.querySelector('#managed button')).toBeNull();
  });
});

test('a key is said to be there or not, never what it is', async () => {
  vi.mocked(loadDatabases).mockResolvedValue([
    { database: 'porte-parole', store: 'pairing', entries: 1 },
    { database: 'porte-parole-device', store: 'keys', entries: 0 },
    { database: 'of-tomorrow', store: 'things', entries: 2 },
  ]);
  await startStored(main);
  const lines = [...main.querySelectorAll('#databases li')];

  expect(lines.map((line) => line.querySelector('h3')!.textContent)).toEqual([
    'Key of the connection porte-parole/pairing',
    'Key of the fingerprints porte-parole-device/keys',
    'Other of-tomorrow/things',
  ]);
  expect(lines.map((line) => line.querySelector('.key-state')!.textContent)).toEqual(['there', 'not there', 'there']);
});

describe('the figures', () => {
  beforeEach(() => {
    kept()['figures'] = { since: '2026-06-15', shown: 1420, reworded: 31, dismissed: 58 };
  });

  test('are three numbers since a day', async () => {
    await startStored(main);

    expect(main.querySelector('#figures')!.textContent).toContain('Since June 15, 2026');
    expect([...main.querySelectorAll('.figures dd')].map(({ textContent }) => textContent)).toEqual(['1,420', '31', '58']);
  });

  test('can be erased and switched off', async () => {
    await startStored(main);
    main.querySelector<HTMLButtonElement>('#figures [role=switch]')!.click();
    await vi.waitFor(() => expect(kept()['settings']).toEqual({ figures: false }));
    await vi.waitFor(() => expect(main.querySelector('#figures [aria-checked=false]')).not.toBeNull());
    await erase(main.querySelector('#figures')!);

    await vi.waitFor(() => expect(main.querySelector('#figures')!.textContent).toContain(translate('stored_figures_none', 'en')));
    expect(kept()).not.toHaveProperty('figures');
  });
});

test('says what is not there', async () => {
  await startStored(main);

  expect(main.querySelector('#absent')!.textContent).toContain('Your texts');
});

test('with the company’s own service it does not say that nothing goes to the company', async () => {
  browser.runtime.getManifest.mockReturnValue({ host_permissions: ['https://porte-parole.example/*'] });
  await startStored(main);

  expect(main.querySelector('#absent')!.textContent).toContain(translate('stored_absent_away_service', 'en'));
  expect(main.querySelector('#absent')!.textContent).not.toContain(translate('stored_absent_away', 'en'));
});
