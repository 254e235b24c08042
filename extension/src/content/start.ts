/** Joins watcher, editors, sessions, painter and card, and ends them all together: the content part's only entry. */
import { createCard } from '@/content/card';
import type { Card, Checker, Editor, Mark, Painter } from '@/content/model';
import { createPainter } from '@/content/underlines';
import type { CheckError } from '@/shared/errors';
import { uiLanguage, type UiLanguage } from '@/shared/i18n';

import { createGuard, type Guard } from './faults';
import { Pointing } from './pointing';
import { Session } from './session';
import { watchComposers } from './watcher';

export interface WatchOptions {
  readonly check: Checker;
  readonly document: Document;
  /** The site as the server knows it. */
  readonly site: string;
  readonly signal: AbortSignal;
  readonly shadowMode: 'open' | 'closed';
  /** Of the card and its advice; by default the browser's. */
  readonly language?: UiLanguage;
  /** `gone`: no composer is left on the page, or we left it ourselves after too many faults of our own. */
  onState?(state: 'checking' | 'checked' | CheckError | 'gone', findings: number): void;
}

/** Watches until the signal ends; never throws, never blocks the page. */
export function startWatching(options: WatchOptions): void {
  const own = new AbortController();
  const signal = AbortSignal.any([options.signal, own.signal]);
  const guard = createGuard(() => own.abort());
  const sessions = new Sessions(options, signal, guard);
  watchComposers({ document: options.document, signal, guard, attach: (editor, until) => sessions.add(editor, until) });
  signal.addEventListener('abort', guard(() => options.onState?.('gone', 0)));
}

/** The composers of one page. Painter and card are made with the first: most frames never have one. */
class Sessions {
  readonly #options: WatchOptions;
  readonly #signal: AbortSignal;
  readonly #guard: Guard;
  readonly #language: UiLanguage;
  readonly #open = new Set<Session>();
  #tools: { painter: Painter; card: Card; pointing: Pointing } | null = null;

  constructor(options: WatchOptions, signal: AbortSignal, guard: Guard) {
    this.#options = options;
    this.#signal = signal;
    this.#guard = guard;
    this.#language = options.language ?? uiLanguage();
  }

  add(editor: Editor, until: AbortSignal): void {
    const { check, site } = this.#options;
    const { painter, card, pointing } = (this.#tools ??= this.#createTools());
    const session = new Session({
      editor,
      check,
      painter,
      site,
      uiLanguage: this.#language,
      signal: until,
      guard: this.#guard,
      onText: () => pointing.changed(editor),
      onState: (state, findings) => {
        pointing.changed(editor);
        if (state === 'checked') card.announce(findings);
        this.#options.onState?.(state, findings);
      },
    });
    this.#open.add(session);
    until.addEventListener('abort', this.#guard(() => this.#remove(session)));
  }

  #remove(session: Session): void {
    this.#open.delete(session);
    this.#tools?.pointing.changed(session.editor);
    if (this.#open.size === 0 && !this.#signal.aborted) this.#options.onState?.('gone', 0);
  }

  #createTools(): { painter: Painter; card: Card; pointing: Pointing } {
    const { document, shadowMode } = this.#options;
    const signal = this.#signal;
    const guard = this.#guard;
    const painter = createPainter(document, shadowMode);
    const onDismiss = guard((mark: Mark) => this.#dismiss(mark));
    const card = createCard({ document, shadowMode, language: this.#language, onDismiss, signal });
    return { painter, card, pointing: new Pointing({ document, painter, card, composers: this.#open, signal, guard }) };
  }

  #dismiss(mark: Mark): void {
    for (const session of this.#open) {
      if (session.marks.some(({ finding }) => finding === mark.finding)) session.dismiss(mark);
    }
  }
}
