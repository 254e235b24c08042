import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { NOTE_MS } from '@/content/card/note';

import { key, OpenCard } from './open-card';

let open: OpenCard;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  open = new OpenCard();
});

afterEach(() => {
  open.stop();
  vi.useRealTimers();
});

describe('not this time', () => {
  it('hands the mark on, closes the card, and says so beside the words', () => {
    const mark = open.show();
    open.press('.dismiss');

    expect(open.actions.dismiss.mock.calls).toEqual([[mark]]);
    expect([open.card.isOpen(), open.card.shownMark()]).toEqual([false, null]);
    expect([open.text('.says'), open.heard]).toEqual(['Left alone.', 'Left alone.']);
  });

  it('keeps its note, and the focus of the keys on it, when the mark takes the card along', () => {
    open.actions.dismiss.mockImplementation(() => {
      if (open.card.isOpen()) open.card.hide();
      return { undo: open.actions.undo };
    });
    open.show();
    open.card.takeFocus();
    open.press('.dismiss');

    expect(open.text('.way-back')).toBe('Undo');
    expect(open.root?.activeElement).toBe(open.find('.way-back'));
  });

  it('is undone by one press', () => {
    open.show();
    open.press('.dismiss');
    open.press('.way-back');

    expect(open.actions.undo).toHaveBeenCalledOnce();
    expect([open.host, open.heard]).toEqual([null, 'The passage is underlined again.']);
  });

  it('leaves the focus of the keys on the way back, and then gives it back to the composer', () => {
    open.near.focus();
    open.show();
    open.card.takeFocus();
    open.press('.dismiss');
    expect(open.root?.activeElement).toBe(open.find('.way-back'));

    open.press('.way-back');
    expect(document.activeElement).toBe(open.near);
  });
});

describe.each([
  ['never for these words', '.never', 'words'],
  ['turn this advice off', '.off', 'rule'],
] as const)('%s', (_name, button, kind) => {
  it('asks for a window of ours, changes nothing itself, and says where to go on', () => {
    const mark = open.show();
    open.press(button);

    expect(open.actions.propose.mock.calls).toEqual([[mark, kind]]);
    expect(open.actions.dismiss).not.toHaveBeenCalled();
    expect([open.card.isOpen(), open.text('.says')]).toEqual([false, 'Please confirm in the small window.']);
  });

  it('lets the pointer through to the words below its note, which has nothing to press', () => {
    open.show();
    open.press(button);
    expect(open.host?.style.pointerEvents).toBe('none');

    open.show();
    expect(open.host?.style.pointerEvents).toBe('auto');
  });

  it('gives the focus back to the composer', () => {
    open.near.focus();
    open.show();
    open.card.takeFocus();
    open.press(button);

    expect(document.activeElement).toBe(open.near);
  });

  it('is not offered where there is no such window', () => {
    const demo = new OpenCard('demo');
    demo.show({ lesson: 'heated-slip' });

    expect([demo.find(button), demo.find('.learn')]).toEqual([null, null]);
    expect(demo.find('.dismiss')).not.toBeNull();
    demo.stop();
  });
});

describe('the lesson', () => {
  it('opens by its name', () => {
    open.show({ lesson: 'heated-slip' });
    open.press('.learn');

    expect(open.actions.learn.mock.calls).toEqual([['heated-slip']]);
  });

  it('is not offered for a finding without one', () => {
    open.show({ lesson: null });

    expect(open.find('.learn')).toBeNull();
  });
});

describe('the note', () => {
  beforeEach(() => {
    open.show();
    open.press('.dismiss');
  });

  it('goes by itself', () => {
    vi.advanceTimersByTime(NOTE_MS - 1);
    expect(open.host).not.toBeNull();

    vi.advanceTimersByTime(1);
    expect(open.host).toBeNull();
  });

  it('waits as long as pointer or focus is on it', () => {
    const held = vi.spyOn(open.find('.note')!, 'matches').mockReturnValue(true);
    vi.advanceTimersByTime(3 * NOTE_MS);
    expect(open.host).not.toBeNull();

    held.mockReturnValue(false);
    vi.advanceTimersByTime(NOTE_MS);
    expect(open.host).toBeNull();
  });

  it('goes when writing goes on, and takes no key away', () => {
    open.near.dispatchEvent(key('Shift'));
    expect(open.host).not.toBeNull();
    const typed = key('Escape');
    open.near.dispatchEvent(typed);

    expect([open.host, typed.defaultPrevented]).toEqual([null, false]);
  });

  it('makes room for the next card, and does not take that one away later', () => {
    open.show({ title: 'Another' });
    vi.advanceTimersByTime(2 * NOTE_MS);

    expect([open.text('h2'), open.card.isOpen()]).toEqual(['Another', true]);
  });

  it('is no card: whoever closes the card leaves it alone', () => {
    open.card.hide();

    expect(open.text('.says')).toBe('Left alone.');
  });
});
