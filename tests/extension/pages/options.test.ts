import { beforeEach, expect, test, vi } from 'vitest';
import { startOptions } from '@/pages/options';
import { translate } from '@/pages/words';
import type { Envelope, SiteRow, Status } from '@/shared/messages';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

const PAIRED: Status = { state: 'idle', findings: 0, port: 18440, site: null };
const SITES: SiteRow[] = [
  { name: 'Facebook', origin: 'https://facebook.com', kind: 'listed', watched: true, locked: false },
  { name: 'X', origin: 'https://x.com', kind: 'listed', watched: false, locked: true },
  { name: 'example.org', origin: 'https://example.org', kind: 'added', watched: true, locked: false },
];
let main: HTMLElement;
let answers: Record<string, unknown>;

const button = (words: string): HTMLButtonElement =>
  [...main.querySelectorAll('button')].find(({ textContent }) => textContent === words)!;
const sent = (name: string): unknown =>
  browser.runtime.sendMessage.mock.calls.map(([envelope]) => envelope as Envelope).find((it) => it.name === name)?.request;

beforeEach(() => {
  reset();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  answers = { status: PAIRED, sites: SITES, retry: { ok: true, value: null }, addSite: { ok: true, value: null } };
  browser.runtime.sendMessage.mockImplementation(async ({ name }: Envelope) => answers[name] ?? null);
  document.body.innerHTML = '<main></main>';
  main = document.querySelector('main')!;
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
  expect(button(translate('options_forget', 'en'))).toBeUndefined();
});

test('forgetting the connection tells the background', async () => {
  await startOptions(main);
  button(translate('options_forget', 'en')).click();

  await vi.waitFor(() => expect(sent('unpair')).toBeNull());
});

test('listed sites have a switch, locked ones cannot be switched, added ones can be removed', async () => {
  await startOptions(main);

  const switches = [...main.querySelectorAll<HTMLButtonElement>('[role=switch]')];
  expect(switches.map((it) => [it.ariaLabel ?? it.getAttribute('aria-label'), it.getAttribute('aria-checked'), it.disabled])).toEqual([
    ['Facebook', 'true', false],
    ['X', 'false', true],
  ]);
  button('Remove example.org').click();
  await vi.waitFor(() => expect(sent('removeSite')).toEqual({ origin: 'https://example.org' }));
});

test('a changed choice of sites is shown without a reload', async () => {
  await startOptions(main);
  answers['sites'] = SITES.slice(0, 1);
  await browser.storage.local.set({ added: [] });

  await vi.waitFor(() => expect(main.querySelectorAll('.sites li')).toHaveLength(1));
});

test('a background that does not answer is said, not hidden', async () => {
  browser.runtime.sendMessage.mockRejectedValue(new Error('Could not establish connection'));
  await startOptions(main);

  expect(main.querySelector('#pairing')!.textContent).toContain(translate('unexpected', 'en'));
});
