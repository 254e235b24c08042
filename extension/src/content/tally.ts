/**
 * What one composer adds to the person's own figures: how many findings were shown, and how many of them the person
 * worded otherwise. Told once per answer, never per key; holds names of rules and words in memory only.
 */
import type { CountedThing } from '@/shared/messages';

export type Count = (what: CountedThing, times: number) => void;

export class Tally {
  readonly #count: Count;
  #shown = new Set<string>();

  constructor(count: Count) {
    this.#count = count;
  }

  /**
   * An answer came. `all`: names of its findings; one that was shown before and is gone now, though nobody dismissed
   * it, was reworded.
   */
  answered({ all, dismissed }: { readonly all: readonly string[]; readonly dismissed: ReadonlySet<string> }): void {
    const now = new Set(all.filter((name) => !dismissed.has(name)));
    const added = [...now].filter((name) => !this.#shown.has(name)).length;
    const reworded = [...this.#shown].filter((name) => !now.has(name) && !dismissed.has(name)).length;
    if (added > 0) this.#count('shown', added);
    if (reworded > 0) this.#count('reworded', reworded);
    this.#shown = now;
  }

  /** The text was emptied, or other rules are in force: what is gone now was not reworded. */
  startAnew(): void {
    this.#shown.clear();
  }
}
