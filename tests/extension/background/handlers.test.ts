import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Pairing } from '@/background/channel';
import { answerTo } from '@/background/handlers';
import { loadPairing } from '@/background/key-store';
import { ask } from '@/background/server-client';
import { WHO, type MessageName, type Messages } from '@/shared/messages';
import type { Moment } from '@/shared/reminders';
import { addSilence } from '@/shared/storage/silence-store';
import { MAX_TEXT_UTF16 } from '@/shared/wire';
import report from '../../contract/report.json';
import request from '../../contract/request.json';
import { browser, EXTENSION_ID, OWN_PAGE, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/shared/storage/device-key', () => import('../fake-device-key'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

type Sender = Parameters<typeof answerTo>[1];

let nextTab = 1;
const sender = (url: string | undefined, change: object = {}): Sender =>
  ({ id: EXTENSION_ID, url, tab: { id: nextTab, url }, ...change }) as Sender;

const onFacebook = (): Sender => sender('https://www.facebook.com/groups/1');
const ownPage = (): Sender => sender(OWN_PAGE, { tab: undefined });

const MOMENT: Moment = { site: 'www.facebook.com', audience: 'public', account: 'unknown', accountName: '', namesCompany: false, heated: false };

/** A good request for every message, so that only the sender decides. */
const GOOD: { [N in MessageName]: Messages[N]['request'] } = {
  check: { text: request.text },
  composer: { state: 'gone' },
  here: null,
  propose: { kind: 'words', rule: 'r', title: 't', category: 'heated-slip', words: 'w' },
  count: { what: 'shown', times: 1 },
  reminder: MOMENT,
  reminderDismissed: null,
  open: { page: 'learn', at: 'rumour' },
  pause: { tabId: 1, tab: true, site: null },
  proposal: null,
  status: { tabId: null },
  pair: { code: 'x' },
  unpair: null,
  retry: null,
  sites: null,
  addSite: { origin: 'https://example.org' },
  removeSite: { origin: 'https://example.org' },
};
const NAMES = Object.keys(GOOD) as MessageName[];
const message = (name: string, value: unknown): unknown => ({ name, request: value });
const checkMessage = message('check', GOOD.check);

beforeEach(() => {
  reset();
  nextTab += 1;
  // Each test in a minute of its own: what one may do in a second, another must not have used up.
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 3, 10) + nextTab * 60_000, toFake: ['Date'] });
  vi.mocked(loadPairing).mockResolvedValue({ port: 18440, kid: 'k1', key: {} as CryptoKey } satisfies Pairing);
  vi.mocked(ask).mockResolvedValue({ ok: true, value: report });
});

afterEach(() => void vi.useRealTimers());

describe.each(NAMES)('%s', (name) => {
  const good = message(name, GOOD[name]);

  test('is answered to our own pages', async () => {
    expect(await answerTo(good, ownPage())).not.toBeUndefined();
  });

  test(`is ${WHO[name] === 'content' ? '' : 'not '}answered to a content script on a watched site`, async () => {
    expect((await answerTo(good, onFacebook())) === undefined).toBe(WHO[name] !== 'content');
  });

  test.each<[string, () => Sender]>([
    ['a site that is not watched', () => sender('https://example.org/')],
    ['a site with a name that looks watched', () => sender('https://facebook.com.example.org/')],
    ['a watched site without encryption', () => sender('http://www.facebook.com/')],
    ['a frame without an address in a page that is not watched', () => sender('about:blank', { origin: 'https://example.org' })],
    ['a sandboxed frame', () => sender('about:srcdoc', { origin: 'null' })],
    ['a content script without a tab', () => sender('https://www.facebook.com/', { tab: undefined })],
    ['a page that is nowhere', () => sender(undefined, { tab: { id: 1 } })],
    ['another extension', () => sender('https://www.facebook.com/', { id: 'a'.repeat(32) })],
    ['a page of another extension', () => sender(`chrome-extension://${'a'.repeat(32)}/popup.html`, { id: 'a'.repeat(32) })],
    ['an address that begins like ours', () => sender(`chrome-extension://${EXTENSION_ID}.example.org/`)],
  ])('is not answered to %s', async (_who, from) => {
    expect(await answerTo(good, from())).toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
  });

  test.each([[undefined], [1], ['x'], [[]], [{ port: 1 }], [{ ...GOOD[name], port: 1 }]])(
    'is not answered with a request of the form %j',
    async (value) => {
      expect(await answerTo(message(name, value), ownPage())).toBeUndefined();
    },
  );
});

test.each([
  ['null', null],
  ['text', 'check'],
  ['an unknown name', message('settings', null)],
  ['a name that every object has', message('constructor', null)],
  ['one more key', { name: 'unpair', request: null, port: 1 }],
  ['no request', { name: 'unpair' }],
])('a message that is %s is not answered', async (_what, value) => {
  expect(await answerTo(value, ownPage())).toBeUndefined();
});

