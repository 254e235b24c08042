/** Takes invisible characters out of a piece of the page's text and remembers where the others were. */

/** Zero-width space, word joiner, byte order mark, soft hyphen and bidi controls; the joiners that build emoji stay. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
const NO_BREAK_SPACE = /\u00A0/g;

export interface Clean {
  readonly text: string;
  /** Index in the raw text of each unit of `text`; null when they are the same. */
  readonly rawIndex: readonly number[] | null;
}

/** Offsets on both sides count UTF-16 code units. No-break spaces become spaces, one to one. */
export function clean(raw: string): Clean {
  if (!INVISIBLE.test(raw)) return { text: raw.replace(NO_BREAK_SPACE, ' '), rawIndex: null };
  const rawIndex: number[] = [];
  let text = '';
  for (let index = 0; index < raw.length; index++) {
    const unit = raw.charAt(index);
    if (INVISIBLE.test(unit)) continue;
    text += unit;
    rawIndex.push(index);
  }
  return { text: text.replace(NO_BREAK_SPACE, ' '), rawIndex };
}

/** Raw offsets of the clean span [start, end), which must not be empty. */
export function rawSpan(rawIndex: readonly number[] | null, start: number, end: number): [number, number] {
  if (rawIndex === null) return [start, end];
  return [rawIndex[start] ?? start, (rawIndex[end - 1] ?? end - 1) + 1];
}

/** Clean offset of a raw one; a place inside removed characters counts as the next place that stayed. */
export function cleanOffset(rawIndex: readonly number[] | null, raw: number): number {
  if (rawIndex === null) return raw;
  const found = rawIndex.findIndex((index) => index >= raw);
  return found === -1 ? rawIndex.length : found;
}

/** [start, end) widened so that it splits no surrogate pair of `text`. */
export function wholeCharacters(text: string, start: number, end: number): [number, number] {
  return [splitsPair(text, start) ? start - 1 : start, splitsPair(text, end) ? end + 1 : end];
}

function splitsPair(text: string, offset: number): boolean {
  return isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(offset), 0xdc00, 0xdfff);
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
