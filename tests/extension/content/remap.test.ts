import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { remap } from '@/content/remap';

const at = (start: number, end: number) => ({ start, end });

describe('remap', () => {
  it.each([
    ['typing after a mark leaves it', 'an idiot ', 'an idiot says', [at(3, 8)], [at(3, 8)]],
    ['typing before a mark shifts it', 'idiot', 'an idiot', [at(0, 5)], [at(3, 8)]],
    ['deleting before a mark shifts it back', 'an idiot', 'idiot', [at(3, 8)], [at(0, 5)]],
    ['an edit inside a mark removes it', 'an idiot', 'an idXiot', [at(3, 8)], []],
    ['deleting part of a mark removes it', 'an idiot', 'an idio', [at(3, 8)], []],
    ['a letter typed at its end makes another word', 'an idiot', 'an idiots', [at(3, 8)], []],
    ['a letter typed at its start makes another word', 'an idiot', 'an xidiot', [at(3, 8)], []],
    ['joining it to the next word makes another word', 'idiot s', 'idiots', [at(0, 5)], []],
    ['a full stop typed at its end leaves it', 'an idiot', 'an idiot.', [at(3, 8)], [at(3, 8)]],
    ['replacing everything removes all', 'an idiot', 'x', [at(3, 8), at(0, 2)], []],
    ['an emoji before counts two units', 'idiot', '😀 idiot', [at(0, 5)], [at(3, 8)]],
    ['marks on both sides of an edit are kept', 'aa bb cc', 'aa X cc', [at(0, 2), at(3, 5), at(6, 8)], [at(0, 2), at(5, 7)]],
  ])('%s', (_name, before, after, spans, expected) => {
    expect(remap(before, after, spans)).toEqual(expected);
  });

  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', 'é', '😀'), maxLength: 30 });
  const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 });
  const within = (length: number, pairs: [number, number][]) =>
    pairs.map(([a, b]) => at(Math.min(a, b, length), Math.min(Math.max(a, b), length)));

  it('never shows a span over other words than it had', () => {
    fc.assert(
      fc.property(text, text, spans, (before, after, pairs) => {
        const given = within(before.length, pairs).map((span) => ({ ...span, words: before.slice(span.start, span.end) }));

        for (const span of remap(before, after, given)) expect(after.slice(span.start, span.end)).toBe(span.words);
      }),
    );
  });

  it('keeps everything when nothing changed', () => {
    fc.assert(
      fc.property(text, spans, (before, pairs) => {
        const given = within(before.length, pairs);

        expect(remap(before, before, given)).toEqual(given);
      }),
    );
  });

  it('keeps every span that one edit does not touch, and shifts it by what the edit added', () => {
    // Distinct characters, and others in the edit, so that there is only one way to see it.
    const before = Array.from({ length: 20 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
    const edit = fc.tuple(fc.nat(20), fc.nat(20), fc.string({ unit: fc.constantFrom('x', ' ') }));
    fc.assert(
      fc.property(edit, spans, ([a, b, typed], pairs) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const after = before.slice(0, from) + typed + before.slice(to);
        const shift = after.length - before.length;
        const given = within(before.length, pairs).filter(({ start, end }) => start < end && (end < from || start > to));

        const expected = given.map(({ start, end }) => (end < from ? at(start, end) : at(start + shift, end + shift)));
        expect(remap(before, after, given)).toEqual(expected);
      }),
    );
  });
});
