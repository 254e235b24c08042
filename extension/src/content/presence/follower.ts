/** Follows a composer over the screen: one call per frame while it moves, another when it has come to rest. */
import { Delay } from '@/content/delay';
import type { Guard } from '@/content/faults';
import { whenMoved } from '@/content/moves';

/** Long enough for a dialog to have opened, short enough to seem immediate. In milliseconds. */
export const REST_MS = 150;
/** Longer than the time between two keys: looking around costs more than a key may. In milliseconds. */
export const TYPING_REST_MS = 350;

export interface FollowerOptions {
  readonly element: HTMLElement;
  moved(): void;
  rested(): void;
  readonly guard: Guard;
  readonly signal: AbortSignal;
}

export class Follower {
  readonly #options: FollowerOptions;
  readonly #rest: Delay;
  #frame: number | null = null;
  #place = '';

  constructor(options: FollowerOptions) {
    const { element, guard, signal } = options;
    this.#options = options;
    this.#rest = new Delay(guard);
    whenMoved(element, guard(() => this.look()), signal);
    signal.addEventListener('abort', () => {
      this.#rest.cancel();
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    });
  }

  /** Something may have changed: looks with the next frame, and says `rested` after a while of quiet. */
  look(): void {
    if (this.#options.signal.aborted) return;
    this.#frame ??= requestAnimationFrame(this.#options.guard(() => this.#step()));
  }

  /** Something may have come up over the composer, which has not moved itself: only says `rested`, once nobody types. */
  lookAfterTyping(): void {
    if (!this.#options.signal.aborted) this.#rest.start(TYPING_REST_MS, () => this.#options.rested());
  }

  /** Takes the composer for moved at the next look. */
  forget(): void {
    this.#place = '';
  }

  #step(): void {
    this.#frame = null;
    this.#rest.start(REST_MS, () => this.#options.rested());
    const { left, top, right, bottom } = this.#options.element.getBoundingClientRect();
    const place = [left, top, right, bottom].join();
    if (place === this.#place) return;
    this.#place = place;
    this.#options.moved();
    // Until two frames in a row find it at the same place.
    this.look();
  }
}
