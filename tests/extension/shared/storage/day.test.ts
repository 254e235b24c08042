import { expect, test } from 'vitest';
import { dayOf, daysBetween } from '@/shared/storage/day';

test('a day is the one on the wall, not the one in Greenwich', () => {
  expect(dayOf(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
  expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
});

test.each([
  ['2026-03-01', '2026-03-01', 0],
  ['2026-02-27', '2026-03-29', 30],
  ['2026-03-02', '2026-03-01', -1],
])('from %s to %s it is %d days, summer time or not', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
