/**
 * Notices when a reminder could be in place, from what happens in one page: somebody writes more than a few words and
 * nothing is marked. Whether one is due, and which, is decided elsewhere; nothing of the text leaves this file.
 */
import type { Mark, Surroundings } from '@/content/model';
import type { Moment } from '@/shared/reminders';

/** Domain 5.4: not for "haha". UTF-16 units. */
export const FEWEST_CHARACTERS = 25;
/** Domain 5.3: three or more distinct warnings within ten minutes. */
const HOT_WARNINGS = 3;
const HOT_MS = 10 * 60_000;
/** The longest account name that is told, in UTF-16 units. */
const LONGEST_NAME = 100;

/** What this file needs to see of a composer. */
export interface Written {
  readonly text: string;
  readonly marks: readonly Mark[];
  surroundings(): Surroundings;
}

export class Moments {
  readonly #site: string;
  readonly #ownNames: readonly string[];
  /** When each warning was last seen; forgotten with the page. */
  readonly #warnings = new Map<string, number>();
  /** Composers that were asked about, until they are empty again. */
  readonly #asked = new WeakSet<Written>();

  constructor(site: string, ownNames: readonly string[]) {
    this.#site = site;
    this.#ownNames = ownNames.map((name) => name.toLowerCase());
  }

  /** The moment to ask about, once per text; null when it is none. `nowMs` in milliseconds of any steady clock. */
  of(composer: Written, nowMs: number): Moment | null {
    const { text, marks } = composer;
    this.#remember(marks, nowMs);
    if (text.trim() === '') this.#asked.delete(composer);
    if (text.trim().length < FEWEST_CHARACTERS || marks.length > 0 || this.#asked.has(composer)) return null;
    this.#asked.add(composer);
    const { audience, account, accountName } = composer.surroundings();
    return {
      site: this.#site,
      audience,
      account,
      accountName: accountName.slice(0, LONGEST_NAME),
      namesCompany: this.#namesCompany(text.toLowerCase()),
      heated: this.#warnings.size >= HOT_WARNINGS,
    };
  }

  #remember(marks: readonly Mark[], nowMs: number): void {
    for (const { finding } of marks) {
      if (finding.severity !== 'low') this.#warnings.set(finding.rule, nowMs);
    }
    for (const [rule, atMs] of this.#warnings) if (nowMs - atMs > HOT_MS) this.#warnings.delete(rule);
  }

  #namesCompany(text: string): boolean {
    return this.#ownNames.some((name) => hasWord(text, name));
  }
}

function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + name.length))) return true;
  }
  return false;
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
