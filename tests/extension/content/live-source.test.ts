import { beforeEach, expect, test, vi } from 'vitest';
import { LiveSource, type Listed } from '@/content/live-source';
import type { Mark } from '@/content/model';
import type { LiveList, ListOrder } from '@/shared/live-list';
import { FakeReader, finding } from './fakes';

const mark = (start: number, end: number): Mark => ({ finding: { ...finding(start, end), suggestions: ['kind'] }, start, end });
const undo = vi.fn();
const actions = { open: vi.fn(), dismiss: vi.fn(() => ({ undo })), replace: vi.fn(async () => 'done' as const) };
const bad = mark(2, 5);

let source: LiveSource;
let lists: LiveList[];
let until: AbortController;

const listed = (text: string, marks: Mark[]): Listed => ({ text, marks, lastSurroundings: new FakeReader().around });
const order = (rest: Partial<ListOrder>): ListOrder => ({
  frame: lists.at(-1)!.frame,
  mark: lists.at(-1)!.marks[0]?.id ?? 0,
  order: 'show',
  suggestion: 0,
  ...rest,
});

beforeEach(() => {
  source = new LiveSource(actions);
  until = new AbortController();
  lists = [];
  source.follow((list) => lists.push(list), until.signal);
});

test('a listener hears at once how things are, and then every change, until it leaves', () => {
  expect(lists.map(({ state }) => state)).toEqual(['none']);
  source.tell(listed('a bad word', [bad]), 'checked');
  source.tell(listed('a bad word', []), 'not_reached');
  until.abort();
  source.tell(null, 'checking');

  expect(lists.map(({ state, marks }) => [state, marks.length])).toEqual([['none', 0], ['checked', 1], ['not_checked', 0]]);
});

test('a mark keeps its number while it is shown, and its words follow the text', () => {
  source.tell(listed('a bad word', [bad]), 'checked');
  source.tell(listed('So: a bad word', [{ ...bad, start: 6, end: 9 }]), 'checking');

  const [before, after] = lists.slice(1).map(({ marks }) => marks[0]!);
  expect(after!.id).toBe(before!.id);
  expect(after!.words).toBe('bad');
});

test('a secret is not shown, but can be silenced', () => {
  const secret = { ...bad, finding: { ...bad.finding, category: 'credentials-secrets' } };
  source.tell(listed('a bad word', [secret]), 'checked');

  expect(lists.at(-1)!.marks[0]).toMatchObject({ words: 'bad', shown: '•••' });
});

test('orders reach the mark they name, and only in their own frame', async () => {
  source.tell(listed('a bad word', [bad]), 'checked');
  await source.obey(order({}));
  await source.obey(order({ frame: 'another' }));
  await source.obey(order({ mark: 99 }));
  expect(actions.open).toHaveBeenCalledExactlyOnceWith(bad);

  await source.obey(order({ order: 'dismiss' }));
  await source.obey(order({ order: 'restore' }));
  expect(actions.dismiss).toHaveBeenCalledWith(bad);
  expect(undo).toHaveBeenCalledOnce();
});

test('a replacement is answered, also when mark or suggestion are gone', async () => {
  source.tell(listed('a bad word', [bad]), 'checked');

  expect(await source.obey(order({ order: 'replace' }))).toMatchObject({ replaced: 'done' });
  expect(actions.replace).toHaveBeenCalledWith(bad, 'kind');
  expect(await source.obey(order({ order: 'replace', suggestion: 7 }))).toMatchObject({ replaced: 'refused' });
  expect(await source.obey(order({ order: 'replace', mark: 99 }))).toMatchObject({ replaced: 'refused' });
});
