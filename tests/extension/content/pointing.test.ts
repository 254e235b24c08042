import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createGuard } from '@/content/faults';
import { HOVER_MS, LEAVE_MS } from '@/content/hovering';
import type { Card, CardOpening, Mark } from '@/content/model';
import { CARET_MS, Pointing } from '@/content/pointing';

import { FakeEditor, FakePainter, finding } from './fakes';

class FakeCard implements Card {
  readonly element = document.createElement('div');
  shown: { mark: Mark; how: CardOpening } | null = null;
  hasFocus = false;

  show(mark: Mark, _anchor: DOMRect[], _near: HTMLElement, how: CardOpening) {
    this.shown = { mark, how };
  }
  hide() {
    this.shown = null;
  }
  isOpen() {
    return this.shown !== null;
  }
  opening() {
    return this.shown?.how ?? null;
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
let marks: Mark[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  stop = new AbortController();
  editor = new FakeEditor('a bad word');
  painter = new FakePainter();
  card = new FakeCard();
  document.body.append(card.element);
  // happy-dom has no view, and scrolls beyond its end.
  vi.spyOn(document.documentElement, 'scrollBy').mockReturnValue();
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(600);
  marks = [markOf(2, 5)];
  painter.paint(editor, marks);
  pointing = point(true);
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const markOf = (start: number, end: number): Mark => ({ finding: finding(start, end), start, end });

function point(openOnHover: boolean): Pointing {
  const guard = createGuard(() => stop.abort());
  const composers = [{ editor, marks }];
  return new Pointing({ document, painter, card, composers, openOnHover, signal: stop.signal, guard });
}

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

  it('that clicked a mark may go elsewhere: the card stays', () => {
    click(20);
    move(document.body, 200);
    wait(5_000);

    expect(card.shown).not.toBeNull();
  });

  it('opens the card with a click alone for people who want it so', () => {
    stop.abort();
    stop = new AbortController();
    point(false);
    move(editor.element, 20);
    wait(5_000);
    expect(card.shown).toBeNull();

    click(20);
    expect(card.shown?.how).toBe('click');
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

  it('stays when an answer says the same again, and goes with its mark', () => {
    click(20);
    pointing.answered();
    expect(card.shown).not.toBeNull();
    marks.pop();
    pointing.answered();

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

describe('a command', () => {
  beforeEach(() => {
    marks.splice(0, marks.length, markOf(7, 9), markOf(2, 5));
    painter.paint(editor, marks);
    editor.element.focus();
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  });

  const shownStart = () => card.shown?.mark.start;

  it('goes to the next mark from the caret, then on through the text and round its end', () => {
    editor.caret = { start: 6, end: 6 };
    const seen = [1, 2, 3].map(() => {
      pointing.command('next_mark');
      return shownStart();
    });

    expect(seen).toEqual([7, 2, 7]);
    expect([card.shown?.how, card.hasFocus]).toEqual(['keyboard', false]);
  });

  it('goes to the previous mark from the caret, then on', () => {
    editor.caret = { start: 6, end: 6 };
    const seen = [1, 2].map(() => {
      pointing.command('previous_mark');
      return shownStart();
    });

    expect(seen).toEqual([2, 7]);
  });

  it('opens the card of the mark at the caret and goes into it', () => {
    editor.caret = { start: 8, end: 8 };
    pointing.command('open_card');

    expect([shownStart(), card.hasFocus]).toEqual([7, true]);
  });

  it('opens the next one where the caret is in none', () => {
    editor.caret = { start: 0, end: 0 };
    pointing.command('open_card');

    expect([shownStart(), card.hasFocus]).toEqual([2, true]);
  });

  it('goes into the card that is open, whoever opened it', () => {
    card.show(marks[0]!, [], editor.element, 'last-look');
    pointing.command('open_card');

    expect([card.shown?.how, card.hasFocus]).toEqual(['last-look', true]);
  });

  it('goes on from the open card while the focus is in there', () => {
    editor.caret = { start: 0, end: 0 };
    pointing.command('open_card');
    editor.element.blur();
    pointing.command('next_mark');

    expect(shownStart()).toBe(7);
  });

  it('does nothing in a frame that nobody writes in', () => {
    vi.mocked(document.hasFocus).mockReturnValue(false);
    pointing.command('next_mark');
    pointing.command('open_card');

    expect(card.shown).toBeNull();
  });

  it('does nothing without marks', () => {
    marks.length = 0;
    pointing.command('next_mark');
    pointing.command('open_card');

    expect(card.shown).toBeNull();
  });
});

describe('a mark asked for by name', () => {
  it('is opened, and stays open when the pointer moves elsewhere', () => {
    pointing.open(marks[0]!);
    move(document.body, 200);
    wait(5_000);

    expect(card.shown?.mark).toBe(marks[0]);
  });

  it('is scrolled to first, and opened where it is then', () => {
    painter.rects = [new DOMRect(10, 5_000, 50, 20)];
    const scrolled = vi.mocked(document.documentElement.scrollBy).mockImplementation(() => {
      document.documentElement.scrollTop = 4_600;
      painter.rects = [new DOMRect(10, 400, 50, 20)];
    });
    pointing.open(marks[0]!);
    expect(card.shown).toBeNull();
    wait(FRAME_MS);

    expect(scrolled).toHaveBeenCalledOnce();
    expect(card.shown?.mark).toBe(marks[0]);
  });

  it('that is gone by now, or is not drawn, opens nothing', () => {
    pointing.open(markOf(2, 5));
    painter.rects = [];
    pointing.open(marks[0]!);

    expect(card.shown).toBeNull();
  });
});

describe('the card of a last look', () => {
  beforeEach(() => {
    click(20);
    card.show(marks[0]!, [], editor.element, 'last-look');
  });

  it('stays while the pointer moves, the words scroll and the same marks stand', () => {
    move(document.body, 200);
    scroll(document, new DOMRect(10, 4, 50, 20));
    pointing.changed(editor);
    wait(5_000);

    expect(card.shown).not.toBeNull();
  });

  it('closes when its words are gone', () => {
    marks.length = 0;
    pointing.changed(editor);

    expect(card.shown).toBeNull();
  });

  it('is entered with Alt+ArrowDown from wherever the focus is', () => {
    const event = press('ArrowDown', { altKey: true }, document.body);

    expect([card.hasFocus, event.defaultPrevented]).toEqual([true, true]);
  });

  it('closes with a click elsewhere', () => {
    click(200, document.body);

    expect(card.shown).toBeNull();
  });

  it('makes room for the card of words that the person points at', () => {
    click(20);

    expect(card.shown?.how).toBe('click');
  });
});
