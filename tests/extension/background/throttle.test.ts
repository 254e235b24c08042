import { expect, test } from 'vitest';
import { createThrottle } from '@/background/throttle';

test('a burst passes, then three a second, for each tab apart', () => {
  const may = createThrottle(3, 5);
  const passing = (id: number, atMs: number): number => Array.from({ length: 100 }, () => may(id, atMs)).filter(Boolean).length;

  expect([passing(1, 0), passing(1, 1000), passing(1, 1100), passing(2, 1100), passing(1, 60_000)]).toEqual([5, 3, 0, 5, 5]);
});

test('somebody who types without a pause for an hour is never stopped', () => {
  const may = createThrottle(3, 12);
  const every400ms = Array.from({ length: 9000 }, (_, at) => may(1, at * 400));

  expect(every400ms).not.toContain(false);
});

test('a clock that is set back stops nobody', () => {
  const may = createThrottle(3, 5);
  may(1, 3_600_000);

  expect([may(1, 0), may(1, 1000)]).toEqual([true, true]);
});
