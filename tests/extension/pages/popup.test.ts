import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startPopup } from '@/pages/popup';
import { translate } from '@/pages/words';
import { SERVER_STATES, type Envelope, type ServerState, type Status } from '@/shared/messages';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

const STATUS: Status = {
  state: 'idle',
  findings: 0,
  port: 18440,
  site: { host: 'example.org', watched: false, canAdd: true },
};
let main: HTMLElement;
let answers: Record<string, unknown>;

const open = async (status: Partial<Status>): Promise<void> => {
  answers['status'] = { ...STATUS, ...status };
  await startPopup(main);
};
const text = (): string => main.textContent;
const sent = (): string[] => browser.runtime.sendMessage.mock.calls.map(([envelope]) => (envelope as Envelope).name);

beforeEach(() => {
  reset();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  answers = { retry: { ok: true, value: null }, addSite: { ok: true, value: null }, removeSite: null };
  browser.runtime.sendMessage.mockImplementation(async ({ name }: Envelope) => answers[name]);
  browser.tabs.query.mockResolvedValue([{ id: 3, url: 'https://example.org:8443/page' }]);
  document.body.innerHTML = '<main></main>';
  main = document.querySelector('main')!;
});

describe.each(SERVER_STATES)('the state %s', (state) => {
  test('shows its icon and its words', async () => {
    await open({ state });

    expect(main.querySelector('.state img')!.getAttribute('src')).toBe(`/icon/${state}.svg`);
    expect(main.querySelector('h1')!.textContent).toBe(translate(`state_${state}_title`, 'en'));
  });
});

test('the privacy promise, the practice page and the settings are always one click away', async () => {
  await open({ state: 'not_reached' });

  expect(text()).toContain(translate('privacy_promise', 'en'));
  expect([...main.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/practice.html',
    '/options.html',
  ]);
});

test.each<[ServerState, boolean]>([
  ['not_configured', true],
  ['not_authenticated', true],
  ['not_reached', false],
  ['idle', false],
])('in the state %s a code is asked for: %s', async (state, expected) => {
  await open({ state });

  expect(main.querySelector('#code') !== null).toBe(expected);
});

describe('a pasted code', () => {
  const paste = async (answer: unknown): Promise<void> => {
    answers['pair'] = answer;
    await open({ state: 'not_configured', port: null });
    main.querySelector<HTMLInputElement>('#code')!.value = 'PP1-x';
    main.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(main.querySelector('.result')!.textContent).not.toBe(''));
  };

  test.each(['code_malformed', 'code_checksum', 'not_authenticated', 'refused'] as const)(
    'that is answered with %s stays, with the reason',
    async (error) => {
      await paste({ ok: false, error });

      expect(main.querySelector('.result')!.textContent).toBe(translate(`pair_error_${error}`, 'en'));
      expect(main.querySelector<HTMLInputElement>('#code')!.value).toBe('PP1-x');
    },
  );

  test('does not stay in the field once it was kept', async () => {
    await paste({ ok: false, error: 'not_reached' });

    expect(main.querySelector<HTMLInputElement>('#code')!.value).toBe('');
  });
});

describe('the switch of this site', () => {
  const toggle = (): HTMLButtonElement => main.querySelector('[role=switch]')!;

  test('asks for the permission in the click itself, then adds the site', async () => {
    await open({});
    toggle().click();

    expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['https://example.org/*'] });
    await vi.waitFor(() => expect(sent()).toContain('addSite'));
  });

  test('adds nothing when the permission is refused', async () => {
    browser.permissions.request.mockResolvedValue(false);
    await open({});
    toggle().click();

    await vi.waitFor(() => expect(text()).toContain(translate('popup_site_refused', 'en')));
    expect(sent()).not.toContain('addSite');
  });

  test('switches off without asking', async () => {
    await open({ site: { host: 'example.org', watched: true, canAdd: false } });
    expect(toggle().getAttribute('aria-checked')).toBe('true');
    toggle().click();

    await vi.waitFor(() => expect(sent()).toContain('removeSite'));
    expect(browser.permissions.request).not.toHaveBeenCalled();
  });

  test.each<[string, Status['site'], 'popup_site_none' | 'popup_site_locked']>([
    ['on a page no extension may read', null, 'popup_site_none'],
    ['where the company said no', { host: 'example.org', watched: false, canAdd: false }, 'popup_site_locked'],
  ])('is not there %s', async (_where, site, key) => {
    await open({ site });

    expect(main.querySelector('[role=switch]')).toBeNull();
    expect(text()).toContain(translate(key, 'en'));
  });
});

test('without the permission for this computer a click asks for it', async () => {
  browser.permissions.contains.mockResolvedValue(false);
  await open({ state: 'not_reached' });
  main.querySelector<HTMLButtonElement>('.state button')!.click();

  expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] });
});

test('what the background says enters the page as text', async () => {
  await open({ site: { host: '<img src=x>', watched: true, canAdd: false } });

  expect(main.querySelector('.site img')).toBeNull();
  expect(text()).toContain('<img src=x>');
});

test('a background that does not answer is said, not hidden', async () => {
  browser.runtime.sendMessage.mockRejectedValue(new Error('Could not establish connection'));
  await startPopup(main);

  expect(text()).toBe(translate('unexpected', 'en'));
});
