import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadCompanyValues, onCompanyValues } from '@/shared/storage/company-values';
import { browser, reset } from '../../fake-browser';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

beforeEach(reset);
afterEach(() => void vi.useRealTimers());

test('Firefox without a policy, which refuses managed storage, means no values', async () => {
  browser.storage.managed.get.mockRejectedValue(new Error('Managed storage manifest not found'));

  expect(await loadCompanyValues()).toEqual({});
});

test('a browser without managed storage means no values', async () => {
  Object.assign(browser.storage, { managed: undefined });

  expect(await loadCompanyValues()).toEqual({});
});

test('values that come seconds later are told, not missed', async () => {
  const told = vi.fn();
  onCompanyValues(told, new AbortController().signal);
  await browser.storage.managed.set({ reminders: 'rare' });

  expect(told).toHaveBeenCalledOnce();
});

test('a read that hangs counts as empty after a second; until it ends nobody waits again; then everybody is told', async () => {
  vi.useFakeTimers();
  let answer: (values: Record<string, unknown>) => void = () => undefined;
  browser.storage.managed.get.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  const told = vi.fn();
  onCompanyValues(told, new AbortController().signal);

  const first = loadCompanyValues();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await first).toEqual({});
  expect(await loadCompanyValues()).toEqual({});
  expect(browser.storage.managed.get).toHaveBeenCalledOnce();

  browser.storage.managed.values['figures'] = false;
  answer({ figures: false });
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveBeenCalledOnce();
  expect(await loadCompanyValues()).toEqual({ figures: false });
});

test('who has ended is told nothing any more', async () => {
  const told = vi.fn();
  const controller = new AbortController();
  onCompanyValues(told, controller.signal);
  controller.abort();
  await browser.storage.managed.set({ reminders: 'rare' });

  expect(told).not.toHaveBeenCalled();
});
