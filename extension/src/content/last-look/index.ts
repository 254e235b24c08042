/**
 * The last look: the card opens beside the publish button when pointer or focus reaches it and an alert is left, once
 * per text. It takes nothing away from the page and delays nothing; holding a click back is `first-press`, and only
 * where the person asked for it.
 */
import type { Guard } from '@/content/faults';
import type { AlertedComposer, Card } from '@/content/model';
import { alertedBy, OncePerText, type Alerted } from './alerts';
import { holdFirstPress } from './first-press';

export interface LastLookOptions {
  readonly document: Document;
  readonly composers: Iterable<AlertedComposer>;
  readonly card: Card;
  readonly holdFirstClick: boolean;
  readonly signal: AbortSignal;
  readonly guard: Guard;
}

export function watchLastLook(options: LastLookOptions): void {
  const { document, composers, holdFirstClick, signal, guard } = options;
  const look = new LastLook(options);
  const view = document.defaultView ?? window;
  const passive = { capture: true, passive: true, signal };
  for (const type of ['pointerover', 'focusin']) view.addEventListener(type, guard((event: Event) => look.reached(event)), passive);
  view.addEventListener('scroll', guard(() => look.scrolled()), passive);
  if (holdFirstClick) holdFirstPress({ document, composers, onHeld: (alerted) => look.show(alerted), signal, guard });
}

class LastLook {
  readonly #options: LastLookOptions;
  readonly #shown = new OncePerText();
  /** Where the pointer or the focus was last; looked at with the next frame. */
  #path: EventTarget[] | null = null;
  #beside: { button: HTMLElement; at: DOMRect } | null = null;

  constructor(options: LastLookOptions) {
    this.#options = options;
  }

  reached(event: Event): void {
    const isWaiting = this.#path !== null;
    // The path is empty once the event is over.
    this.#path = event.composedPath();
    if (!isWaiting) requestAnimationFrame(this.#options.guard(() => this.#look()));
  }

  show(alerted: Alerted): void {
    const { composer, mark, button } = alerted;
    this.#shown.done(alerted);
    const at = button.getBoundingClientRect();
    this.#beside = { button, at };
    this.#options.card.show(mark, [at], composer.editor.element, 'last-look');
  }

  /** Beside nothing the card would be in the way. */
  scrolled(): void {
    const { card } = this.#options;
    if (this.#beside === null || card.opening() !== 'last-look') return;
    const { x, y } = this.#beside.button.getBoundingClientRect();
    if (x !== this.#beside.at.x || y !== this.#beside.at.y) card.hide();
  }

  #look(): void {
    const path = this.#path ?? [];
    this.#path = null;
    const { composers, signal } = this.#options;
    if (signal.aborted) return;
    const alerted = alertedBy(path, composers);
    if (alerted !== null && this.#shown.isDue(alerted)) this.show(alerted);
  }
}
