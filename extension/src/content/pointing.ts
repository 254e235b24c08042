/**
 * Opens the card for the mark a person points at, with the pointer, the caret or a command, and closes it again. Takes
 * no event away from the page, but for Alt+ArrowDown, which moves into the card of the mark at the caret. A card that
 * the last look opened is not its own: that one only goes with a click elsewhere, Escape or its words.
 */
import type { Card, CardOpening, Editor, Mark, Painter } from '@/content/model';
import type { Command } from '@/shared/notices';

import { Delay } from './delay';
import type { Guard } from './faults';
import { Hovering } from './hovering';
import { bringIntoView } from './into-view';
import { isWrittenIn, markAtCaret, markFrom, type Composer } from './mark-steps';

/** A caret that rests in a mark asks about it. */
export const CARET_MS = 400;

/** Keys that move the caret; a caret that typing left in a mark asks nothing. */
const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

export interface PointingOptions {
  readonly document: Document;
  readonly painter: Painter;
  readonly card: Card;
  readonly composers: Iterable<Composer>;
  /** Otherwise only a click or a key opens the card. */
  readonly openOnHover: boolean;
  readonly signal: AbortSignal;
  readonly guard: Guard;
}

export class Pointing {
  readonly #options: PointingOptions;
  #shown: { composer: Composer; how: CardOpening; at: DOMRect } | null = null;
  readonly #hovering: Hovering;
  readonly #resting: Delay;

  constructor(options: PointingOptions) {
    this.#options = options;
    const { document, painter, card, guard, openOnHover, signal } = options;
    this.#resting = new Delay(guard);
    this.#hovering = new Hovering({
      ...{ painter, card, guard, signal },
      isShown: (mark) => this.#isShown(mark),
      onRest: (composer, mark) => void (openOnHover && this.#show(composer, mark, 'hover')),
      onLeft: () => {
        if (this.#own()?.how === 'hover') this.#close();
      },
    });
    const view = document.defaultView ?? window;
    const passive = { capture: true, passive: true, signal };
    view.addEventListener('pointermove', guard((event) => this.#hovering.moved(event, this.#composerOf(event))), passive);
    view.addEventListener('click', guard((event) => this.#clicked(event)), passive);
    view.addEventListener('scroll', guard((event) => this.#scrolled(event)), passive);
    view.addEventListener('keydown', guard((event) => this.#pressed(event)), { capture: true, signal });
    signal.addEventListener('abort', guard(() => this.#close()));
  }

  /** The composer's text is another now: what the card says may be about words that are gone. */
  changed(editor: Editor): void {
    this.#stopAll();
    if (this.#own()?.composer.editor === editor || this.#isOutdated()) this.#close();
  }

  /** The composer's marks may be others now; a card whose mark is still there stays. */
  answered(): void {
    if (this.#isOutdated()) this.#close();
  }

  /** Scrolls to the words of a mark and opens its card, which stays until it is sent away. */
  open(mark: Mark): void {
    const composer = this.#composerWith(mark);
    if (composer !== null) this.#goTo(composer, mark, false);
  }

  /** Obeys a keyboard command of the browser, about the composer that is written in or whose card is open. */
  command(command: Command): void {
    const { card } = this.#options;
    if (command === 'open_card' && card.isOpen()) return card.takeFocus();
    const composer = this.#composerInUse();
    if (composer === null) return;
    if (command === 'open_card') {
      const mark = markAtCaret(composer) ?? markFrom(composer, null, 1);
      if (mark !== null) this.#goTo(composer, mark, true);
    } else {
      const mark = markFrom(composer, card.shownMark(), command === 'next_mark' ? 1 : -1);
      if (mark !== null) this.#goTo(composer, mark, false);
    }
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
    const shown = this.#own();
    if (shown === null || mark === null || card.contains(event)) return;
    const [now] = painter.rectsOf(shown.composer.editor, mark);
    if (now?.x !== shown.at.x || now.y !== shown.at.y) this.#close();
  }

  #pressed(event: KeyboardEvent): void {
    if (this.#options.card.contains(event)) return;
    if (event.key === 'Escape') return this.#close();
    if (isWayIn(event) && this.#options.card.opening() === 'last-look') return this.#enterCard(event);
    const composer = this.#composerOf(event);
    if (composer === null) return;
    this.#resting.cancel();
    if (isWayIn(event)) this.#enterCardAtCaret(composer, event);
    else if (MOVES.has(event.key)) this.#waitForCaret(composer);
  }

  #enterCardAtCaret(composer: Composer, event: KeyboardEvent): void {
    const mark = markAtCaret(composer);
    if (mark !== null && this.#show(composer, mark, 'keyboard')) this.#enterCard(event);
  }

  #enterCard(event: KeyboardEvent): void {
    event.preventDefault();
    this.#options.card.takeFocus();
  }

  #waitForCaret(composer: Composer): void {
    this.#resting.start(CARET_MS, () => {
      const mark = markAtCaret(composer);
      if (mark !== null) this.#show(composer, mark, 'keyboard');
      else if (this.#own()?.how === 'keyboard') this.#close();
    });
  }

  #goTo(composer: Composer, mark: Mark, takesFocus: boolean): void {
    const { card, guard, painter, signal } = this.#options;
    const [words] = painter.rectsOf(composer.editor, mark);
    if (words === undefined) return;
    const show = guard(() => {
      if (!signal.aborted && this.#show(composer, mark, 'keyboard') && takesFocus) card.takeFocus();
    });
    if (bringIntoView(composer.editor.element, words)) requestAnimationFrame(show);
    else show();
  }

  /** False when the mark is not drawn at the moment. */
  #show(composer: Composer, mark: Mark, how: CardOpening): boolean {
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
    return this.#own() !== null && this.#options.card.shownMark()?.finding === mark.finding;
  }

  /** What this opened and is still open. */
  #own(): { composer: Composer; how: CardOpening; at: DOMRect } | null {
    const opening = this.#options.card.opening();
    return opening === null || opening === 'last-look' ? null : this.#shown;
  }

  #isOutdated(): boolean {
    const mark = this.#options.card.shownMark();
    return mark !== null && this.#composerWith(mark) === null;
  }

  #composerWith({ finding }: Mark): Composer | null {
    for (const composer of this.#options.composers) {
      if (composer.marks.some((mark) => mark.finding === finding)) return composer;
    }
    return null;
  }

  #composerInUse(): Composer | null {
    for (const composer of this.#options.composers) if (isWrittenIn(composer)) return composer;
    return this.#own()?.composer ?? null;
  }

  #composerOf(event: Event): Composer | null {
    const path = event.composedPath();
    for (const composer of this.#options.composers) if (path.includes(composer.editor.element)) return composer;
    return null;
  }

  #stopAll(): void {
    this.#hovering.stop();
    this.#resting.cancel();
  }
}

const isWayIn = (event: KeyboardEvent): boolean => event.altKey && event.key === 'ArrowDown';
