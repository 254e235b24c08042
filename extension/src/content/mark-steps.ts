/** Which mark a person means who works with the keys: the one at the caret, or the next one from there. */
import type { Editor, Mark } from '@/content/model';

import { inReadingOrder, neighbour } from './mark-order';

/** What pointing needs to know of a session. */
export interface Composer {
  readonly editor: Editor;
  readonly marks: readonly Mark[];
}

export function markAtCaret({ editor, marks }: Composer): Mark | null {
  const caret = editor.selection();
  if (caret === null || caret.start !== caret.end) return null;
  return marks.find(({ start, end }) => start <= caret.start && caret.start <= end) ?? null;
}

/**
 * The mark after (1) or before (-1) the one that is shown, else the caret, round the end; the same one when it is the
 * only one, null when there is none.
 */
export function markFrom(composer: Composer, shown: Mark | null, step: 1 | -1): Mark | null {
  const { editor, marks } = composer;
  const here = marks.find(({ finding }) => finding === shown?.finding);
  if (here !== undefined) return neighbour(marks, here, step) ?? here;
  const ordered = inReadingOrder(marks);
  const caret = editor.selection();
  const further =
    step === 1
      ? ordered.find(({ start }) => caret !== null && start >= caret.end)
      : ordered.findLast(({ end }) => caret !== null && end <= caret.start);
  return further ?? ordered.at(step === 1 ? 0 : -1) ?? null;
}

/** Whether the person writes in it now; a frame keeps its active element when the focus is in another one. */
export function isWrittenIn({ editor: { element } }: Composer): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return activeElement !== null && element.contains(activeElement) && element.ownerDocument.hasFocus();
}
