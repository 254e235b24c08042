/** The composers of one document, and which of them is written in: sign, list and reminders are about that one. */
import type { Editor, Mark, SiteReader } from '@/content/model';
import { siteReaderFor } from '@/content/site';
import type { Command } from '@/shared/notices';
import type { Severity } from '@/shared/wire';

import { cardActions } from './card-actions';
import type { Guard } from './faults';
import { LiveSource } from './live-source';
import { Moments } from './moments';
import { Session, type SessionState } from './session';
import type { WatchOptions } from './start';
import { createTools, type Tools } from './tools';

const RANKS: Record<Severity, number> = { low: 1, medium: 2, high: 3 };

export class Composers {
  readonly list: LiveSource;
  readonly #options: WatchOptions;
  readonly #signal: AbortSignal;
  readonly #guard: Guard;
  readonly #open = new Set<Session>();
  readonly #actions: ReturnType<typeof cardActions>;
  readonly #reader: SiteReader;
  readonly #moments: Moments;
  /** Made with the first composer: most frames never have one. */
  #tools: Tools | null = null;
  #active: Session | null = null;

  constructor(options: WatchOptions, signal: AbortSignal, guard: Guard) {
    this.#options = options;
    this.#signal = signal;
    this.#guard = guard;
    const open = (mark: Mark): void => this.#tools?.pointing.open(mark);
    this.#actions = cardActions(this.#open, open, options.extension);
    this.#reader = siteReaderFor(options.site, options.settings.official_accounts);
    this.#moments = new Moments(options.site, options.settings.own_names);
    this.list = new LiveSource({ ...this.#actions, open });
    signal.addEventListener('abort', guard(() => options.onState?.('gone', 0)));
  }

  /** Watches a composer until it has left the page. */
  add(editor: Editor, until: AbortSignal): void {
    const session = this.#createSession(editor, until);
    this.#open.add(session);
    const activate = this.#guard(() => this.#activate(session));
    editor.element.addEventListener('focusin', activate, { capture: true, passive: true, signal: until });
    activate();
    until.addEventListener('abort', this.#guard(() => this.#remove(session)));
  }

  command(command: Command): void {
    this.#tools?.pointing.command(command);
  }

  checkAgain(): void {
    for (const session of this.#open) session.checkAgain();
  }

  #createSession(editor: Editor, until: AbortSignal): Session {
    const { check, site, language, extension, onState } = this.#options;
    const { painter, card, pointing } = (this.#tools ??= this.#createTools());
    return new Session({
      editor,
      check,
      painter,
      reader: this.#reader,
      site,
      uiLanguage: language,
      signal: until,
      guard: this.#guard,
      count: (what, times) => extension?.count(what, times),
      onText: () => pointing.changed(editor),
      onState: (state, findings) => {
        pointing.answered();
        if (state === 'checked') card.announce(findings);
        onState?.(state, findings);
        if (this.#active?.editor === editor) this.#tell(this.#active, state);
      },
    });
  }

  #createTools(): Tools {
    return createTools({
      ...this.#options,
      signal: this.#signal,
      guard: this.#guard,
      composers: this.#open,
      actions: this.#actions,
      onOpen: () => {
        const [first] = this.#active?.marks ?? [];
        if (first) this.#tools?.pointing.open(first);
      },
    });
  }

  #activate(session: Session): void {
    this.#active = session;
    this.#tell(session, session.state);
  }

  #remove(session: Session): void {
    this.#open.delete(session);
    this.#tools?.pointing.changed(session.editor);
    if (this.#active === session) {
      this.#active = null;
      this.#tools?.presence?.hide();
      this.list.tell(null, 'checking');
    }
    if (this.#open.size === 0 && !this.#signal.aborted) this.#options.onState?.('gone', 0);
  }

  #tell(session: Session, state: SessionState): void {
    const [worst] = session.marks.map(({ finding }) => finding.severity).sort((a, b) => RANKS[b] - RANKS[a]);
    this.#tools?.presence?.show(session.editor.element, { state, worst: worst ?? null, surroundings: session.lastSurroundings });
    this.list.tell(session, state);
    if (state === 'checked') void this.#remind(session);
  }

  async #remind(session: Session): Promise<void> {
    const { extension, settings } = this.#options;
    const presence = this.#tools?.presence;
    if (extension === null || presence === null || presence === undefined || settings.reminders === 'off') return;
    const moment = this.#moments.of(session, performance.now());
    const reminder = moment && (await extension.reminder(moment));
    // A mark that came in the meantime is more useful than a line.
    if (reminder && this.#active === session && session.marks.length === 0) presence.remind(reminder);
  }
}
