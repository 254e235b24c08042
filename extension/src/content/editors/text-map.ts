/**
 * Reads a rich editor's DOM as the text a person sees, line by line, and finds the way back from offsets to text
 * nodes. Touches nothing, asks for no layout, and knows nothing of focus or events.
 *
 * `innerText` is not used: its line breaks depend on the theme's margins, and it forces layout.
 */
import type { PageRange, Snapshot } from '@/content/model';

import { cleanOffset, rawSpan, wholeCharacters } from './clean';
import { LineReader, type Segment } from './lines';
import type { Styles } from './styles';

export interface TextMap extends Snapshot {
  /** Offset in `text` of a DOM position inside the editor. */
  offsetOf(container: Node, offset: number): number;
}

/**
 * Args:
 *   root: the editing host; must be in a document.
 *   limit: UTF-16 code units after which reading stops, so that a book costs no more than a long post.
 */
export function mapText(root: Element, styles: Styles, limit: number): TextMap {
  const reader = new LineReader(root, styles);
  let node: Node | null = root;
  while (node !== null && reader.length <= limit) {
    const child: Node | null = reader.enter(node) ? node.firstChild : null;
    node = child ?? following(node, root, reader);
  }
  const { text, segments } = reader.finish();
  return textMap(text, segments);
}

/** The next node in document order that is not inside `node`; null at the end of `root`. */
function following(node: Node, root: Node, reader: LineReader): Node | null {
  for (let left: Node | null = node; left !== null && left !== root; left = left.parentNode) {
    reader.leave(left);
    if (left.nextSibling !== null) return left.nextSibling;
  }
  return null;
}

function textMap(text: string, segments: readonly Segment[]): TextMap {
  return {
    text,
    rangesFor(start, end) {
      const [from, to] = wholeCharacters(text, start, end);
      return segments.flatMap((segment) => rangeIn(segment, from, to));
    },
    offsetOf(container, offset) {
      const inside = segments.find((segment) => segment.node === container);
      if (inside && container instanceof Text) {
        return inside.start + Math.min(cleanOffset(inside.rawIndex, offset), inside.length);
      }
      const child = container.childNodes[offset];
      if (child) return segments.find(({ node }) => isAtOrAfter(node, child))?.start ?? text.length;
      const last = segments.findLast(({ node }) => !isAfterAll(node, container));
      return last ? last.start + last.length : 0;
    },
  };
}

function rangeIn({ node, start, length, rawIndex }: Segment, from: number, to: number): PageRange[] {
  const first = Math.max(from, start) - start;
  const last = Math.min(to, start + length) - start;
  if (first >= last || !(node instanceof Text) || !node.isConnected) return [];
  const [startOffset, endOffset] = rawSpan(rawIndex, first, last);
  if (endOffset > node.length) return [];
  return [{ kind: 'dom', range: { startContainer: node, startOffset, endContainer: node, endOffset } }];
}

function isAtOrAfter(node: Node, child: Node): boolean {
  return child.contains(node) || (child.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isAfterAll(node: Node, container: Node): boolean {
  const position = container.compareDocumentPosition(node);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !container.contains(node);
}
