/** The marks of one composer in reading order: which comes before and after, and the how-manieth one is. */
import type { Mark } from '@/content/model';

/** The mark one `step` after (1) or before (-1) `mark`, round the end; null when there is no other, or it is gone. */
export function neighbour(marks: readonly Mark[], mark: Mark, step: 1 | -1): Mark | null {
  const ordered = inReadingOrder(marks);
  const at = ordered.findIndex(({ finding }) => finding === mark.finding);
  if (at < 0 || ordered.length < 2) return null;
  return ordered[(at + step + ordered.length) % ordered.length] ?? null;
}

/** Counted from 1; 1 of 1 for a mark that is gone. */
export function position(marks: readonly Mark[], mark: Mark): { at: number; of: number } {
  const at = inReadingOrder(marks).findIndex(({ finding }) => finding === mark.finding);
  return at < 0 ? { at: 1, of: 1 } : { at: at + 1, of: marks.length };
}

export function inReadingOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
}
