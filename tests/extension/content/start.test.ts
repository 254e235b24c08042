import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Card, CardActions, Mark, Presence } from '@/content/model';
import { startWatching, type ExtensionSide, type Watching } from '@/content/start';
import { DEFAULTS, type Settings } from '@/shared/settings';

import { checkFor, FakePainter, FakeReader } from './fakes';

const parts = vi.hoisted(() => ({
  painter: null as unknown,
  actions: null as unknown,
  presence: null as unknown,
  reader: null as unknown,
  made: 0,
  looks: [] as boolean[],
}));
vi.mock('@/content/underlines', () => ({ createPainter: () => ((parts.made += 1), parts.painter) }));
vi.mock('@/content/card', () => ({
  createCard: (options: { actions: CardActions }): Partial<Card> => {
    parts.actions = options.actions;
    return { isOpen: () => false, hide: () => undefined, contains: () => false, announce: () => undefined, opening: () => null, shownMark: () => null };
  },
}));
vi.mock('@/content/presence', () => ({ createPresence: () => parts.presence }));
vi.mock('@/content/last-look', () => ({
  watchLastLook: ({ holdFirstClick }: { holdFirstClick: boolean }) => void parts.looks.push(holdFirstClick),
}));
vi.mock('@/content/site', () => ({ siteReaderFor: () => parts.reader }));

const LONG = 'A post of more than a few words.';

let stop: AbortController;
let painter: FakePainter;
let presence: { [N in keyof Presence]: ReturnType<typeof vi.fn> };
let extension: { [N in keyof ExtensionSide]: ReturnType<typeof vi.fn> };
let states: string[];

function start(settings: Partial<Settings> = {}): Watching {
  return startWatching({
    check: ({ text }) => Promise.resolve(checkFor(text)),
    document,
    site: 'example',
    signal: stop.signal,
    shadowMode: 'open',
    language: 'en',
    settings: { ...DEFAULTS, ...settings },
    extension: extension as unknown as ExtensionSide,
    onState: (state, findings) => states.push(`${state} ${findings}`),
  });
}

function focusField(text: string): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
  return field;
}

async function checked(text: string): Promise<HTMLTextAreaElement> {
  const field = focusField(text);
  await vi.advanceTimersByTimeAsync(400);
  return field;
}

const actions = () => parts.actions as CardActions;
const firstMark = (): Mark => painter.painted[0]!;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  states = [];
  parts.made = 0;
  parts.looks = [];
  parts.painter = painter = new FakePainter();
  parts.reader = new FakeReader();
  parts.presence = presence = { show: vi.fn(), hide: vi.fn(), remind: vi.fn(), contains: vi.fn() };
  extension = { propose: vi.fn(), count: vi.fn(), reminder: vi.fn(async () => null), reminderDismissed: vi.fn(), open: vi.fn() };
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 300, 40));
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('startWatching', () => {
  it('goes the whole way from focus to painted marks', async () => {
    start();
    await checked('a bad word');

    expect(painter.painted.map(({ start, end }) => [start, end])).toEqual([[2, 5]]);
    expect(states).toEqual(['checking 0', 'checked 1']);
  });

  it('makes what it shows with only when there is a composer', () => {
    start();
    expect(parts.made).toBe(0);
    focusField('x');
    focusField('y');

    expect(parts.made).toBe(1);
  });

  it('says when the last composer has left the page', () => {
    start();
    focusField('a bad word').remove();
    document.body.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));

    expect(states.at(-1)).toBe('gone 0');
    expect(presence.hide).toHaveBeenCalled();
  });

  it('leaves the page after five faults of its own, says so, and never lets one out', async () => {
    painter.paint.mockImplementation(() => {
      throw new Error('a bad word');
    });
    start();
    for (let count = 0; count < 5; count++) await checked('a bad word');
    expect(states.at(-1)).toBe('left 0');

    states = [];
    await checked('another bad word');
    expect(states).toEqual([]);
  });

  it('ends with its signal, with nothing left painted', async () => {
    start();
    await checked('a bad word');
    stop.abort();

    expect(painter.painted).toEqual([]);
    expect(states.at(-1)).toBe('gone 0');
  });
});

describe('what the card can do', () => {
  it('dismisses a mark and brings it back', async () => {
    start();
    await checked('a bad word');
    const { undo } = actions().dismiss(firstMark());
    expect(painter.painted).toEqual([]);
    expect(states.at(-1)).toBe('checked 0');
    undo();
    expect(painter.painted).toHaveLength(1);
  });

  it('proposes a silence with the marked words of today, and opens lessons', async () => {
    start();
    await checked('a bad word');
    actions().propose?.(firstMark(), 'words');
    actions().learn?.('heated-slip');

    expect(extension.propose).toHaveBeenCalledWith(expect.objectContaining({ kind: 'words', words: 'bad' }));
    expect(extension.open).toHaveBeenCalledWith('learn', 'heated-slip');
  });

  it('moves between the marks of one composer, not to those of another', async () => {
    start();
    await checked('bad and bad');
    const [first, second] = painter.painted;
    await checked('another bad one');

    expect(actions().neighbour(first!, 1)).toMatchObject({ start: second!.start });
    expect(actions().position(second!)).toEqual({ at: 2, of: 2 });
  });
});

describe('around the composer', () => {
  it('keeps the sign beside the composer that is written in', async () => {
    start();
    const first = await checked('a bad word');
    const second = await checked('a good word');
    expect(presence.show.mock.lastCall).toEqual([second, expect.objectContaining({ state: 'checked', worst: null })]);
    first.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));

    expect(presence.show.mock.lastCall).toEqual([first, expect.objectContaining({ state: 'checked', worst: 'low' })]);
  });

  it('shows a reminder that is due, and none where something is marked', async () => {
    const line = { id: 'a', text: 'Write it as if it stays.', notice: '' };
    extension.reminder.mockResolvedValue(line);
    start();
    await checked(`${LONG} bad`);
    expect(extension.reminder).not.toHaveBeenCalled();
    await checked(LONG);

    expect(extension.reminder).toHaveBeenCalledWith(expect.objectContaining({ site: 'example' }));
    expect(presence.remind).toHaveBeenCalledExactlyOnceWith(line);
  });

  it('asks for no reminder when they are off, and puts no sign into the page of who wants no marks there', async () => {
    start({ reminders: 'off' });
    await checked(LONG);
    expect(extension.reminder).not.toHaveBeenCalled();

    presence.show.mockClear();
    stop = new AbortController();
    start({ marks: 'panel_only' });
    await checked(`${LONG} again`);
    expect(presence.show.mock.calls.filter(([, view]) => view.state === 'checked')).toHaveLength(1);
  });

  it('holds no click unless the person asked for it, and looks at nothing when last look is off', async () => {
    start();
    focusField('x');
    stop.abort();
    stop = new AbortController();
    start({ last_look: false });
    focusField('y');

    expect(parts.looks).toEqual([false]);
  });

  it('tells the list in the popup of the composer written in, and obeys it', async () => {
    const watching = start();
    await checked('a bad word');
    const lists: { frame: string; marks: readonly { id: number }[] }[] = [];
    watching.follow((list) => lists.push(list), stop.signal);
    const { frame, marks } = lists.at(-1)!;
    await watching.obey({ frame, mark: marks[0]!.id, order: 'dismiss', suggestion: 0 });

    expect(painter.painted).toEqual([]);
    expect(lists.at(-1)!.marks).toEqual([]);
  });
});