test('a frame without an address of its own counts as the page that made it', async () => {
  const frame = sender('about:srcdoc', { origin: 'https://www.facebook.com' });

  expect(await answerTo(checkMessage, frame)).toEqual({ ok: true, value: report });
});

describe('a check', () => {
  test('brings the report and the number of marks to the toolbar', async () => {
    expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: true, value: report });

    expect(browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: nextTab, text: '1' });
  });

  test('without a pairing says so and asks nobody', async () => {
    vi.mocked(loadPairing).mockResolvedValue(null);

    expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: false, error: 'not_configured' });
    expect(ask).not.toHaveBeenCalled();
  });

  test('of a text over the limit says so and asks nobody', async () => {
    const tooLong = message('check', { text: 'x'.repeat(MAX_TEXT_UTF16 + 1) });

    expect(await answerTo(tooLong, onFacebook())).toEqual({ ok: false, error: 'text_too_long' });
    expect(ask).not.toHaveBeenCalled();
  });

  test('with an answer that points outside the text is refused', async () => {
    const short = message('check', { text: 'x' });

    expect(await answerTo(short, onFacebook())).toEqual({ ok: false, error: 'refused' });
  });

  test('passes the reason on when the server is not reached, and shows it', async () => {
    vi.mocked(ask).mockResolvedValue({ ok: false, error: 'not_reached' });

    expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: false, error: 'not_reached' });
    expect(await answerTo(message('status', { tabId: nextTab }), ownPage())).toMatchObject({ state: 'not_reached' });
  });

  test('leaves out what the person silenced, also from the number on the icon', async () => {
    await addSilence({ kind: 'rule', rule: report.findings[0]!.rule, title: 't', category: 'c', words: '' });

    expect(await answerTo(checkMessage, onFacebook())).toMatchObject({ value: { findings: [], level: 'clear' } });
    expect(await answerTo(message('status', { tabId: nextTab }), ownPage())).toMatchObject({ state: 'active', findings: 0 });
  });

  test('is answered also when silences cannot be read or the icon cannot be drawn', async () => {
    browser.storage.session.set.mockRejectedValue(new Error('QuotaExceededError'));
    browser.storage.local.get.mockImplementation(async (keys) => {
      if (keys === 'silences') throw new Error('corrupt');
      return {};
    });

    expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: true, value: report });
  });

  test('is answered again at once when the clock was set back an hour', async () => {
    await answerTo(checkMessage, onFacebook());
    vi.setSystemTime(Date.now() - 3_600_000);

    expect(await answerTo(checkMessage, onFacebook())).toMatchObject({ ok: true });
  });

  test('a hundred times in one second does not reach the server a hundred times', async () => {
    await Promise.all(Array.from({ length: 100 }, () => answerTo(checkMessage, onFacebook())));

    expect(vi.mocked(ask).mock.calls.length).toBeLessThan(20);
  });
});

describe('the status', () => {
  test('names the page, and says whether it is watched', async () => {
    expect(await answerTo(message('status', { tabId: 7 }), ownPage())).toEqual({
      state: 'idle',
      findings: 0,
      port: 18440,
      site: { host: 'www.facebook.com', watched: true, canAdd: false },
      paused: { tab: false, site: false },
    });
  });

  test('of a site whose permission was taken back offers to ask again', async () => {
    browser.permissions.contains.mockResolvedValue(false);

    expect(await answerTo(message('status', { tabId: 7 }), ownPage())).toMatchObject({
      site: { watched: false, canAdd: true },
    });
  });

  test('before pairing is never anything but "not configured"', async () => {
    await answerTo(checkMessage, onFacebook());
    vi.mocked(loadPairing).mockResolvedValue(null);

    expect(await answerTo(message('status', { tabId: nextTab }), ownPage())).toMatchObject({
      state: 'not_configured',
      findings: 0,
      port: null,
    });
  });

  test('never holds a key', async () => {
    const status = await answerTo(message('status', { tabId: null }), ownPage());

    expect(Object.keys(status as object).sort()).toEqual(['findings', 'paused', 'port', 'site', 'state']);
  });
});

/** Every one of these has all its keys, and one value that nobody of ours would send. */
test.each<[MessageName, object]>([
  ['composer', { state: 'active' }],
  ['propose', { ...GOOD.propose, kind: 'site' }],
  ['propose', { ...GOOD.propose, words: 'x'.repeat(301) }],
  ['propose', { ...GOOD.propose, rule: '' }],
  ['propose', { ...GOOD.propose, title: 7 }],
  ['count', { what: 'typed', times: 1 }],
  ['count', { what: 'shown', times: 0 }],
  ['count', { what: 'shown', times: 301 }],
  ['count', { what: 'shown', times: 1.5 }],
  ['reminder', { ...MOMENT, site: '' }],
  ['reminder', { ...MOMENT, audience: 'all' }],
  ['reminder', { ...MOMENT, account: null }],
  ['reminder', { ...MOMENT, accountName: 'x'.repeat(101) }],
  ['reminder', { ...MOMENT, heated: 1 }],
  ['open', { page: 'welcome', at: '' }],
  ['open', { page: 'https://example.org', at: '' }],
  ['open', { page: 'learn', at: '/../../popup.html' }],
  ['open', { page: 'learn', at: 'x'.repeat(65) }],
  ['open', { page: 'learn', at: null }],
  ['pause', { tabId: -1, tab: true, site: null }],
  ['pause', { tabId: 1, tab: 'yes', site: null }],
  ['pause', { tabId: 1.5, tab: null, site: null }],
])('%s with %j is not answered and does nothing', async (name, request) => {
  expect(await answerTo(message(name, request), sender(OWN_PAGE))).toBeUndefined();
  expect([browser.tabs.create, browser.windows.create, browser.storage.local.set].every((it) => it.mock.calls.length === 0)).toBe(true);
});

