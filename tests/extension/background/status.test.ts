import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerTo } from '@/background/handlers';
import { loadPairing } from '@/background/key-store';
import { browser } from '../fake-browser';
import { freshBackground } from './background-test';
import { checkMessage, message, onFacebook, ownPage } from './messages';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

const TAB = 1;

beforeEach(freshBackground);
afterEach(() => void vi.useRealTimers());

test('the status names the page, and says whether it is watched', async () => {
  expect(await answerTo(message('status', { tabId: 7 }), ownPage())).toEqual({
    state: 'idle',
    findings: 0,
    port: 18440,
    by: 'code',
    site: { host: 'www.facebook.com', watched: true, canAdd: false },
    paused: { tab: false, site: false },
  });
});

test('the status of a site whose permission was taken back offers to ask again', async () => {
  browser.permissions.contains.mockResolvedValue(false);

  expect(await answerTo(message('status', { tabId: 7 }), ownPage())).toMatchObject({
    site: { watched: false, canAdd: true },
  });
});

test('the status before pairing is never anything but "not configured"', async () => {
  await answerTo(checkMessage, onFacebook());
  vi.mocked(loadPairing).mockResolvedValue(null);

  expect(await answerTo(message('status', { tabId: TAB }), ownPage())).toMatchObject({
    state: 'not_configured',
    findings: 0,
    port: null,
  });
});

test('the status never holds a key', async () => {
  const status = await answerTo(message('status', { tabId: null }), ownPage());

  expect(Object.keys(status as object).sort()).toEqual(['by', 'findings', 'paused', 'port', 'site', 'state']);
});
