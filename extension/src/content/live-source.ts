/** The page's side of the live list: what popup and side panel see of the composer written in last, and their orders. */
import type { CardActions, Mark, Surroundings } from '@/content/model';
import { MOST_WORDS, nothingListed, type LiveList, type ListedMark, type ListOrder, type ReplaceAnswer } from '@/shared/live-list';
import { shownWords } from '@/shared/masking';

import type { SessionState } from './session';

/** What a session shows of itself. */
export interface Listed {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly lastSurroundings: Surroundings;
}

/** What an order does to a mark; the same as on the card, and opening it. */
export type ListActions = Pick<CardActions, 'dismiss' | 'replace'> & { open(mark: Mark): void };

export class LiveSource {
  readonly #actions: ListActions;
  readonly #frame = crypto.randomUUID();
  readonly #listeners = new Set<(list: LiveList) => void>();
  /** Findings keep their number while they are shown; the text moves, they do not. */
  readonly #numbers = new WeakMap<Mark['finding'], number>();
  /** How to bring back what was dismissed from the list, by number; forgotten with the composer. */
  readonly #dismissed = new Map<number, { undo(): void }>();
  #next = 1;
  #shown: { listed: Listed | null; state: SessionState } = { listed: null, state: 'checking' };

  constructor(actions: ListActions) {
    this.#actions = actions;
  }

  /** `listed` is the composer written in last; null when none is open. */
  tell(listed: Listed | null, state: SessionState): void {
    if (listed !== this.#shown.listed) this.#dismissed.clear();
    this.#shown = { listed, state };
    if (this.#listeners.size === 0) return;
    const list = this.#list();
    for (const listener of this.#listeners) listener(list);
  }

  follow(listener: (list: LiveList) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
    listener(this.#list());
  }

  /** Null for orders that need no answer, and for those about another frame or a mark that is gone. */
  async obey({ frame, mark: number, order, suggestion }: ListOrder): Promise<ReplaceAnswer | null> {
    if (frame !== this.#frame) return null;
    if (order === 'restore') {
      this.#dismissed.get(number)?.undo();
      this.#dismissed.delete(number);
      return null;
    }
    const mark = this.#shown.listed?.marks.find(({ finding }) => this.#numbers.get(finding) === number);
    if (order === 'replace') return { frame, mark: number, replaced: await this.#replace(mark, suggestion) };
    if (mark === undefined) return null;
    if (order === 'show') this.#actions.open(mark);
    else this.#dismissed.set(number, this.#actions.dismiss(mark));
    return null;
  }

  async #replace(mark: Mark | undefined, suggestion: number): Promise<ReplaceAnswer['replaced']> {
    const wording = mark?.finding.suggestions[suggestion];
    return mark === undefined || wording === undefined ? 'refused' : this.#actions.replace(mark, wording);
  }

  #list(): LiveList {
    const { listed, state } = this.#shown;
    const frame = this.#frame;
    if (listed === null) return nothingListed('none', frame);
    const { audience, account, accountName, selfTest } = listed.lastSurroundings;
    const marks = listed.marks.map((mark) => this.#listedMark(mark, listed.text));
    const listState = state === 'checking' || state === 'checked' ? state : 'not_checked';
    return { frame, state: listState, audience, account, accountName, selfTest, marks };
  }

  #listedMark({ finding, start, end }: Mark, text: string): ListedMark {
    const { rule, severity, category, title, message, advice, suggestions, lesson } = finding;
    const words = text.slice(start, end).slice(0, MOST_WORDS);
    const shown = shownWords({ ...finding, start, end }, text);
    return { id: this.#numberOf(finding), rule, severity, category, title, words, shown, message, advice, suggestions, lesson };
  }

  #numberOf(finding: Mark['finding']): number {
    const number = this.#numbers.get(finding) ?? this.#next++;
    this.#numbers.set(finding, number);
    return number;
  }
}
