/** Watches a document until told to stop: the content part's only entry, with or without an extension around it. */
import type { Checker } from '@/content/model';
import type { CheckError } from '@/shared/errors';
import type { UiLanguage } from '@/shared/i18n';
import type { LiveList, ListOrder, ReplaceAnswer } from '@/shared/live-list';
import type { OpenablePage } from '@/shared/messages';
import type { Command } from '@/shared/notices';
import type { Moment, Reminder } from '@/shared/reminders';
import type { Settings } from '@/shared/settings';
import type { Proposal } from '@/shared/silence';

import { Composers } from './composers';
import { createGuard } from './faults';
import type { Count } from './tally';
import { watchComposers } from './watcher';

/** What only an extension can do; the demo page has none. None of them may throw. */
export interface ExtensionSide {
  propose(proposal: Proposal): void;
  count: Count;
  reminder(moment: Moment): Promise<Reminder | null>;
  reminderDismissed(): void;
  open(page: OpenablePage, at: string): void;
}

export interface WatchOptions {
  readonly check: Checker;
  readonly document: Document;
  /** Host name of the page, or a name of our own pages. */
  readonly site: string;
  readonly signal: AbortSignal;
  readonly shadowMode: 'open' | 'closed';
  /** Of the card and its advice. */
  readonly language: UiLanguage;
  readonly settings: Settings;
  readonly extension: ExtensionSide | null;
  /**
   * `gone`: no composer is left on the page. `left`: we ended it ourselves after too many faults of our own; nothing
   * is checked any more until the page is loaded again.
   */
  onState?(state: 'checking' | 'checked' | CheckError | 'gone' | 'left', findings: number): void;
}

/** Handles on what is being watched; harmless after the signal has ended. */
export interface Watching {
  command(command: Command): void;
  /** The person's silences have changed. */
  checkAgain(): void;
  /** Calls back at once and after every change, until the signal ends. */
  follow(listener: (list: LiveList) => void, signal: AbortSignal): void;
  /** @returns null when there is nothing to answer. */
  obey(order: ListOrder): Promise<ReplaceAnswer | null>;
}

/** Never throws, never blocks the page. */
export function startWatching(options: WatchOptions): Watching {
  const own = new AbortController();
  const signal = AbortSignal.any([options.signal, own.signal]);
  const guard = createGuard(() => {
    own.abort();
    options.onState?.('left', 0);
  });
  const composers = new Composers(options, signal, guard);
  watchComposers({ document: options.document, signal, guard, attach: (editor, until) => composers.add(editor, until) });
  return {
    command: guard((command: Command) => composers.command(command)),
    checkAgain: guard(() => composers.checkAgain()),
    follow: guard((listener: (list: LiveList) => void, until: AbortSignal) => composers.list.follow(listener, until)),
    obey: (order) => composers.list.obey(order),
  };
}
