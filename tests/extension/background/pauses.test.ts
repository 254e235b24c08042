import { beforeEach, describe, expect, test, vi } from 'vitest';
import { followPage, forgetTab, pause, pausedIn } from '@/background/pauses';
import { noteChecked, noteError, stateOf } from '@/background/states';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

const FACEBOOK = { id: 1, url: 'https://www.facebook.com/' };
const FACEBOOK_TOO = { id: 2, url: 'https://www.facebook.com/groups' };
const X = { id: 3, url: 'https://x.com/' };
const SECRET = { id: 4 };
const TABS = [FACEBOOK, FACEBOOK_TOO, X, SECRET];

const told = (): unknown[][] => browser.tabs.sendMessage.mock.calls as unknown[][];
const statesNow = async (): Promise<string[]> => Promise.all(TABS.map(async ({ id }) => (await stateOf(id)).state));

beforeEach(() => {
  reset();
  browser.tabs.query.mockResolvedValue(TABS as never);
  browser.tabs.get.mockImplementation(async (id) => TABS.find((tab) => tab.id === id) as never);
});

describe('a pause', () => {
  test('of a tab is shown and told there, and nowhere else', async () => {
    await pause({ tabId: 1, tab: true, site: null });

    expect(await statesNow()).toEqual(['paused', 'idle', 'idle', 'idle']);
    expect(told()).toEqual([[1, { notice: 'paused', paused: true }]]);
    expect(browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: 1, text: 'II' });
    expect(browser.action.setIcon).toHaveBeenCalledWith({ tabId: 1, path: { 16: '/icon/paused-16.png', 32: '/icon/paused-32.png' } });
  });

  test('of a site is shown and told in every tab of it', async () => {
    await pause({ tabId: 1, tab: null, site: true });

    expect(await statesNow()).toEqual(['paused', 'paused', 'idle', 'idle']);
    expect(told().map(([id]) => id)).toEqual([1, 2]);
  });

  test('of a tab goes on when that of its site ends', async () => {
    await pause({ tabId: 1, tab: true, site: true });
    await pause({ tabId: 1, tab: null, site: false });

    expect(await statesNow()).toEqual(['paused', 'idle', 'idle', 'idle']);
    expect(told().slice(2)).toEqual([[2, { notice: 'paused', paused: false }]]);
    expect(await pausedIn(FACEBOOK)).toEqual({ tab: true, site: false });
  });

  test('never looks as if a text was checked, also when an answer comes late', async () => {
    await pause({ tabId: 1, tab: true, site: null });
    await noteChecked(1, 0);

    expect(await stateOf(1)).toEqual({ state: 'paused', findings: 0 });
  });

  test('does not hide that nothing is connected', async () => {
    await pause({ tabId: 1, tab: true, site: null });
    await noteError(null, 'not_configured');

    expect((await stateOf(1)).state).toBe('not_configured');
  });

  test('of a tab without content scripts is no fault', async () => {
    browser.tabs.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));

    await expect(pause({ tabId: 4, tab: true, site: true })).resolves.toBeUndefined();
    expect(await pausedIn(SECRET)).toEqual({ tab: true, site: false });
  });

  test('of a tab that has just gone pauses nothing else', async () => {
    browser.tabs.get.mockRejectedValue(new Error('No tab with id: 9'));
    await pause({ tabId: 9, tab: null, site: true });

    expect(await statesNow()).toEqual(['idle', 'idle', 'idle', 'idle']);
  });
});

describe('another page in a tab', () => {
  test('of a paused tab is drawn again, since the browser forgot its icon', async () => {
    await pause({ tabId: 1, tab: true, site: null });
    browser.action.setIcon.mockClear();
    await followPage({ id: 1, url: 'https://example.org/' });

    expect(browser.action.setIcon).toHaveBeenCalledWith(expect.objectContaining({ tabId: 1 }));
    expect((await stateOf(1)).state).toBe('paused');
  });

  test('begins or ends the pause of a site', async () => {
    await pause({ tabId: 1, tab: null, site: true });
    await followPage({ id: 1, url: 'https://example.org/' });
    await followPage({ id: 3, url: 'https://www.facebook.com/' });

    expect(await statesNow()).toEqual(['idle', 'paused', 'paused', 'idle']);
  });
});

test('a closed tab leaves nothing behind, and its site stays paused', async () => {
  await pause({ tabId: 1, tab: true, site: true });
  await forgetTab(1);

  expect((await stateOf(1)).state).toBe('idle');
  expect(browser.storage.session.values['pauses']).toEqual({ tabs: [], sites: ['www.facebook.com'] });
});
