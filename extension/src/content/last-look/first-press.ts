/**
 * "Hold my first click", which only the person can ask for: the first press on a publish button whose text has an alert
 * does not reach the page, the second one does. A press is all that one click or one key makes of events, since sites
 * publish on any of them. In doubt nothing is held.
 */
import type { Guard } from '@/content/faults';
import type { AlertedComposer } from '@/content/model';
import { alertedBy, alertedInside, OncePerText, type Alerted } from './alerts';

const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;
const KEYS = ['keydown', 'keypress', 'keyup'] as const;

export interface FirstPressOptions {
  readonly document: Document;
  readonly composers: Iterable<AlertedComposer>;
  /** A press was held: says why. */
  onHeld(alerted: Alerted): void;
  readonly signal: AbortSignal;
  readonly guard: Guard;
}

/** What is being held back until it ends: a press of the mouse, a finger or a pen, or of one key. */
interface Press {
  readonly alerted: Alerted;
  /** Null for a pointer. */
  readonly key: string | null;
}

export function holdFirstPress(options: FirstPressOptions): void {
  const { document, signal, guard } = options;
  const hold = new Hold(options);
  const view = document.defaultView ?? window;
  const listen = { capture: true, passive: false, signal };
  for (const type of POINTER) view.addEventListener(type, guard((event) => hold.pointer(event)), listen);
  for (const type of KEYS) view.addEventListener(type, guard((event) => hold.key(event)), listen);
}

class Hold {
  readonly #options: FirstPressOptions;
  readonly #held = new OncePerText();
  #press: Press | null = null;

  constructor(options: FirstPressOptions) {
    this.#options = options;
  }

  pointer(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0) return;
    if (event.type === 'pointerdown') this.#forget();
    const alerted = this.#press?.key === null ? this.#press.alerted : this.#begin(event);
    // Let go beside the button, it is no press any more.
    if (alerted === null || !event.composedPath().includes(alerted.button)) return this.#forget();
    this.#press = { alerted, key: null };
    stop(event);
    if (event.type !== 'click') return;
    this.#forget();
    // Only now: a click elsewhere than on the card closes it.
    this.#options.onHeld(alerted);
  }

  key(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing) return;
    // Held down, a key says keydown again and again: all of that is one press.
    const isSamePress = this.#press?.key === event.key && (event.type !== 'keydown' || event.repeat);
    if (!isSamePress) {
      this.#forget();
      const alerted = event.type === 'keydown' && isPublishing(event) ? this.#begin(event) : null;
      if (alerted === null) return;
      this.#press = { alerted, key: event.key };
      this.#options.onHeld(alerted);
    }
    stop(event);
    if (event.type === 'keyup') this.#forget();
  }

  #forget(): void {
    this.#press = null;
  }

  /** The alert to hold this press for; asked again about the same text, there is none. */
  #begin(event: MouseEvent | KeyboardEvent): Alerted | null {
    const { composers } = this.#options;
    const path = event.composedPath();
    const isShortcut = 'key' in event && (event.ctrlKey || event.metaKey);
    const alerted = isShortcut ? alertedInside(path, composers) : alertedBy(path, composers);
    if (alerted === null || alerted.composer.state !== 'checked' || !this.#held.isDue(alerted)) return null;
    this.#held.done(alerted);
    return alerted;
  }
}

/** Enter and Space on a button, and Enter with Ctrl or Cmd in the composer; where the event is decides which. */
function isPublishing({ key, ctrlKey, metaKey, repeat }: KeyboardEvent): boolean {
  if (repeat) return false;
  return key === 'Enter' || (key === ' ' && !ctrlKey && !metaKey);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
