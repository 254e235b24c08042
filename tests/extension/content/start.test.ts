import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Card, Mark } from '@/content/model';
import { startWatching } from '@/content/start';

import { checkFor, FakePainter } from './fakes';

const parts = vi.hoisted(() => ({ painter: null as unknown, dismiss: null as unknown, made: 0 }));
vi.mock('@/content/underlines', () => ({ createPainter: () => ((parts.made += 1), parts.painter) }));
vi.mock('@/content/card', () => ({
  createCard: (options: { onDismiss(mark: Mark): void }): Partial<Card> => {
    parts.dismiss = options.onDismiss;
    return { isOpen: () => false, hide: () => undefined, contains: () => false, announce: () => undefined };
  },
}));

let stop: AbortController;
let painter: FakePainter;
let states: string[];

function start() {
  startWatching({
    check: ({ text }) => Promise.resolve(checkFor(text)),
    document,
    site: 'example',
    signal: stop.signal,
    shadowMode: 'open',
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

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  states = [];
  parts.made = 0;
  parts.painter = painter = new FakePainter();
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
    focusField('a bad word');
    await vi.advanceTimersByTimeAsync(400);

    expect(painter.painted.map(({ start, end }) => [start, end])).toEqual([[2, 5]]);
    expect(states).toEqual(['checking 0', 'checked 1']);
  });

  it('makes painter and card only when there is a composer', () => {
    start();
    expect(parts.made).toBe(0);
    focusField('x');
    focusField('y');

    expect(parts.made).toBe(1);
  });

  it('hides what the card says to dismiss', async () => {
    start();
    focusField('a bad word');
    await vi.advanceTimersByTimeAsync(400);
    (parts.dismiss as (mark: Mark) => void)(painter.painted[0]!);

    expect(painter.painted).toEqual([]);
    expect(states.at(-1)).toBe('checked 0');
  });

  it('says when the last composer has left the page', async () => {
    start();
    focusField('a bad word').remove();
    document.body.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));

    expect(states.at(-1)).toBe('gone 0');
  });

  it('leaves the page after five faults of its own, and never lets one out', async () => {
    painter.paint.mockImplementation(() => {
      throw new Error('a bad word');
    });
    start();
    for (let count = 0; count < 5; count++) {
      focusField('a bad word');
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(states.at(-1)).toBe('gone 0');

    states = [];
    focusField('another bad word');
    await vi.advanceTimersByTimeAsync(400);
    expect(states).toEqual([]);
  });

  it('ends with its signal, with nothing left painted', async () => {
    start();
    focusField('a bad word');
    await vi.advanceTimersByTimeAsync(400);
    stop.abort();

    expect(painter.painted).toEqual([]);
    expect(states.at(-1)).toBe('gone 0');
  });
});
