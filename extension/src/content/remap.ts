/** Moves spans from one text to a later one, so that marks follow the typing between two answers; pure. */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What lies between two texts, seen as one edit: [start, end) of the old one became [start, newEnd) of the new one. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

const LETTER = /[\p{L}\p{M}\p{N}_]/u;

/**
 * The spans that still stand for the same words, in their order, with offsets into `after` (UTF-16 code units).
 * Those the edit touches are gone, and so are those that it made part of a longer word.
 */
export function remap<T extends Span>(before: string, after: string, spans: readonly T[]): T[] {
  if (before === after) return [...spans];
  const edit = editBetween(before, after);
  return spans.flatMap((span) => {
    const moved = move(span, edit, after.length - before.length);
    if (moved === null || growsWord(after, moved, edit)) return [];
    return after.slice(moved.start, moved.end) === before.slice(span.start, span.end) ? [moved] : [];
  });
}

function move<T extends Span>(span: T, edit: Edit, shift: number): T | null {
  if (span.end <= edit.start) return span;
  if (span.start >= edit.end) return { ...span, start: span.start + shift, end: span.end + shift };
  return null;
}

/** A letter typed right before or after a marked word makes another word of it. */
function growsWord(after: string, { start, end }: Span, edit: Edit): boolean {
  const joined = (offset: number): boolean => LETTER.test(after.charAt(offset - 1)) && LETTER.test(after.charAt(offset));
  return (end === edit.start && joined(end)) || (start === edit.newEnd && joined(start));
}

function editBetween(before: string, after: string): Edit {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = before.length;
  const shift = after.length - before.length;
  while (end > start && end + shift > start && before.charCodeAt(end - 1) === after.charCodeAt(end - 1 + shift)) end--;
  return { start, end, newEnd: end + shift };
}
