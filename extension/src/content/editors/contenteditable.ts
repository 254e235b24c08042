/** Rich composers (`contenteditable`), whatever library stands behind them; writes nothing but an asked replacement. */
import type { Editor } from '@/content/model';
import { MAX_TEXT_UTF16 } from '@/shared/wire';

import { watchChanges } from './changes';
import { watchComposition } from './composition';
import { replaceWords } from './replacing';
import { richHand } from './rich-hand';
import { createStyles } from './styles';
import { mapText, type TextMap } from './text-map';

export function contentEditable(element: HTMLElement): Editor {
  const styles = createStyles();
  const readNow = (): TextMap => mapText(element, styles, MAX_TEXT_UTF16);
  let last = readNow();
  let isComposing = (): boolean => false;
  const read = (): TextMap => (last = readNow());
  const selection = (): ReturnType<Editor['selection']> => {
    const range = selectedRange(element);
    if (range === null || !element.contains(range.startContainer)) return null;
    return {
      start: last.offsetOf(range.startContainer, range.startOffset),
      end: last.offsetOf(range.endContainer, range.endOffset),
    };
  };
  const hand = richHand({ element, read, selection, isComposing: () => isComposing() });
  return {
    element,
    read,
    selection,
    replace: (start, end, expected, wording) => replaceWords(hand, { start, end, expected, wording }),
    onChange(callback, signal) {
      isComposing = watchComposition(element, signal);
      watchChanges(element, ['input', 'compositionend'], callback, signal);
    },
  };
}

/** Older Chrome has no composed ranges, but gives each shadow root a selection of its own. */
function selectedRange(element: HTMLElement): AbstractRange | null {
  const root = element.getRootNode() as Document | (ShadowRoot & { getSelection?: () => Selection | null });
  const selection = root.getSelection?.() ?? element.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  if (root instanceof ShadowRoot && 'getComposedRanges' in selection) {
    return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  }
  return selection.getRangeAt(0);
}
