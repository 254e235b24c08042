import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startBackground } from '@/background/index';
import { begin, ping } from '@/background/pairing';
import { addSite } from '@/background/sites';
import { stateOf } from '@/background/states';
import { loadPauses, pauseTab } from '@/shared/storage/pause-store';
import { saveSetting } from '@/shared/storage/settings-store';
import { addSilence } from '@/shared/storage/silence-store';
import { browser, EXTENSION_ID, fire, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/pairing');

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  reset();
  startBackground();
});

test('every listener is there as soon as the worker runs: the event that woke it comes next', () => {
  const { runtime, permissions, tabs, windows, commands, alarms } = browser;
  const events = [runtime.onMessage, runtime.onInstalled, runtime.onStartup, permissions.onAdded, permissions.onRemoved];

  for (const event of [...events, tabs.onUpdated, tabs.onRemoved, windows.onRemoved, commands.onCommand, alarms.onAlarm]) {
    expect(event.addListener).toHaveBeenCalledOnce();
  }
});

test.each(['onStartup', 'onInstalled'] as const)('%s asks how things stand, and keeps the session from content scripts', async (event) => {
  fire(browser.runtime[event], { reason: 'update' });
  await settle();

  expect(begin).toHaveBeenCalledOnce();
  expect(browser.storage.session.setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
});

test('the alarm, and a policy that comes late, ask for a sign of life', async () => {
  fire(browser.alarms.onAlarm, { name: 'retry' });
  expect(ping).toHaveBeenCalledTimes(1);
  fire(browser.alarms.onAlarm, { name: 'another' });
  expect(ping).toHaveBeenCalledTimes(1);
  await browser.storage.managed.set({ service_origin: 'https://porte-parole.example' });
  expect(ping).toHaveBeenCalledTimes(2);
});

describe('the first run', () => {
  test('opens the welcome page, once', async () => {
    fire(browser.runtime.onInstalled, { reason: 'install' });
    await settle();
    fire(browser.runtime.onInstalled, { reason: 'install' });
    await settle();

    expect(browser.tabs.create.mock.calls).toEqual([[{ url: `chrome-extension://${EXTENSION_ID}/welcome.html` }]]);
  });

  test.each(['update', 'chrome_update'])('is not an %s', async (reason) => {
    fire(browser.runtime.onInstalled, { reason });
    await settle();

    expect(browser.tabs.create).not.toHaveBeenCalled();
  });
});

test('after an update, added sites are registered again and read in open tabs', async () => {
  await addSite('https://example.org');
  browser.scripting.registered.clear();
  browser.tabs.query.mockResolvedValue([{ id: 5 }]);
  fire(browser.runtime.onInstalled, { reason: 'update' });
  await settle();

  expect([...browser.scripting.registered.values()]).toEqual([
    expect.objectContaining({ matches: ['https://example.org/*'], allFrames: true, matchOriginAsFallback: true }),
  ]);
  expect(browser.scripting.executeScript).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 5, allFrames: true } }));
});

describe('a keyboard command', () => {
  test.each(['next_mark', 'previous_mark', 'open_card'])('%s is passed on to the tab in front', (command) => {
    fire(browser.commands.onCommand, command, { id: 6 });

    expect(browser.tabs.sendMessage).toHaveBeenCalledWith(6, { notice: 'command', command });
  });

  test('that is not ours, or pressed outside any tab, is passed on to nobody', () => {
    fire(browser.commands.onCommand, '_execute_action', { id: 6 });
    fire(browser.commands.onCommand, 'next_mark', undefined);

    expect(browser.tabs.sendMessage).not.toHaveBeenCalled();
  });
});

test('when silences change, every tab is told to check again', async () => {
  browser.tabs.query.mockResolvedValue([{ id: 1 }, { id: 2 }]);
  browser.tabs.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
  await addSilence({ kind: 'rule', rule: 'r', title: 't', category: 'c', words: '' });
  await settle();

  expect(browser.tabs.sendMessage.mock.calls).toEqual([[1, { notice: 'check_again' }], [2, { notice: 'check_again' }]]);
});

test('when the language changes, the icon says it in the new one', async () => {
  await saveSetting('language', 'nl');
  await settle();

  expect(browser.action.setTitle).toHaveBeenLastCalledWith({ title: 'Porte-parole · Klaar om mee te lezen' });
});

test('a tab that closes ends its pause; one that loads another page stays paused', async () => {
  await pauseTab(3, true);
  fire(browser.tabs.onUpdated, 3, { status: 'loading' }, { id: 3, url: 'https://x.com/' });
  await settle();
  expect((await stateOf(3)).state).toBe('paused');
  fire(browser.tabs.onRemoved, 3);
  await settle();

  expect((await loadPauses()).tabs).toEqual([]);
});

test('when a permission is taken back, its site is registered no more', async () => {
  await addSite('https://example.org');
  browser.permissions.contains.mockResolvedValue(false);
  fire(browser.permissions.onRemoved, { origins: ['https://example.org/*'] });
  await settle();

  expect(browser.scripting.registered.size).toBe(0);
});
