import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerTo } from '@/background/handlers';
import { browser, EXTENSION_ID } from '../fake-browser';
import { freshBackground } from './background-test';
import { checkMessage, GOOD, message, MOMENT, onFacebook, ownPage, sender, type Sender } from './messages';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

const TAB = 1;

beforeEach(freshBackground);
afterEach(() => void vi.useRealTimers());

describe('a composer', () => {
  const stateAfter = async (state: string): Promise<unknown> => {
    await answerTo(checkMessage, onFacebook());
    await answerTo(message('composer', { state }), onFacebook());
    return answerTo(message('status', { tabId: TAB }), ownPage());
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
    const frame = sender('https://www.facebook.com/plugins', { tab: { id: TAB, url: 'https://news.example/page?x#y' } });

    expect(await answerTo(message('here', null), frame)).toEqual({ paused: false, topHost: 'news.example' });
  });

  test('learns nothing of a page that no extension may know', async () => {
    const frame = sender('https://www.facebook.com/plugins', { tab: { id: TAB } });

    expect(await answerTo(message('here', null), frame)).toEqual({ paused: false, topHost: null });
  });

  test('learns that the person paused its tab', async () => {
    await answerTo(message('pause', { tabId: TAB, tab: true, site: null }), ownPage());

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
