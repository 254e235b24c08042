/** Which drawn range lies under a point; no element over the text is needed for it. */
import { rectsOf, type DrawnRange } from './drawn-range';

/** Chromium 140, Firefox 150; TypeScript does not know it yet. */
interface PointRegistry {
  highlightsFromPoint?(x: number, y: number, options: { shadowRoots: ShadowRoot[] }): { ranges: AbstractRange[] }[];
}

/** `x`, `y` in viewport pixels. Where ranges overlap: the browser's order, else the first drawn. */
export function rangeAt(element: HTMLElement, drawn: DrawnRange[], x: number, y: number): DrawnRange | null {
  if (drawn.length === 0) return null;
  const shadowRoots = rootsAround(element);
  const registry = CSS.highlights as PointRegistry;
  if (registry.highlightsFromPoint !== undefined) {
    const hits = registry.highlightsFromPoint(x, y, { shadowRoots }).flatMap((hit) => hit.ranges);
    const hit = hits.map((range) => drawn.find((one) => one.range === range)).find((one) => one !== undefined);
    return hit ?? null;
  }
  const caret = element.ownerDocument.caretPositionFromPoint(x, y, { shadowRoots });
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
