import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createGuard } from '@/content/faults';
import type { Card, Mark } from '@/content/model';
import { CARET_MS, HOVER_MS, LEAVE_MS, Pointing } from '@/content/pointing';

import { FakeEditor, FakePainter, finding } from './fakes';

class FakeCard implements Card {
  readonly element = document.createElement('div');
  shown: { mark: Mark; how: string } | null = null;
  hasFocus = false;

  show(mark: Mark, _anchor: DOMRect[], _near: HTMLElement, how: 'hover' | 'click' | 'keyboard') {
    this.shown = { mark, how };
  }
  hide() {
    this.shown = null;
  }
  isOpen() {
    return this.shown !== null;
  }
  contains(event: Event) {
    return event.composedPath().includes(this.element);
  }
  shownMark() {
    return this.shown?.mark ?? null;
  }
  takeFocus() {
    this.hasFocus = true;
  }
  announce() {
    // nothing to hear in a test
  }
}

let stop: AbortController;
let editor: FakeEditor;
let painter: FakePainter;
let card: FakeCard;
let pointing: Pointing;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  stop = new AbortController();
  editor = new FakeEditor('a bad word');
  painter = new FakePainter();
  card = new FakeCard();
  document.body.append(card.element);
  const mark = { finding: finding(2, 5), start: 2, end: 5 };
  painter.paint(editor, [mark]);
  const guard = createGuard(() => stop.abort());
  const composers = [{ editor, marks: [mark] }];
  pointing = new Pointing({ document, painter, card, composers, signal: stop.signal, guard });
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const FRAME_MS = 20;
const wait = (ms: number) => vi.advanceTimersByTime(ms);

/** The fake painter has its only mark left of x = 100. */
function move(target: EventTarget, x: number) {
  target.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true, clientX: x, clientY: 15 }));
  wait(FRAME_MS);
}

/** `words`: where the marked words are afterwards; left out, they did not move. */
function scroll(target: EventTarget, words?: DOMRect) {
  if (words) painter.rects = [words];
  target.dispatchEvent(new Event('scroll'));
}

const click = (x: number, target: EventTarget = editor.element) =>
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: x, clientY: 15 }));

function press(key: string, init: KeyboardEventInit = {}, target: EventTarget = editor.element): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

describe('the pointer', () => {
  it('that rests on a mark opens the card', () => {
    move(editor.element, 20);
    wait(HOVER_MS);

    expect(card.shown?.how).toBe('hover');
  });

  it('that only passes over a mark opens nothing', () => {
    move(editor.element, 20);
    move(editor.element, 200);
    wait(1_000);

    expect(card.shown).toBeNull();
  });

  it('that leaves mark and card for a while closes it', () => {
    move(editor.element, 20);
    wait(HOVER_MS);
    move(document.body, 200);
    wait(LEAVE_MS - FRAME_MS - 1);
    expect(card.shown).not.toBeNull();

    wait(FRAME_MS + 1);
    expect(card.shown).toBeNull();
  });

  it('may cross to the card, and stay there', () => {
    move(editor.element, 20);
    wait(HOVER_MS);
    move(document.body, 200);
    wait(100);
    move(card.element, 200);
    wait(5_000);

    expect(card.shown).not.toBeNull();
  });

  it('that clicks a mark opens the card at once, and elsewhere closes it', () => {
    click(20);
    expect(card.shown?.how).toBe('click');
    click(200, card.element);
    expect(card.shown).not.toBeNull();

    click(200);
    expect(card.shown).toBeNull();
  });

  it('takes no event away from the page', () => {
    const events: Event[] = [];
    for (const name of ['pointermove', 'click', 'keydown']) document.body.addEventListener(name, (event) => events.push(event));
    move(editor.element, 20);
    click(20);
    press('Escape');

    expect(events.map((event) => [event.type, event.defaultPrevented])).toEqual([
      ['pointermove', false],
      ['click', false],
      ['keydown', false],
    ]);
  });
});

describe('the caret', () => {
  it('that was moved into a mark and rests there opens the card', () => {
    editor.caret = { start: 3, end: 3 };
    press('ArrowLeft');
    wait(CARET_MS - 1);
    expect(card.shown).toBeNull();

    wait(1);
    expect(card.shown?.how).toBe('keyboard');
    expect(card.hasFocus).toBe(false);
  });

  it('that typing left in a mark opens nothing', () => {
    editor.caret = { start: 5, end: 5 };
    press('d');
    wait(5_000);

    expect(card.shown).toBeNull();
  });

  it('that was moved out of the mark closes the card', () => {
    editor.caret = { start: 3, end: 3 };
    press('ArrowLeft');
    wait(CARET_MS);
    editor.caret = { start: 0, end: 0 };
    press('Home');
    wait(CARET_MS);

    expect(card.shown).toBeNull();
  });

  it('moves into the card with Alt+ArrowDown, the one key taken from the page', () => {
    editor.caret = { start: 3, end: 3 };
    const event = press('ArrowDown', { altKey: true });

    expect(card.hasFocus).toBe(true);
    expect(event.defaultPrevented).toBe(true);
  });

  it('outside every mark leaves Alt+ArrowDown to the page', () => {
    editor.caret = { start: 0, end: 0 };

    expect(press('ArrowDown', { altKey: true }).defaultPrevented).toBe(false);
    expect(card.shown).toBeNull();
  });

  it('opened card stays when the pointer moves elsewhere', () => {
    editor.caret = { start: 3, end: 3 };
    press('ArrowLeft');
    wait(CARET_MS);
    move(document.body, 200);
    wait(5_000);

    expect(card.shown).not.toBeNull();
  });
});

describe('an open card', () => {
  it.each<[string, () => void]>([
    ['Escape', () => void press('Escape')],
    ['a change of the text', () => pointing.changed(editor)],
    ['scrolling that moves its words', () => scroll(document, new DOMRect(10, 4, 50, 20))],
    ['the end of watching', () => stop.abort()],
  ])('is closed by %s', (_name, act) => {
    click(20);
    act();

    expect(card.shown).toBeNull();
  });

  it('stays when something else on the page scrolls', () => {
    click(20);
    scroll(document.body);

    expect(card.shown).not.toBeNull();
  });

  it('is not closed by keys and scrolling inside it', () => {
    click(20);
    press('Escape', {}, card.element);
    scroll(card.element, new DOMRect(10, 4, 50, 20));

    expect(card.shown).not.toBeNull();
  });

  it('is not opened for a mark that is not drawn', () => {
    painter.rects = [];
    click(20);

    expect(card.shown).toBeNull();
  });
});
