/** Which drawn range lies under a point; no element over the text is needed for it. */
import { rectsOf, type DrawnRange } from './drawn-range';

/**
 * `x`, `y` in viewport pixels. Where ranges overlap: the first drawn.
 *
 * Not `CSS.highlights.highlightsFromPoint`: Chromium 156 misses every range on screens with more than one device pixel
 * for each CSS pixel.
 */
export function rangeAt(element: HTMLElement, drawn: DrawnRange[], x: number, y: number): DrawnRange | null {
  if (drawn.length === 0) return null;
  const caret = element.ownerDocument.caretPositionFromPoint(x, y, { shadowRoots: rootsAround(element) });
  const candidates = drawn.filter((one) => mayHold(one.range, caret));
  // The caret snaps to the nearest text, so the point can still be beside the words.
  return candidates.find((one) => rectsOf(one.range).some((rect) => isIn(rect, x, y))) ?? null;
}

export function isIn(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}

function mayHold(range: AbstractRange, caret: CaretPosition | null): boolean {
  if (caret === null || range.startContainer !== caret.offsetNode || range.startContainer !== range.endContainer) {
    return true;
  }
  return range.startOffset <= caret.offset && caret.offset <= range.endOffset;
}

/** The shadow roots that the document would not look into without being asked, innermost first. */
function rootsAround(element: HTMLElement): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
}
