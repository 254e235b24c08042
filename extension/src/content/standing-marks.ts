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

  /** Puts what was found in the text `asked` onto today's. */
  set(findings: readonly Finding[], asked: string, today: string): void {
    this.#marks = findings.map((finding) => ({ finding, start: finding.start, end: finding.end }));
    this.follow(asked, today);
  }

  clear(): void {
    this.#marks = [];
  }

  /** Hides a finding on `text` wherever its words are the same, until `forgetDismissed`. */
  dismiss(mark: Mark, text: string): void {
    this.#dismissed.add(nameOf(mark, text));
  }

  forgetDismissed(): void {
    this.#dismissed.clear();
  }
}

function nameOf({ finding, start, end }: Mark, text: string): string {
  return `${finding.rule}\n${text.slice(start, end)}`;
}
