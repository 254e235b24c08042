import { expect, test } from 'vitest';
import { inReadingOrder, neighbour, position } from '@/content/mark-order';
import type { Mark } from '@/content/model';
import { finding } from './fakes';

const mark = (start: number, end: number): Mark => ({ finding: finding(start, end), start, end });
const last = mark(20, 25);
const first = mark(3, 6);
const middle = mark(8, 12);
const marks = [last, first, middle];

test('marks are put in reading order, whatever order the report has', () => {
  expect(inReadingOrder(marks)).toEqual([first, middle, last]);
  expect(position(marks, middle)).toEqual({ at: 2, of: 3 });
});

test('next and previous go round the ends', () => {
  expect(neighbour(marks, first, 1)).toBe(middle);
  expect(neighbour(marks, last, 1)).toBe(first);
  expect(neighbour(marks, first, -1)).toBe(last);
});

test('a single mark and one that is gone have no neighbour', () => {
  expect(neighbour([first], first, 1)).toBeNull();
  expect(neighbour(marks, mark(1, 2), 1)).toBeNull();
  expect(position(marks, mark(1, 2))).toEqual({ at: 1, of: 1 });
});
