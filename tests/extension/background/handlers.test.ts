import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Pairing } from '@/background/channel';
import { answerTo } from '@/background/handlers';
import { loadPairing } from '@/background/key-store';
import { ask } from '@/background/server-client';
import { WHO, type MessageName, type Messages } from '@/shared/messages';
import { MAX_TEXT_UTF16 } from '@/shared/wire';
import report from '../../contract/report.json';
import request from '../../contract/request.json';
import { browser, EXTENSION_ID, OWN_PAGE, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

type Sender = Parameters<typeof answerTo>[1];

let nextTab = 1;
const sender = (url: string | undefined, change: object = {}): Sender =>
  ({ id: EXTENSION_ID, url, tab: { id: nextTab, url }, ...change }) as Sender;

const onFacebook = (): Sender => sender('https://www.facebook.com/groups/1');
const ownPage = (): Sender => sender(OWN_PAGE, { tab: undefined });

/** A good request for every message, so that only the sender decides. */
const GOOD: { [N in MessageName]: Messages[N]['request'] } = {
  check: { text: request.text },
  composer: { state: 'gone' },
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
  vi.mocked(loadPairing).mockResolvedValue({ port: 18440, kid: 'k1', key: {} as CryptoKey } satisfies Pairing);
  vi.mocked(ask).mockResolvedValue({ ok: true, value: report });
});

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

    expect(Object.keys(status as object).sort()).toEqual(['findings', 'port', 'site', 'state']);
  });
});
