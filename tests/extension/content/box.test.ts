import { expect, it } from 'vitest';

import { intersect, union } from '@/content/box';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

it.each([
  ['the common part', box(0, 0, 10, 10), box(5, 5, 20, 20), box(5, 5, 10, 10)],
  ['the inner of two', box(0, 0, 10, 10), box(2, 2, 4, 4), box(2, 2, 4, 4)],
  ['an empty box, never a negative one, when they are apart', box(0, 0, 10, 10), box(20, 0, 30, 10), box(20, 0, 20, 10)],
])('what shows of a box in another is %s', (_name, a, b, expected) => {
  expect(intersect(a, b)).toEqual(expected);
});

it('the union of boxes is the smallest around them all', () => {
  expect(union([box(0, 5, 10, 10), box(20, 0, 30, 8)])).toEqual(box(0, 0, 30, 10));
});
