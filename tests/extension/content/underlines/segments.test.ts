import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { segmentsOf } from '@/content/underlines/segments';

import { finding } from '../fakes';

const mark = (start: number, end: number) => ({ finding: finding(start, end), start, end });

describe('the pieces of a mirrored text', () => {
  it.each([
    ['nothing without marks', 'one two', [], []],
    ['plain text around a mark', 'one bad two', [[4, 7]], ['one ', '*bad', ' two']],
    ['one piece more where two marks overlap', 'abcdef', [[0, 4], [2, 6]], ['*ab', '**cd', '*ef']],
    ['nothing of the lines after the last mark', 'a bad\nsecond', [[2, 5]], ['a ', '*bad']],
    ['the rest of the last line, which may wrap with it', 'bad rest\nsecond', [[0, 3]], ['*bad', ' rest']],
    ['no mark that ends behind the text', 'short', [[0, 9]], []],
  ])('are %s', (_name, text, places, expected) => {
    const segments = segmentsOf(text, places.map(([start = 0, end = 0]) => mark(start, end)));

    expect(segments.map((segment) => '*'.repeat(segment.marks.length) + segment.text)).toEqual(expected);
  });

  it('give back the beginning of the text, and each mark its own words', () => {
    const places = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), places, (text, pairs) => {
        const marks = pairs.map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)));
        const segments = segmentsOf(text, marks);

        expect(text.startsWith(segments.map((segment) => segment.text).join(''))).toBe(true);
        for (const one of marks.filter(({ start, end }) => start < end && end <= text.length)) {
          const words = segments.filter((segment) => segment.marks.includes(one)).map((segment) => segment.text);
          expect(words.join('')).toBe(text.slice(one.start, one.end));
        }
      }),
    );
  });
});