describe('a composer', () => {
  const stateAfter = async (state: string): Promise<unknown> => {
    await answerTo(checkMessage, onFacebook());
    await answerTo(message('composer', { state }), onFacebook());
    return answerTo(message('status', { tabId: nextTab }), ownPage());
  };

  test.each([
    ['gone', 'idle'],
    ['text_too_long', 'text_too_long'],
    ['left', 'left'],
  ])('that is %s makes the icon say %s, and no longer that the text was checked', async (state, shown) => {
    expect(await stateAfter(state)).toMatchObject({ state: shown, findings: 0 });
  });
});

describe('a frame that asks where it is', () => {
  test('learns the host of the page around it', async () => {
    const frame = sender('https://www.facebook.com/plugins', { tab: { id: nextTab, url: 'https://news.example/page?x#y' } });

    expect(await answerTo(message('here', null), frame)).toEqual({ paused: false, topHost: 'news.example' });
  });

  test('learns nothing of a page that no extension may know', async () => {
    const frame = sender('https://www.facebook.com/plugins', { tab: { id: nextTab } });

    expect(await answerTo(message('here', null), frame)).toEqual({ paused: false, topHost: null });
  });

  test('learns that the person paused its tab', async () => {
    await answerTo(message('pause', { tabId: nextTab, tab: true, site: null }), ownPage());

    expect(await answerTo(message('here', null), onFacebook())).toMatchObject({ paused: true });
  });
});

describe('a proposal', () => {
  const propose = (words: string, from: Sender = onFacebook()): Promise<unknown> =>
    answerTo(message('propose', { ...GOOD.propose, words }), from);

  test('opens a window of ours, which learns what it is about and changes nothing by itself', async () => {
    await propose('crétin');

    expect(browser.windows.create).toHaveBeenCalledWith({
      url: `chrome-extension://${EXTENSION_ID}/silence.html`,
      type: 'popup',
      width: 440,
      height: 360,
    });
    expect(await answerTo(message('proposal', null), ownPage())).toMatchObject({ words: 'crétin' });
    expect(browser.storage.local.values).toEqual({});
  });

  test('from a page of ours outside any tab opens nothing', async () => {
    await propose('x', ownPage());

    expect(browser.windows.create).not.toHaveBeenCalled();
  });

  test('a hundred times at once, from many tabs, opens one window', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, id) => propose('x', sender('https://x.com/', { tab: { id } }))));

    expect(browser.windows.create).toHaveBeenCalledOnce();
  });
});

describe('a count', () => {
  test('is kept on this device', async () => {
    await answerTo(message('count', { what: 'reworded', times: 2 }), onFacebook());

    expect(browser.storage.local.values['figures']).toMatchObject({ reworded: 2 });
  });

  test('is not kept where the person or the company wants none', async () => {
    browser.storage.managed.values['figures'] = false;
    await answerTo(message('count', GOOD.count), onFacebook());

    expect(browser.storage.local.values).toEqual({});
  });
});

describe('opening', () => {
  test('a lesson opens our own page at its place', async () => {
    await answerTo(message('open', GOOD.open), onFacebook());

    expect(browser.tabs.create).toHaveBeenCalledWith({ url: `chrome-extension://${EXTENSION_ID}/learn.html#rumour` });
  });

  test('again and again in one second opens one tab', async () => {
    await Promise.all(Array.from({ length: 20 }, () => answerTo(message('open', { page: 'options', at: '' }), onFacebook())));

    expect(browser.tabs.create).toHaveBeenCalledOnce();
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: `chrome-extension://${EXTENSION_ID}/options.html` });
  });
});

test('a reminder is answered with its line, once; sent away three times, two weeks with none', async () => {
  const ask = (): Promise<unknown> => answerTo(message('reminder', { ...MOMENT, account: 'official' }), onFacebook());
  const days = (count: number): void => void vi.setSystemTime(Date.now() + count * 86_400_000);
  for (const wait of [3, 3, 3]) {
    expect(await ask()).toMatchObject({ text: expect.stringMatching(/./) });
    expect(await ask()).toBeNull();
    await answerTo(message('reminderDismissed', null), onFacebook());
    days(wait);
  }
  expect(await ask()).toBeNull();
  days(12);
  expect(await ask()).not.toBeNull();
});
