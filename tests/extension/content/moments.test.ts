import { beforeEach, expect, test } from 'vitest';
import { Moments, type Written } from '@/content/moments';
import type { Mark } from '@/content/model';
import { FakeReader, finding } from './fakes';

const LONG = 'A post of more than a few words.';
const reader = new FakeReader();
const composer = { text: LONG, marks: [] as Mark[], surroundings: () => reader.around };
const written = (text: string, marks: Mark[] = []): Written => Object.assign(composer, { text, marks });
const warning = (rule: string): Mark => ({ finding: { ...finding(0, 3, rule), severity: 'medium' }, start: 0, end: 3 });

let moments: Moments;

beforeEach(() => {
  moments = new Moments('example.org', ['Novassur', '#MonMétier']);
});

test('a text of more than a few words without marks is a moment, once until it is emptied', () => {
  expect(moments.of(written('haha'), 0)).toBeNull();
  expect(moments.of(written(LONG), 0)).toMatchObject({ site: 'example.org', namesCompany: false, heated: false });
  expect(moments.of(written(`${LONG} More.`), 0)).toBeNull();
  moments.of(written(''), 0);
  expect(moments.of(written(LONG), 0)).not.toBeNull();
});

test('while something is marked a reminder would only be in the way', () => {
  expect(moments.of(written(LONG, [warning('a')]), 0)).toBeNull();
});

test.each([
  ['Proud of the team at novassur, really', true],
  ['Our #MonMétier day was a great success', true],
  ['Novassurance is another word altogether', false],
])('"%s" names the company: %s', (text, expected) => {
  expect(moments.of(written(text), 0)?.namesCompany).toBe(expected);
});

test('three different warnings within ten minutes make a heated moment, and are forgotten after them', () => {
  for (const rule of ['a', 'b', 'c']) moments.of(written(LONG, [warning(rule)]), 1000);
  expect(moments.of(written(LONG), 2000)?.heated).toBe(true);
  moments.of(written(''), 2000);
  expect(moments.of(written(LONG), 11 * 60_000)?.heated).toBe(false);
});

test('the same warning seen three times is one', () => {
  for (const atMs of [1, 2, 3]) moments.of(written(LONG, [warning('a')]), atMs);
  expect(moments.of(written(LONG), 4)?.heated).toBe(false);
});

test('a moment tells audience and account, and nothing of the text', () => {
  reader.around = { ...reader.around, audience: 'public', account: 'official', accountName: 'x'.repeat(300) };
  const moment = moments.of(written('My secret plan for next year is here'), 0);

  expect(moment).toMatchObject({ audience: 'public', account: 'official', accountName: 'x'.repeat(100) });
  expect(JSON.stringify(moment)).not.toContain('secret');
});
