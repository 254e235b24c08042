import { beforeEach, expect, test, vi } from 'vitest';
import { loadPauses, pauseSite, pauseTab } from '@/shared/storage/pause-store';
import { browser, reset } from '../../fake-browser';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

beforeEach(reset);

test('nothing is paused at first', async () => {
  expect(await loadPauses()).toEqual({ tabs: [], sites: [] });
});

test('tabs and sites are paused and resumed, each by itself', async () => {
  await Promise.all([pauseTab(1, true), pauseTab(2, true), pauseSite('x.com', true), pauseSite('x.com', true)]);
  await pauseTab(1, false);

  expect(await loadPauses()).toEqual({ tabs: [2], sites: ['x.com'] });
});

test('a pause ends with the browser: it is kept for the session only', async () => {
  await pauseTab(1, true);

  expect(browser.storage.local.values).toEqual({});
  expect(Object.keys(browser.storage.session.values)).toEqual(['pauses']);
});

test.each([[null], [{ tabs: 1 }], [{ tabs: ['1'], sites: [] }]])('what is stored as %j pauses nothing', async (stored) => {
  browser.storage.session.values['pauses'] = stored;

  expect(await loadPauses()).toEqual({ tabs: [], sites: [] });
});
