/**
 * Selects and inserts in a rich editor. Editors that know `insertReplacementText` change their model themselves; for
 * the others the browser inserts, as if typed. Pasting is no way out: in Firefox it deletes the selection (measured).
 */
import { clean } from './clean';
import type { Hand } from './replacing';
import type { TextMap } from './text-map';

/** What stands between words and is no text; inserting over it would lose it. */
const MORE_THAN_WORDS =
  'img, picture, svg, video, audio, canvas, iframe, object, embed, input, button, select, textarea, [contenteditable="false" i]';

export interface RichParts {
  readonly element: HTMLElement;
  read(): TextMap;
  /** Offsets in the last map that was read. */
  selection(): { start: number; end: number } | null;
  isComposing(): boolean;
}

export function richHand({ element, read, selection, isComposing }: RichParts): Hand {
  const { ownerDocument: document } = element;
  return {
    text: () => read().text,
    takesInput: () => element.isConnected && element.isContentEditable && !isMarkedReadOnly(element) && !isComposing(),
    select(start, end) {
      const range = plainWords(read(), start, end, element);
      if (range === null) return false;
      if (!hasFocus(element)) element.focus({ preventScroll: true });
      // Unlike a range added to the selection, this reaches into open shadow roots.
      document.getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      return true;
    },
    selects(start, end) {
      read();
      const now = selection();
      return hasFocus(element) && now?.start === start && now.end === end;
    },
    insert(wording) {
      const map = read();
      const { start, end } = selection() ?? { start: 0, end: 0 };
      const range = plainWords(map, start, end, element);
      if (range === null) return;
      const ours = new InputEvent('beforeinput', {
        bubbles: true,
        cancelable: true,
        composed: true,
        inputType: 'insertReplacementText',
        data: wording,
        // Exactly one, whatever nodes it spans: Quill and Slate look at the first only.
        targetRanges: [new StaticRange(range)],
      });
      const isLeftToUs = element.dispatchEvent(ours);
      if (isLeftToUs && read().text === map.text) document.execCommand('insertText', false, wording);
    },
  };
}

/** The place of [start, end) when it holds nothing but those words, all of them editable; else null. */
function plainWords(map: TextMap, start: number, end: number, editor: HTMLElement): Range | null {
  const places = map.rangesFor(start, end).flatMap((place) => (place.kind === 'dom' ? [place.range] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return null;
  const range = editor.ownerDocument.createRange();
  range.setStart(first.startContainer, first.startOffset);
  range.setEnd(last.endContainer, last.endOffset);
  // Longer when a surrogate pair had to be kept whole, when words are hidden in between, or shown by pictures.
  if (clean(range.toString()).text.replace(/[\n\r\t]/g, ' ') !== map.text.slice(start, end)) return null;
  if (!isEditable(first.startContainer) || !isEditable(last.endContainer)) return null;
  if (draftLeaf(first.startContainer) !== draftLeaf(last.endContainer)) return null;
  return [...editor.querySelectorAll(MORE_THAN_WORDS)].some((element) => range.intersectsNode(element)) ? null : range;
}

function isEditable(node: Node): boolean {
  return node.parentElement?.isContentEditable === true;
}

/** Draft.js reads back only the leaf in which an insertion begins, and loses what the others were (measured); else null. */
function draftLeaf(node: Node): Element | null {
  return node.parentElement?.closest('[data-offset-key]') ?? null;
}

function isMarkedReadOnly(element: HTMLElement): boolean {
  return ['aria-readonly', 'aria-disabled'].some((name) => element.getAttribute(name)?.toLowerCase() === 'true');
}

function hasFocus(element: HTMLElement): boolean {
  return element.contains((element.getRootNode() as Document | ShadowRoot).activeElement);
}
