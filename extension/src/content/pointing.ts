/**
 * Opens the card for the mark a person points at, with the pointer or with the caret, and closes it again. Takes no
 * event away from the page, but for Alt+ArrowDown with the caret in a mark, which moves into the card.
 */
import type { Card, Editor, Mark, Painter } from '@/content/model';

import { Delay } from './delay';
import type { Guard } from './faults';

/** A pointer that only passes over a mark opens nothing. */
export const HOVER_MS = 150;
/** Long enough to cross the gap between mark and card. */
export const LEAVE_MS = 300;
/** A caret that rests in a mark asks about it. */
export const CARET_MS = 400;

/** Keys that move the caret; a caret that typing left in a mark asks nothing. */
const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

/** What pointing needs to know of a session. */
export interface Composer {
  readonly editor: Editor;
  readonly marks: readonly Mark[];
}

export interface PointingOptions {
  readonly document: Document;
  readonly painter: Painter;
  readonly card: Card;
  readonly composers: Iterable<Composer>;
  readonly signal: AbortSignal;
  readonly guard: Guard;
}

type How = Parameters<Card['show']>[3];

export class Pointing {
  readonly #options: PointingOptions;
  #shown: { composer: Composer; how: How; at: DOMRect } | null = null;
  #pointer: { composer: Composer | null; inCard: boolean; x: number; y: number } | null = null;
  #waitingFor: Mark['finding'] | null = null;
  readonly #opening: Delay;
  readonly #resting: Delay;
  readonly #closing: Delay;

  constructor(options: PointingOptions) {
    this.#options = options;
    const { document, guard, signal } = options;
    this.#opening = new Delay(guard);
    this.#resting = new Delay(guard);
    this.#closing = new Delay(guard);
    const view = document.defaultView ?? window;
    const passive = { capture: true, passive: true, signal };
    view.addEventListener('pointermove', guard((event) => this.#moved(event)), passive);
    view.addEventListener('click', guard((event) => this.#clicked(event)), passive);
    view.addEventListener('scroll', guard((event) => this.#scrolled(event)), passive);
    view.addEventListener('keydown', guard((event) => this.#pressed(event)), { capture: true, signal });
    signal.addEventListener('abort', guard(() => this.#close()));
  }

  /** The composer's text or marks are others now: what the card says may be about words that are gone. */
  changed(editor: Editor): void {
    this.#stopAll();
    if (this.#shown?.composer.editor === editor) this.#close();
  }

  #moved(event: PointerEvent): void {
    const composer = this.#composerOf(event);
    if (composer === null && !this.#options.card.isOpen()) return this.#stopOpening();
    const waiting = this.#pointer !== null;
    const { clientX: x, clientY: y } = event;
    this.#pointer = { composer, inCard: this.#options.card.contains(event), x, y };
    if (!waiting) requestAnimationFrame(this.#options.guard(() => this.#hover()));
  }

  #hover(): void {
    const pointer = this.#pointer;
    this.#pointer = null;
    if (pointer === null || this.#options.signal.aborted) return;
    const { composer, x, y } = pointer;
    const mark = composer && !pointer.inCard ? this.#options.painter.markAt(composer.editor, x, y) : null;
    if (pointer.inCard || (mark !== null && this.#isShown(mark))) {
      this.#stopOpening();
      return this.#closing.cancel();
    }
    if (composer === null || mark === null) return this.#left();
    if (this.#waitingFor === mark.finding) return;
    this.#waitingFor = mark.finding;
    this.#opening.start(HOVER_MS, () => void this.#show(composer, mark, 'hover'));
  }

  #left(): void {
    this.#stopOpening();
    if (this.#shown === null || this.#shown.how === 'keyboard') return;
    if (!this.#closing.isRunning) this.#closing.start(LEAVE_MS, () => this.#close());
  }

  #clicked(event: MouseEvent): void {
    if (this.#options.card.contains(event)) return;
    const composer = this.#composerOf(event);
    const mark = composer && this.#options.painter.markAt(composer.editor, event.clientX, event.clientY);
    if (composer && mark) this.#show(composer, mark, 'click');
    else this.#close();
  }

  /** A card whose words have moved away points at nothing; a feed that scrolls elsewhere does not concern it. */
  #scrolled(event: Event): void {
    const { card, painter } = this.#options;
    const mark = card.shownMark();
    if (this.#shown === null || mark === null || card.contains(event)) return;
    const [now] = painter.rectsOf(this.#shown.composer.editor, mark);
    if (now?.x !== this.#shown.at.x || now.y !== this.#shown.at.y) this.#close();
  }

  #pressed(event: KeyboardEvent): void {
    if (this.#options.card.contains(event)) return;
    if (event.key === 'Escape') return this.#close();
    const composer = this.#composerOf(event);
    if (composer === null) return;
    this.#resting.cancel();
    if (event.altKey && event.key === 'ArrowDown') this.#enterCard(composer, event);
    else if (MOVES.has(event.key)) this.#waitForCaret(composer);
  }

  #enterCard(composer: Composer, event: KeyboardEvent): void {
    const mark = markAtCaret(composer);
    if (mark === null || !this.#show(composer, mark, 'keyboard')) return;
    event.preventDefault();
    this.#options.card.takeFocus();
  }

  #waitForCaret(composer: Composer): void {
    this.#resting.start(CARET_MS, () => {
      const mark = markAtCaret(composer);
      if (mark !== null) this.#show(composer, mark, 'keyboard');
      else if (this.#shown?.how === 'keyboard') this.#close();
    });
  }

  /** False when the mark is not drawn at the moment. */
  #show(composer: Composer, mark: Mark, how: How): boolean {
    const { card, painter } = this.#options;
    const anchor = painter.rectsOf(composer.editor, mark);
    const [at] = anchor;
    if (at === undefined) return false;
    this.#stopAll();
    if (!this.#isShown(mark)) card.show(mark, anchor, composer.editor.element, how);
    this.#shown = { composer, how, at };
    return true;
  }

  #close(): void {
    this.#stopAll();
    if (this.#options.card.isOpen()) this.#options.card.hide();
    this.#shown = null;
  }

  /** Marks are made anew with every change of the text; the finding stays the same. */
  #isShown(mark: Mark): boolean {
    return this.#options.card.isOpen() && this.#options.card.shownMark()?.finding === mark.finding;
  }

  #composerOf(event: Event): Composer | null {
    const path = event.composedPath();
    for (const composer of this.#options.composers) if (path.includes(composer.editor.element)) return composer;
    return null;
  }

  #stopAll(): void {
    this.#stopOpening();
    this.#resting.cancel();
    this.#closing.cancel();
  }

  #stopOpening(): void {
    this.#opening.cancel();
    this.#waitingFor = null;
  }
}

function markAtCaret({ editor, marks }: Composer): Mark | null {
  const caret = editor.selection();
  if (caret === null || caret.start !== caret.end) return null;
  return marks.find(({ start, end }) => start <= caret.start && caret.start <= end) ?? null;
}
