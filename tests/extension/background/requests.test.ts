import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerTo } from '@/background/handlers';
import { ask } from '@/background/server-client';
import { WHO, type MessageName } from '@/shared/messages';
import { MAX_TEXT_UTF16 } from '@/shared/wire';
import { browser, OWN_PAGE } from '../fake-browser';
import { freshBackground } from './background-test';
import { checkMessage, GOOD, message, MOMENT, NAMES, onFacebook, ownPage, sender } from './messages';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

beforeEach(freshBackground);
afterEach(() => void vi.useRealTimers());

describe.each(NAMES)('%s', (name) => {
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

/** Every one of these has all its keys, and one value that nobody of ours would send. */
test.each<[MessageName, object]>([
  ['check', { text: {} }],
  ['check', { text: ['x'] }],
  ['check', { text: 'x', site: 'x'.repeat(256) }],
  ['check', { text: 'x'.repeat(MAX_TEXT_UTF16 + 1), port: 1 }],
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
  const doing = [browser.tabs.create, browser.windows.create, browser.storage.local.set];
  expect([...doing, vi.mocked(ask)].every((it) => it.mock.calls.length === 0)).toBe(true);
});

test('a megabyte is told that it is too long, and goes nowhere', async () => {
  const long = message('check', { text: 'x'.repeat(1_000_000) });

  expect(await answerTo(long, onFacebook())).toEqual({ ok: false, error: 'text_too_long' });
  expect(ask).not.toHaveBeenCalled();
});

describe('a thousand in one second', () => {
  const contentNames = NAMES.filter((name) => WHO[name] === 'content');

  test.each(contentNames)('of the message %s are answered fifty times at most', async (name) => {
    const good = message(name, GOOD[name]);
    const answers = await Promise.all(Array.from({ length: 1000 }, () => answerTo(good, onFacebook())));

    expect(answers.filter((answer) => answer !== undefined).length).toBeLessThanOrEqual(50);
  });

  test('checks reach the server a dozen times, and those of another tab all the same', async () => {
    await Promise.all(Array.from({ length: 1000 }, () => answerTo(checkMessage, onFacebook(1))));
    const reached = vi.mocked(ask).mock.calls.length;

    expect(reached).toBeLessThanOrEqual(12);
    expect(await answerTo(checkMessage, onFacebook(2))).toMatchObject({ ok: true });
  });
});

test('whatever somebody sends, the table answers or is silent, and never throws', async () => {
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.string());
  const anything = fc.oneof(fc.anything(), fc.record({ name, request: fc.anything() }), name.map((it) => message(it, null)));
  const senders = [onFacebook, ownPage];
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom(...senders), async (value, from) => {
      await expect(answerTo(value, from())).resolves.not.toThrow();
    }),
    { numRuns: 500 },
  );
});
