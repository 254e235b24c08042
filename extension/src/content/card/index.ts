/**
 * The card of a document: opens beside marked words, explains them, and leaves. It belongs to the user: it never takes
 * focus by itself, never writes into the editor, and only a real click or key does something.
 */
import type { Card, Mark } from '@/content/model';
import { createHost, lower, raise, type Host, type ShadowMode } from '@/content/top-layer';
import { translate } from '@/content/words';
import type { UiLanguage } from '@/shared/i18n';
import { Announcer } from './announcer';
import { CARD_CSS } from './card-style';
import { buildCard } from './content';
import { rememberFocus, type GoBack } from './focus-return';
import { keepKeysInside } from './keys';
import { severityKey } from './labels';
import { putBeside, type Anchor } from './placing';

export interface CardOptions {
  document: Document;
  shadowMode: ShadowMode;
  language: UiLanguage;
  onDismiss(mark: Mark): void;
  signal: AbortSignal;
}

/** A page that keeps removing the card wins after this many times. */
const MAX_REAPPENDS = 5;

export function createCard(options: CardOptions): Card {
  return new FindingCard(options);
}

class FindingCard implements Card {
  readonly #options: CardOptions;
  readonly #host: Host;
  readonly #announcer: Announcer;
  readonly #removals: MutationObserver;
  #mark: Mark | null = null;
  #anchor: Anchor | null = null;
  #reappends = 0;
  #goBack: GoBack | null = null;

  constructor(options: CardOptions) {
    const { document, shadowMode, signal } = options;
    this.#options = options;
    this.#host = createHost(document, 'porte-parole-card', shadowMode, CARD_CSS);
    this.#announcer = new Announcer(document, shadowMode, signal);
    this.#removals = new MutationObserver(() => this.#stay());
    // The editor keeps its selection while the mouse works on the card.
    this.#host.root.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#host.root.addEventListener('mousedown', (event) => event.preventDefault());
    keepKeysInside(this.#host);
    this.#listen(signal);
    signal.addEventListener('abort', () => this.hide());
  }

  show(mark: Mark, anchor: DOMRect[], near: HTMLElement, how: 'hover' | 'click' | 'keyboard'): void {
    if (anchor.length === 0 || this.#options.signal.aborted) return;
    if (this.#mark?.finding !== mark.finding) this.#fill(mark);
    this.#mark = mark;
    this.#anchor = { words: anchor, near };
    this.#reappends = 0;
    this.#open(this.#anchor);
    if (how === 'keyboard') this.#announcer.say(this.#spoken(mark));
  }

  hide(): void {
    const goBack = this.#host.root.activeElement === null ? null : this.#goBack;
    this.#removals.disconnect();
    this.#mark = null;
    this.#anchor = null;
    this.#goBack = null;
    lower(this.#host);
    this.#host.root.replaceChildren();
    goBack?.();
  }

  isOpen(): boolean {
    return this.#mark !== null;
  }

  contains(event: Event): boolean {
    return event.composedPath().includes(this.#host.element);
  }

  shownMark(): Mark | null {
    return this.#mark;
  }

  takeFocus(): void {
    if (this.#anchor === null) return;
    if (this.#host.root.activeElement === null) this.#goBack = rememberFocus(this.#anchor.near);
    this.#host.root.querySelector<HTMLElement>('button, a')?.focus();
  }

  announce(marks: number): void {
    this.#announcer.count(marks, (count) => {
      if (count === 0) return translate('card_count_none', this.#options.language);
      if (count === 1) return translate('card_count_one', this.#options.language);
      return translate('card_count_many', this.#options.language, [String(count)]);
    });
  }

  #fill(mark: Mark): void {
    const { document, language, onDismiss } = this.#options;
    const close = (): void => this.hide();
    const dismiss = (): void => {
      const shown = this.#mark;
      this.hide();
      if (shown !== null) onDismiss(shown);
    };
    this.#host.root.replaceChildren(buildCard(document, mark, language, { dismiss, close }));
  }

  #open(anchor: Anchor): void {
    raise(this.#host, anchor.near);
    this.#removals.disconnect();
    const parent = this.#host.element.parentNode;
    if (parent !== null) this.#removals.observe(parent, { childList: true });
    putBeside(this.#host, anchor);
  }

  /** Single-page frameworks wipe what they do not know. */
  #stay(): void {
    if (this.#anchor === null || this.#host.element.isConnected) return;
    this.#reappends += 1;
    if (this.#reappends > MAX_REAPPENDS || !this.#anchor.near.isConnected) this.hide();
    else this.#open(this.#anchor);
  }

  #listen(signal: AbortSignal): void {
    const zoomed = (): void => {
      if (this.#anchor !== null) putBeside(this.#host, this.#anchor);
    };
    window.visualViewport?.addEventListener('resize', zoomed, { passive: true, signal });
    // The text wraps anew: the words are elsewhere.
    window.addEventListener('resize', () => this.hide(), { passive: true, signal });
    window.addEventListener('keydown', (event) => this.#closeOnEscape(event), { capture: true, signal });
  }

  /** While the card is open Escape is for the card, not for the page's dialog behind it. */
  #closeOnEscape(event: KeyboardEvent): void {
    if (!this.isOpen() || event.key !== 'Escape' || !event.isTrusted || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.hide();
  }

  #spoken(mark: Mark): string {
    const { severity, title, message } = mark.finding;
    return `${translate(severityKey(severity), this.#options.language)}. ${title}. ${message}`;
  }
}
