import { beforeEach, expect, test, vi } from 'vitest';
import { startOptions } from '@/pages/options';
import { translate } from '@/pages/words';
import { browser } from '../../fake-browser';
import { buttonIn, freshPage, PAIRED, sent, SITES } from '../page-test';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

let main: HTMLElement;
let answers: Record<string, unknown>;

beforeEach(() => {
  ({ main, answers } = freshPage());
});

test('every part has a place in the address and a link in the list of parts', async () => {
  await startOptions(main);
  const links = [...main.querySelectorAll('.part-list a')].map((link) => link.getAttribute('href'));

  expect(links).toEqual([...main.querySelectorAll('.sheet')].map(({ id }) => `#${id}`));
  expect(links).toEqual(expect.arrayContaining(['#reminders', '#silences', '#sites', '#pairing', '#privacy']));
});

test('the part that the address names is gone to once it is drawn', async () => {
  location.hash = '#reminders';
  await startOptions(main);

  expect(document.activeElement).toBe(main.querySelector('#reminders h2'));
});

test('the four questions about privacy are answered', async () => {
  await startOptions(main);

  expect([...main.querySelectorAll('#privacy dt')].map(({ textContent }) => textContent)).toEqual([
    'What is read',
    'Where it goes',
    'What is kept',
    'Who sees it',
  ]);
});

test('before pairing there is a field for the code and nothing to forget', async () => {
  answers['status'] = { ...PAIRED, state: 'not_configured', port: null };
  await startOptions(main);

  expect(main.querySelector('#code')).not.toBeNull();
  expect(buttonIn(main, translate('options_forget', 'en'))).toBeUndefined();
});

test('forgetting the connection tells the background', async () => {
  await startOptions(main);
  buttonIn(main, translate('options_forget', 'en')).click();

  await vi.waitFor(() => expect(sent('unpair')).toBeNull());
});

test('a connection that the program made asks for no code', async () => {
  answers['status'] = { ...PAIRED, by: 'host' };
  await startOptions(main);

  expect(main.querySelector('#pairing')!.textContent).toContain(translate('options_paired_host', 'en', ['18440']));
  expect(main.querySelector('#pairing details')!.hasAttribute('open')).toBe(false);
});

test('a half-pasted code stays while other things change', async () => {
  answers['status'] = { ...PAIRED, state: 'not_configured', port: null };
  await startOptions(main);
  main.querySelector<HTMLInputElement>('#code')!.value = 'PP1-half';
  await browser.storage.session.set({ states: { tabs: {} } });
  await browser.storage.local.set({ settings: { presence: false } });

  await vi.waitFor(() => expect(main.querySelector('#setting-presence [aria-checked="false"]')).not.toBeNull());
  expect(main.querySelector<HTMLInputElement>('#code')!.value).toBe('PP1-half');
});

test('listed sites have a switch, locked ones cannot be switched, added ones can be removed', async () => {
  await startOptions(main);

  const switches = [...main.querySelectorAll<HTMLButtonElement>('#sites [role=switch]')];
  expect(switches.map((it) => [it.getAttribute('aria-label'), it.getAttribute('aria-checked'), it.disabled])).toEqual([
    ['Facebook', 'true', false],
    ['X', 'false', true],
  ]);
  buttonIn(main, 'Remove example.org').click();
  await vi.waitFor(() => expect(sent('removeSite')).toEqual({ origin: 'https://example.org' }));
});

test('a changed choice of sites is shown without a reload', async () => {
  await startOptions(main);
  answers['sites'] = SITES.slice(0, 1);
  await browser.storage.local.set({ added: [] });

  await vi.waitFor(() => expect(main.querySelectorAll('.sites li')).toHaveLength(1));
});

test('a background that does not answer is said in its parts, and harms no other', async () => {
  browser.runtime.sendMessage.mockRejectedValue(new Error('Could not establish connection'));
  await startOptions(main);

  expect(main.querySelector('#pairing')!.textContent).toContain(translate('unexpected', 'en'));
  expect(main.querySelector('#reminders fieldset')).not.toBeNull();
});

test('the page speaks the language that was chosen, at once', async () => {
  await startOptions(main);
  await browser.storage.local.set({ settings: { language: 'de' } });

  await vi.waitFor(() => expect(main.querySelector('h1')!.textContent).toBe(translate('options_title', 'de')));
  expect(document.documentElement.lang).toBe('de');
  expect(document.title).toBe(translate('options_title', 'de'));
});

test('the keys in force are listed, with a word where there is none', async () => {
  browser.commands.getAll.mockResolvedValue([
    { name: 'next_mark', description: '', shortcut: 'Alt+Shift+J' },
    { name: 'open_card', description: '', shortcut: '' },
    { name: 'one_of_tomorrow', description: 'Something new', shortcut: 'F9' },
  ]);
  await startOptions(main);

  expect([...main.querySelectorAll('.keys > div')].map(({ textContent }) => textContent)).toEqual([
    'Next underlined wordsAltShiftJ',
    'Open the cardno key',
    'Something newF9',
    'Close the card and go back to the textEsc',
  ]);
});
