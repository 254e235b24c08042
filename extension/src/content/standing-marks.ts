/**
 * The marks of one composer between two answers: they follow the typing, and leave out what the writer dismissed.
 * Kept in memory only. Every offset counts UTF-16 code units into the text named beside it.
 */
import type { Mark } from '@/content/model';
import type { Finding } from '@/shared/wire';

import { remap } from './remap';

export class StandingMarks {
  #marks: readonly Mark[] = [];
  readonly #dismissed = new Set<string>();

  /** Those to show over `text`, in the order of the report. */
  on(text: string): readonly Mark[] {
    return this.#marks.filter((mark) => !this.#dismissed.has(nameOf(mark, text)));
  }

  follow(before: string, after: string): void {
    this.#marks = remap(before, after, this.#marks);
  }

  /** Puts what was found in the text `asked` onto today's. What says the same of the same words stays the same finding. */
  set(findings: readonly Finding[], asked: string, today: string): void {
    const before = new Map(this.#marks.map((mark) => [sayingOf(mark), mark.finding]));
    const found = findings.map((finding) => ({ finding, start: finding.start, end: finding.end }));
    this.#marks = remap(asked, today, found).map((mark) => ({ ...mark, finding: before.get(sayingOf(mark)) ?? mark.finding }));
  }

  clear(): void {
    this.#marks = [];
  }

  /** Hides a finding on `text` wherever its words are the same, until `forgetDismissed` or the call that is returned. */
  dismiss(mark: Mark, text: string): () => void {
    const name = nameOf(mark, text);
    this.#dismissed.add(name);
    return () => void this.#dismissed.delete(name);
  }

  /** Names of every finding on `text`, dismissed or not. */
  names(text: string): { readonly all: readonly string[]; readonly dismissed: ReadonlySet<string> } {
    return { all: this.#marks.map((mark) => nameOf(mark, text)), dismissed: this.#dismissed };
  }

  forgetDismissed(): void {
    this.#dismissed.clear();
  }
}

function nameOf({ finding, start, end }: Mark, text: string): string {
  return `${finding.rule}\n${text.slice(start, end)}`;
}

/** All that a card shows of a mark, and where it is. */
function sayingOf({ finding, start, end }: Mark): string {
  const { rule, severity, title, message, advice, suggestions } = finding;
  return JSON.stringify([start, end, rule, severity, title, message, advice, suggestions]);
}
