/**
 * Shows one thing of ours at a time beside marked words: in its place, above everything, until it leaves. It gives back
 * the focus that the person brought into it, and knows a click that is meant. What is shown belongs to others.
 */
import { isInside } from '@/content/composed-tree';
import type { Box } from '@/content/box';
import { Foothold, MOST_RETURNS } from '@/content/foothold';
import { createHost, keepPointerInside, style, type Host, type ShadowMode } from '@/content/top-layer';
import { CARD_CSS } from './card-style';
import { rememberFocus, type GoBack } from './focus-return';
import { isModifier, keepKeysInside, stopsIn } from './keys';
import { fadeAway } from './note';
import { isAt, putBeside, type Anchor } from './placing';
import { isKey, isMeant } from './real-click';

export interface StageOptions {
  readonly document: Document;
  readonly shadowMode: ShadowMode;
  readonly signal: AbortSignal;
  /** What was shown is gone, whoever sent it away. */
  onLeft(): void;
}

/** A card waits for the person; a note goes by itself. */
type Kind = 'card' | 'note';

export class Stage {
  readonly #options: StageOptions;
  readonly #host: Host;
  readonly #foothold: Foothold;
  #shown: { readonly kind: Kind; readonly anchor: Anchor } | null = null;
  #place: { readonly box: Box; readonly sinceMs: number } | null = null;
  #timesCovered = 0;
  #goBack: GoBack | null = null;
  #stopFading: (() => void) | null = null;

  constructor(options: StageOptions) {
    const { document, shadowMode, signal } = options;
    this.#options = options;
    this.#host = createHost(document, 'porte-parole-card', shadowMode, CARD_CSS);
    this.#foothold = new Foothold(this.#host, { returned: () => this.#put(), lost: () => this.clear() });
    keepPointerInside(this.#host);
    keepKeysInside(this.#host);
    this.#listen(document, signal);
    signal.addEventListener('abort', () => this.clear());
  }

  /** Whether something is there to be seen: a composer that left the page takes the card with it. */
  get isShowing(): boolean {
    return this.#shown !== null && this.#host.element.isConnected;
  }

  get anchor(): Anchor | null {
    return this.#shown?.anchor ?? null;
  }

  get hasFocus(): boolean {
    return this.#host.root.activeElement !== null;
  }

  /** Takes the place of what was shown; focus stays inside if it was there and there is something to stop at. */
  show(content: HTMLElement, anchor: Anchor, kind: Kind): void {
    const { root } = this.#host;
    const focused = root.activeElement?.classList;
    this.#stopFading?.();
    this.#shown = { kind, anchor };
    this.#timesCovered = 0;
    root.replaceChildren(content);
    // Where there is nothing to press, the pointer goes through to the page's words below.
    style(this.#host.element, { 'pointer-events': stopsIn(root).length === 0 ? 'none' : 'auto' });
    if (kind === 'note') this.#stopFading = fadeAway(content, () => this.clear());
    this.#rise();
    if (focused !== undefined) this.#focusAgain(focused[focused.length - 1] ?? '');
  }

  clear(): void {
    if (this.#shown === null) return;
    const goBack = this.hasFocus ? this.#goBack : null;
    this.#shown = null;
    this.#place = null;
    this.#goBack = null;
    this.#stopFading?.();
    this.#foothold.leave();
    this.#host.root.replaceChildren();
    goBack?.();
    this.#options.onLeft();
  }

  contains(event: Event): boolean {
    return event.composedPath().includes(this.#host.element);
  }

  takeFocus(): void {
    if (this.#shown === null) return;
    if (!this.hasFocus) this.#goBack = rememberFocus(this.#shown.anchor.near);
    this.#host.root.querySelector<HTMLElement>('.chip, .dismiss, .way-back')?.focus();
  }

  /** Whether a trusted click in here is really meant. */
  accepts(event: MouseEvent): boolean {
    if (isKey(event)) return true;
    if (this.#place === null) return false;
    if (!isAt(this.#host, this.#place.box)) {
      this.#put();
      return false;
    }
    return isMeant(event, this.#host.element, performance.now() - this.#place.sinceMs);
  }

  #rise(): void {
    if (this.#shown === null) return;
    // Left and taken again, it goes above dialogs and popovers that were opened since.
    this.#foothold.leave();
    if (this.#foothold.take(this.#shown.anchor.near)) this.#put();
    else this.clear();
  }

  #put(): void {
    if (this.#shown !== null) this.#place = { box: putBeside(this.#host, this.#shown.anchor), sinceMs: performance.now() };
  }

  /** On the button of the same name, else the first one, else back in the page. */
  #focusAgain(name: string): void {
    const { root } = this.#host;
    const stop = root.querySelector<HTMLElement>(`.${name}`) ?? stopsIn(root)[0];
    if (stop !== undefined) return stop.focus();
    this.#goBack?.();
    this.#goBack = null;
  }

  #listen(document: Document, signal: AbortSignal): void {
    window.visualViewport?.addEventListener('resize', () => this.#put(), { passive: true, signal });
    // The text wraps anew: the words are elsewhere.
    window.addEventListener('resize', () => this.clear(), { passive: true, signal });
    window.addEventListener('keydown', (event) => this.#pressed(event), { capture: true, signal });
    document.addEventListener('toggle', (event) => this.#opened(event), { capture: true, passive: true, signal });
  }

  /** While the card is open Escape is for the card, not for the page's dialog behind it; a note just goes. */
  #pressed(event: KeyboardEvent): void {
    if (this.#shown === null || !event.isTrusted || event.isComposing || isModifier(event)) return;
    const isOurs = this.#shown.kind === 'card' || this.contains(event);
    if (isOurs && event.key === 'Escape') {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.clear();
    } else if (!isOurs) this.clear();
  }

  /** Something of the page opened above us: it may hide what the person is about to click. */
  #opened(event: Event): void {
    const { target } = event;
    if (this.#shown === null || !(target instanceof Element) || target === this.#host.element) return;
    if (!target.matches(':popover-open, :modal')) return;
    this.#timesCovered += 1;
    const isElsewhere = target.matches(':modal') && !isInside(this.#shown.anchor.near, target);
    if (isElsewhere || this.#timesCovered > MOST_RETURNS) return this.clear();
    const focused = this.#host.root.activeElement as HTMLElement | null;
    this.#rise();
    focused?.focus();
  }
}
