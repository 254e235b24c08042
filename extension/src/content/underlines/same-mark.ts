import type { Mark } from '@/content/model';

/** Marks are made anew when offsets shift; two stand for one when finding and place agree. */
export function isSameMark(a: Mark, b: Mark): boolean {
  return a.finding === b.finding && a.start === b.start && a.end === b.end;
}
