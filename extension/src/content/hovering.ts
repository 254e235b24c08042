/** Notices where the pointer rests and when it has left, at most once a frame; takes no event away from the page. */
import type { Card, Mark, Painter } from '@/content/model';

import { Delay } from './delay';
import type { Guard } from './faults';
import type { Composer } from './mark-steps';

/** A pointer that only passes over a mark opens nothing. */
export const HOVER_MS = 150;
/** Long enough to cross the gap between mark and card. */
export const LEAVE_MS = 300;

export interface HoveringOptions {
  readonly painter: Painter;
  readonly card: Card;
  readonly signal: AbortSignal;
  readonly guard: Guard;
  isShown(mark: Mark): boolean;
  /** The pointer rests on a mark that is not shown. */
  onRest(composer: Composer, mark: Mark): void;
  /** The pointer has been on neither the shown mark nor the card for a while. */
  onLeft(): void;
}

export class Hovering {
  readonly #options: HoveringOptions;
  readonly #opening: Delay;
  readonly #closing: Delay;
  #pointer: { composer: Composer | null; inCard: boolean; x: number; y: number } | null = null;
  #waitingFor: Mark['finding'] | null = null;

  constructor(options: HoveringOptions) {
    this.#options = options;
    this.#opening = new Delay(options.guard);
    this.#closing = new Delay(options.guard);
  }

  /** @param composer - the one under the pointer. */
  moved(event: PointerEvent, composer: Composer | null): void {
    const { card, guard } = this.#options;
    if (composer === null && !card.isOpen()) return this.#stopOpening();
    const isWaiting = this.#pointer !== null;
    this.#pointer = { composer, inCard: card.contains(event), x: event.clientX, y: event.clientY };
    if (!isWaiting) requestAnimationFrame(guard(() => this.#look()));
  }

  /** Forgets what was about to happen. */
  stop(): void {
    this.#stopOpening();
    this.#closing.cancel();
  }

  #look(): void {
    const { isShown, onRest, onLeft, card, painter, signal } = this.#options;
    const pointer = this.#pointer;
    this.#pointer = null;
    if (pointer === null || signal.aborted) return;
    const { composer, x, y } = pointer;
    const mark = composer && !pointer.inCard ? painter.markAt(composer.editor, x, y) : null;
    if (pointer.inCard || (mark !== null && isShown(mark))) return this.stop();
    if (composer === null || mark === null) {
      this.#stopOpening();
      if (card.isOpen() && !this.#closing.isRunning) this.#closing.start(LEAVE_MS, onLeft);
    } else if (this.#waitingFor !== mark.finding) {
      this.#waitingFor = mark.finding;
      this.#opening.start(HOVER_MS, () => onRest(composer, mark));
    }
  }

  #stopOpening(): void {
    this.#opening.cancel();
    this.#waitingFor = null;
  }
}
