import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startPopup } from '@/pages/popup';
import { translate } from '@/pages/words';
import { SERVER_STATES, type Envelope, type ServerState, type Status } from '@/shared/messages';
import { browser, reset } from '../../fake-browser';
import { listOf, markOf, missing, withTabs, type FakeTabs } from '../live-lists';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

const STATUS: Status = {
  state: 'idle',
  findings: 0,
  port: 18440,
  by: 'code',
  site: { host: 'example.org', watched: false, canAdd: true },
  paused: { tab: false, site: false },
};
const WATCHED = { host: 'example.org', watched: true, canAdd: false };
let main: HTMLElement;
let answers: Record<string, unknown>;
let tabs: FakeTabs;

const open = async (status: Partial<Status>): Promise<void> => {
  answers['status'] = { ...STATUS, ...status };
  await startPopup(main);
};
const text = (): string => main.textContent;
const sent = (): string[] => browser.runtime.sendMessage.mock.calls.map(([envelope]) => (envelope as Envelope).name);

beforeEach(() => {
  reset();
  tabs = withTabs();
  vi.stubGlobal('close', vi.fn());
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  answers = { retry: { ok: true, value: null }, addSite: { ok: true, value: null }, removeSite: null };
  browser.runtime.sendMessage.mockImplementation(async ({ name }: Envelope) => answers[name]);
  browser.tabs.query.mockResolvedValue([{ id: 3, windowId: 1, url: 'https://example.org:8443/page' } as never]);
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

test('the privacy promise and our other pages are always one click away', async () => {
  await open({ state: 'not_reached' });

  expect(text()).toContain(translate('privacy_promise', 'en'));
  expect([...main.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/practice.html',
    '/learn.html',
    '/options.html',
    '/stored.html',
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

describe('the button to connect', () => {
  const press = async (answer: unknown): Promise<void> => {
    answers['connect'] = answer;
    await open({ state: 'not_configured', port: null, by: null });
    main.querySelector<HTMLButtonElement>('.pairing > button')!.click();
    await vi.waitFor(() => expect(main.querySelector('.result')!.textContent).not.toBe(''));
  };

  test('needs no code', async () => {
    await press({ ok: true, value: { port: 40001 } });

    expect(main.querySelector('.result')!.textContent).toBe(translate('connect_done', 'en', ['40001']));
    expect(sent()).not.toContain('pair');
  });

  test.each(['no_host', 'unusable', 'not_running', 'not_reached', 'not_authenticated', 'refused'] as const)(
    'that is answered with %s says what to do, and leaves the field for a code',
    async (error) => {
      await press({ ok: false, error });

      expect(main.querySelector('.result')!.textContent).toBe(translate(`connect_error_${error}`, 'en'));
      expect(main.querySelector('#code')).not.toBeNull();
    },
  );
});

describe('with the company’s own service', () => {
  beforeEach(() => void browser.runtime.getManifest.mockReturnValue({ host_permissions: ['https://porte-parole.example/*'] }));

  test.each<ServerState>(['not_configured', 'not_authenticated'])('no code is asked for in the state %s', async (state) => {
    await open({ state, by: 'service' });

    expect(main.querySelector('#code')).toBeNull();
  });

  test('the promise says where texts go', async () => {
    await open({ state: 'active', by: 'service' });

    expect(text()).toContain(translate('privacy_promise_service', 'en'));
    expect(text()).not.toContain('this computer');
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

  test('keeps the keyboard where it was', async () => {
    await open({ site: WATCHED });
    toggle().focus();
    answers['status'] = { ...STATUS };
    toggle().click();

    await vi.waitFor(() => expect(toggle().getAttribute('aria-checked')).toBe('false'));
    expect(document.activeElement).toBe(toggle());
  });
});

describe('the marks of this page', () => {
  const rows = (): HTMLButtonElement[] => [...main.querySelectorAll<HTMLButtonElement>('.mark')];

  test('are listed most serious first, in words and not by the line alone', async () => {
    await open({ state: 'active', site: WATCHED });
    tabs.port().says(listOf([markOf(1, { severity: 'low' }), markOf(2, { severity: 'high', shown: '••••', words: '1234' })]));

    expect(rows().map((row) => row.textContent)).toEqual([
      `${translate('card_severity_high', 'en')}: ••••Title 2`,
      `${translate('card_severity_low', 'en')}: words 1Title 1`,
    ]);
    expect(main.innerHTML).not.toContain('1234');
  });

  test('a click on one shows it in the page and closes the popup', async () => {
    await open({ state: 'active', site: WATCHED });
    tabs.port().says(listOf([markOf(5)]));
    rows()[0]!.click();

    expect(tabs.port().postMessage).toHaveBeenCalledWith({ frame: 'frame-1', mark: 5, order: 'show', suggestion: 0 });
    expect(close).toHaveBeenCalled();
  });

  test('beyond three are left to the side panel, opened within the click', async () => {
    await open({ state: 'active', site: WATCHED });
    tabs.port().says(listOf([1, 2, 3, 4, 5].map((id) => markOf(id))));
    expect(rows()).toHaveLength(3);
    main.querySelector<HTMLButtonElement>('.all')!.click();

    const { sidePanel } = browser as unknown as { sidePanel: { open: unknown } };
    expect(sidePanel.open).toHaveBeenCalledWith({ windowId: 1 });
  });

  test('are counted in the sentence of the state as they are now', async () => {
    await open({ state: 'active', findings: 4, site: WATCHED });
    tabs.port().says(listOf([markOf(1)]));

    expect(main.querySelector('.state p')!.textContent).toBe(translate('state_active_text_some', 'en', ['1']));
  });

  test('a text that is not checked never stands under "Text checked"', async () => {
    await open({ state: 'active', site: WATCHED });
    tabs.port().says(listOf([], { state: 'not_checked' }));

    expect(main.querySelector('h1')!.textContent).not.toBe(translate('state_active_title', 'en'));
    expect(text()).toContain(translate('popup_not_yet', 'en'));
  });

  test('that change do not take a half-pasted code away', async () => {
    await open({ state: 'not_configured', port: null, site: WATCHED });
    main.querySelector<HTMLInputElement>('#code')!.value = 'PP1-half';
    tabs.port().says(listOf([markOf(1)]));

    expect(main.querySelector<HTMLInputElement>('#code')!.value).toBe('PP1-half');
  });
});

describe('who will read it', () => {
  const around = (): string => main.querySelector('.around')!.textContent;

  test.each<[Parameters<typeof listOf>[1], string]>([
    [{}, 'Visible to everyone · as Novassur (company account)'],
    [{ account: 'personal', accountName: 'Camille' }, 'Visible to everyone · as Camille'],
    [{ account: 'unknown', accountName: '', audience: 'unknown' }, 'I cannot see who will read it'],
    [{ accountName: '', audience: 'public' }, 'Visible to everyone · as a company account'],
  ])('%j', async (list, expected) => {
    await open({ state: 'active', site: WATCHED });
    tabs.port().says(listOf([], list));

    expect(around()).toBe(expected);
  });

  test('a composer that is not recognised is said', async () => {
    await open({ state: 'active', site: WATCHED });
    tabs.port().says(listOf([], { selfTest: missing('composer', 'audience') }));

    expect(around()).toContain(translate('popup_selftest_composer', 'en'));
  });

  test('parts that are missing are named', async () => {
    await open({ state: 'active', site: WATCHED });
    tabs.port().says(listOf([], { selfTest: missing('publish', 'account') }));

    expect(around()).toContain('I no longer find the publish button or the name of the account.');
  });
});

describe('a pause', () => {
  const chips = (): HTMLButtonElement[] => [...main.querySelectorAll<HTMLButtonElement>('.pause button')];
  const asked = (): unknown =>
    browser.runtime.sendMessage.mock.calls.map(([envelope]) => envelope as Envelope).find(({ name }) => name === 'pause')?.request;

  test.each([
    [0, { tabId: 3, tab: true, site: null }],
    [1, { tabId: 3, tab: null, site: true }],
  ])('is asked for by button %i', async (at, expected) => {
    await open({ site: WATCHED });
    chips()[at]!.click();

    expect(asked()).toEqual(expected);
  });

  test('is shown as pressed, and ends by the same button', async () => {
    await open({ site: WATCHED, paused: { tab: true, site: false } });
    expect(chips().map((chip) => chip.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    chips()[0]!.click();

    expect(asked()).toEqual({ tabId: 3, tab: false, site: null });
  });

  test('is not offered where nothing is read anyway', async () => {
    await open({});

    expect(chips()).toEqual([]);
  });
});

test('where the browser has no side panel none is offered', async () => {
  Object.assign(browser, { sidePanel: undefined });
  await open({});

  expect(main.querySelector('.head button')).toBeNull();
});

test('in Firefox the sidebar opens', async () => {
  const sidebarAction = { open: vi.fn(async () => undefined) };
  Object.assign(browser, { sidePanel: undefined, sidebarAction });
  await open({});
  main.querySelector<HTMLButtonElement>('.head button')!.click();

  expect(sidebarAction.open).toHaveBeenCalled();
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
