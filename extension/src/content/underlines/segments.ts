/** Cuts a field's text where marks begin and end, so that each piece can be drawn by one element. */
import type { Mark } from '@/content/model';

export interface Segment {
  readonly text: string;
  /** The marks that cover this piece; empty for plain text. */
  readonly marks: readonly Mark[];
}

/**
 * Pieces in order. The text behind the last mark is left out after the end of its line: it moves nothing before it.
 * Empty without marks.
 */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.end <= text.length);
  const lastEnd = Math.max(0, ...inside.map((mark) => mark.end));
  if (lastEnd === 0) return [];
  const lineEnd = text.indexOf('\n', lastEnd);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const cuts = new Set([0, end, ...inside.flatMap((mark) => [mark.start, mark.end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    return { text: text.slice(from, to), marks: inside.filter((mark) => mark.start <= from && to <= mark.end) };
  });
}
