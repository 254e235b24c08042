import { beforeEach, describe, expect, test, vi } from 'vitest';
import { decline, endTrouble, takeTurn, type Asker } from '@/background/host-turns';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

const NOON = Date.UTC(2026, 6, 3, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(reset);

/** Tries every second from `fromMs` on; the seconds at which it was somebody's turn. */
async function turnsIn(seconds: number, asker: Asker = 'trouble', fromMs = NOON): Promise<number[]> {
  const turns: number[] = [];
  for (let second = 0; second < seconds; second++) if (await takeTurn(asker, fromMs + second * 1000)) turns.push(second);
  return turns;
}

test('in the first minute of trouble it is every three seconds, then once a minute', async () => {
  const turns = await turnsIn(300);

  expect(turns.filter((second) => second < 60)).toEqual(Array.from({ length: 20 }, (_, at) => at * 3));
  expect(turns.filter((second) => second >= 60)).toEqual([115, 173, 231, 289]);
});

test('an alarm every minute finds its turn every time, also when one comes two seconds early', async () => {
  await turnsIn(120);
  for (const second of [240, 299, 358, 418, 480]) expect(await takeTurn('trouble', NOON + second * 1000)).toBe(true);
});

test('a worker that was stopped in between remembers', async () => {
  await takeTurn('trouble', NOON);
  vi.resetModules();
  const again = await import('@/background/host-turns');

  expect([await again.takeTurn('trouble', NOON + 2000), await again.takeTurn('trouble', NOON + 3000)]).toEqual([false, true]);
});

test('after an answer of the server the next trouble begins anew, and yet not sooner than after three seconds', async () => {
  await turnsIn(120);
  await endTrouble(NOON + 120_000);

  expect(await turnsIn(6, 'trouble', NOON + 116_000)).toEqual([2, 5]);
});

test('a server that answers writes nothing, check after check', async () => {
  await endTrouble(NOON);

  expect(browser.storage.session.set).not.toHaveBeenCalled();
});

test('a person who looks does not wait for the minute', async () => {
  await turnsIn(120);

  expect(await turnsIn(7, 'person', NOON + 120_000)).toEqual([0, 3, 6]);
});

describe('after the person forgot the connection', () => {
  test('nobody asks any more, for hours', async () => {
    await takeTurn('trouble', NOON);
    await decline();

    expect(await turnsIn(200)).toEqual([]);
    expect([await takeTurn('person', NOON + 5 * HOUR), await takeTurn('trouble', NOON - 5 * HOUR)]).toEqual([false, false]);
  });

  test('connecting asks, and lets others ask again', async () => {
    await decline();

    expect(await takeTurn('connect', NOON)).toBe(true);
    expect(await takeTurn('trouble', NOON + 3000)).toBe(true);
  });

  test('the start of a browser, which empties the session, lets them too', async () => {
    await decline();
    await browser.storage.session.remove('host_asks');

    expect(await takeTurn('trouble', NOON)).toBe(true);
  });
});

test.each([2 * HOUR, -2 * HOUR])('a clock that jumps by %i ms keeps nobody waiting', async (jump) => {
  await turnsIn(10);

  expect(await takeTurn('trouble', NOON + jump)).toBe(true);
  expect(await takeTurn('trouble', NOON + jump + 1000)).toBe(false);
});

test('what somebody else left in its place counts as nothing', async () => {
  await browser.storage.session.set({ host_asks: { sinceMs: 'x', lastMs: Infinity } });

  expect(await takeTurn('trouble', NOON)).toBe(true);
});
