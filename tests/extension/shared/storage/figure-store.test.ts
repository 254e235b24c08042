import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addFigure, eraseFigures, loadFigures } from '@/shared/storage/figure-store';
import { browser, reset } from '../../fake-browser';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

const NONE = { since: null, shown: 0, reworded: 0, dismissed: 0 };

beforeEach(reset);
afterEach(() => void vi.useRealTimers());

test('counts add up from the day of the first one', async () => {
  vi.useFakeTimers({ now: new Date(2026, 6, 3) });
  await addFigure('shown', 2);
  vi.setSystemTime(new Date(2026, 7, 1));
  await addFigure('shown', 3);
  await addFigure('reworded', 1);

  expect(await loadFigures()).toEqual({ since: '2026-07-03', shown: 5, reworded: 1, dismissed: 0 });
});

test('counts that come at once are all kept', async () => {
  await Promise.all(Array.from({ length: 10 }, () => addFigure('dismissed', 1)));

  expect((await loadFigures()).dismissed).toBe(10);
});

test('erased figures are gone from the device', async () => {
  await addFigure('shown', 1);
  await eraseFigures();

  expect(await loadFigures()).toEqual(NONE);
  expect(browser.storage.local.values).toEqual({});
});

test.each([[null], [7], [{ since: '2026-07-03', shown: -1, reworded: 0, dismissed: 0 }], [{ shown: 1 }]])(
  'what is stored as %j counts as nothing',
  async (stored) => {
    browser.storage.local.values['figures'] = stored;

    expect(await loadFigures()).toEqual(NONE);
  },
);
