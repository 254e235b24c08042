import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startSilence } from '@/pages/silence';
import { translate } from '@/pages/words';
import type { Envelope } from '@/shared/messages';
import type { Proposal } from '@/shared/silence';
import { loadSilences } from '@/shared/storage/silence-store';
import { browser, reset } from '../../fake-browser';
import { withTabs } from '../live-lists';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

const PROPOSAL: Proposal = {
  kind: 'words',
  rule: 'en.heated-slip.insult',
  title: 'An insult',
  category: 'heated-slip',
  words: 'Old fool',
};
let main: HTMLElement;
let proposal: Proposal | null;
let nowMs: number;

const open = async (more: Partial<Proposal> | null): Promise<void> => {
  proposal = more && { ...PROPOSAL, ...more };
  await startSilence(main);
  nowMs += 1000;
};
const say = (key: Parameters<typeof translate>[0]): string => translate(key, 'en');
const press = (key: 'silence_yes' | 'silence_no' | 'silence_close'): void =>
  [...main.querySelectorAll('button')].find(({ textContent }) => textContent === say(key))!.click();
const remove = (): unknown => (browser.tabs as unknown as { remove: unknown }).remove;

beforeEach(() => {
  reset();
  withTabs();
  nowMs = 5000;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  browser.runtime.sendMessage.mockImplementation(async ({ name }: Envelope) => (name === 'proposal' ? proposal : null));
  document.body.innerHTML = '<main></main>';
  main = document.querySelector('main')!;
});

afterEach(() => {
  document.body.innerHTML = '';
});

test('asks about the words', async () => {
  await open({});

  expect(main.querySelector('h1')!.textContent).toBe(say('silence_words_ask'));
  expect(main.querySelector('q')!.textContent).toBe('Old fool');
});

test('asks about the advice by its title, as text', async () => {
  await open({ kind: 'rule', title: '<b>An insult</b>' });

  expect(main.querySelector('h1')!.textContent).toBe(say('silence_rule_ask'));
  expect(main.querySelector('strong')!.textContent).toBe('<b>An insult</b>');
});

test.each(['credentials-secrets', 'own-privacy', 'others-personal-data'])('shows words of %s masked', async (category) => {
  await open({ category, words: 'BE68 5390' });

  expect(main.querySelector('q')!.textContent).toBe('•••• ••••');
});

describe('yes', () => {
  test('keeps the silence, then closes the window', async () => {
    await open({});
    press('silence_yes');

    await vi.waitFor(() => expect(remove()).toHaveBeenCalledWith(9));
    expect(await loadSilences()).toMatchObject([{ kind: 'words', words: 'old fool' }]);
  });

  test('in the first moment is taken for a click that was meant for something else', async () => {
    await open({});
    nowMs -= 900;
    press('silence_yes');
    await new Promise((resolve) => setTimeout(resolve, 20));

    expect(await loadSilences()).toEqual([]);
    expect(remove()).not.toHaveBeenCalled();
  });

  test('that could not be kept says so and stays', async () => {
    await open({ kind: 'rule' });
    browser.storage.local.set.mockRejectedValue(new Error('quota'));
    press('silence_yes');

    await vi.waitFor(() => expect(main.querySelector('[role=alert]')!.textContent).toBe(say('silence_failed')));
    expect(remove()).not.toHaveBeenCalled();
  });
});

describe('no', () => {
  const declined = async (): Promise<void> => {
    await vi.waitFor(() => expect(remove()).toHaveBeenCalledWith(9));
    expect(await loadSilences()).toEqual([]);
  };

  test('has the focus, so that a key pressed by habit changes nothing', async () => {
    await open({});

    expect(document.activeElement!.textContent).toBe(say('silence_no'));
  });

  test('closes the window and keeps nothing', async () => {
    await open({});
    press('silence_no');

    await declined();
  });

  test('is what Escape means', async () => {
    await open({});
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));

    await declined();
  });
});

test('a question that was answered, or never was, is said and can be closed', async () => {
  await open(null);
  expect(main.querySelector('h1')!.textContent).toBe(say('silence_none_title'));
  press('silence_close');

  await vi.waitFor(() => expect(remove()).toHaveBeenCalledWith(9));
});

test('a later proposal takes the place, and its own first moment begins', async () => {
  await open({});
  proposal = { ...PROPOSAL, kind: 'rule', title: 'Another' };
  await browser.storage.session.set({ proposal });
  await vi.waitFor(() => expect(main.textContent).toContain('Another'));
  press('silence_yes');
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(await loadSilences()).toEqual([]);
});
