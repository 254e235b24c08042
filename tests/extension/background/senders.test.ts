import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerTo } from '@/background/handlers';
import { ask } from '@/background/server-client';
import { pauseSite, pauseTab } from '@/shared/storage/pause-store';
import { WHO } from '@/shared/messages';
import report from '../../contract/report.json';
import { browser, EXTENSION_ID } from '../fake-browser';
import { freshBackground } from './background-test';
import { checkMessage, GOOD, message, NAMES, onFacebook, ownPage, sender, STRANGERS } from './messages';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

beforeEach(freshBackground);
afterEach(() => void vi.useRealTimers());

const didNothing = (): boolean => {
  const { tabs, windows, storage, permissions, runtime, scripting } = browser;
  const doing = [ask, tabs.create, windows.create, storage.local.set, storage.session.set, permissions.remove];
  return [...doing, runtime.sendNativeMessage, scripting.registerContentScripts].every((it) => vi.mocked(it).mock.calls.length === 0);
};

describe.each(NAMES)('%s', (name) => {
  const good = message(name, GOOD[name]);

  test('is answered to our own pages', async () => {
    expect(await answerTo(good, ownPage())).not.toBeUndefined();
  });

  test('is answered to our own pages in a tab', async () => {
    expect(await answerTo(good, sender(`chrome-extension://${EXTENSION_ID}/options.html`))).not.toBeUndefined();
  });

  test(`is ${WHO[name] === 'content' ? '' : 'not '}answered to a content script on a watched site`, async () => {
    expect((await answerTo(good, onFacebook())) === undefined).toBe(WHO[name] !== 'content');
  });

  test.each(STRANGERS)('is not answered to %s, and does nothing', async (_who, from) => {
    expect(await answerTo(good, from())).toBeUndefined();
    expect(didNothing()).toBe(true);
  });
});

test('no content script is given anything but what concerns its own composer', () => {
  const given = NAMES.filter((name) => WHO[name] === 'content');

  expect(given).toEqual(['check', 'composer', 'here', 'propose', 'count', 'reminder', 'reminderDismissed', 'open']);
});

test('a frame without an address of its own counts as the page that made it', async () => {
  const frame = sender('about:srcdoc', { origin: 'https://www.facebook.com' });

  expect(await answerTo(checkMessage, frame)).toEqual({ ok: true, value: report });
});

test('a frame of a watched site in a page that we may not know is answered', async () => {
  const frame = sender('https://www.facebook.com/plugins', { tab: { id: 1 } });

  expect(await answerTo(checkMessage, frame)).toEqual({ ok: true, value: report });
});

describe('where the person or the company wants nothing to be read, no text is taken', () => {
  const isTaken = async (): Promise<boolean> => (await answerTo(checkMessage, onFacebook(4))) !== undefined;

  test.each<[string, () => Promise<unknown>]>([
    ['the tab is paused', () => pauseTab(4, true)],
    ['its site is paused', () => pauseSite('www.facebook.com', true)],
    ['its site is switched off', () => browser.storage.local.set({ off: ['facebook'] })],
    ['the company switched it off', async () => Object.assign(browser.storage.managed.values, { disabled_sites: ['facebook.com'] })],
    ['the permission was taken back', async () => browser.permissions.contains.mockResolvedValue(false)],
  ])('when %s', async (_what, prepare) => {
    expect(await isTaken()).toBe(true);
    await prepare();
    vi.mocked(ask).mockClear();

    expect(await isTaken()).toBe(false);
    expect(ask).not.toHaveBeenCalled();
  });

  test('also not from a frame of a site that is on', async () => {
    await browser.storage.local.set({ off: ['facebook'] });
    const frame = sender('https://www.youtube.com/embed', { tab: { id: 4, url: 'https://www.facebook.com/' } });

    expect(await answerTo(checkMessage, frame)).toBeUndefined();
  });
});
