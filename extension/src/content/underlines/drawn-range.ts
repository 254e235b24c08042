/** A range that is drawn as part of a mark's highlight: made from a page range, compared, measured, given up. */
import type { Mark, PageRange } from '@/content/model';
import { isValueRange, valueRange } from './value-ranges';

export interface WantedRange {
  readonly mark: Mark;
  readonly source: PageRange;
}

export interface DrawnRange extends WantedRange {
  readonly range: AbstractRange;
}

/** Null when its words are gone, or the browser cannot make the range. */
export function makeDrawn(wanted: WantedRange): DrawnRange | null {
  const { source } = wanted;
  const range = source.kind === 'dom' ? liveRange(source.range) : valueRange(source.field, source.start, source.end);
  return range === null ? null : { ...wanted, range };
}

export function release(drawn: DrawnRange): void {
  if (isValueRange(drawn.range)) drawn.range.disconnect();
}

/** Whether what is drawn already is what is wanted, so that nothing needs to be touched. */
export function isSame(drawn: DrawnRange, wanted: WantedRange): boolean {
  if (drawn.mark.finding.severity !== wanted.mark.finding.severity) return false;
  const { source } = wanted;
  // Compared with the live offsets: the range has moved by itself when the user typed before it.
  if (source.kind === 'field') {
    const isSameField = drawn.source.kind === 'field' && drawn.source.field === source.field;
    return isSameField && drawn.range.startOffset === source.start && drawn.range.endOffset === source.end;
  }
  return drawn.source.kind === 'dom' && haveSameEnds(drawn.range, source.range);
}

function haveSameEnds(a: AbstractRange, b: StaticRangeInit): boolean {
  return (
    a.startOffset === b.startOffset &&
    a.endOffset === b.endOffset &&
    a.startContainer === b.startContainer &&
    a.endContainer === b.endContainer
  );
}

/** Client rectangles in viewport pixels, in reading order; empty when its nodes are gone or shorter by now. */
export function rectsOf(range: AbstractRange): DOMRect[] {
  if (isValueRange(range)) return withArea(range.getClientRects());
  const live = liveRange(range);
  return live === null ? [] : withArea(live.getClientRects());
}

/** A live one: where the browser itself types, it follows, and nothing has to be drawn anew. */
function liveRange({ startContainer, startOffset, endContainer, endOffset }: StaticRangeInit): Range | null {
  if (!isInside(startContainer, startOffset) || !isInside(endContainer, endOffset)) return null;
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

function withArea(rects: DOMRectList): DOMRect[] {
  return Array.from(rects).filter((rect) => rect.width > 0 && rect.height > 0);
}

function isInside(node: Node, offset: number): boolean {
  const length = node.nodeType === Node.TEXT_NODE ? (node as Text).length : node.childNodes.length;
  return node.isConnected && offset <= length;
}
