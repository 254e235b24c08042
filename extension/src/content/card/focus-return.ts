/** Remembers where the user was writing before the card took focus, and goes back there: caret too, not only focus. */

export type GoBack = () => void;

export function rememberFocus(near: HTMLElement): GoBack {
  const selection = getSelection();
  const range = selection === null ? null : currentRange(selection, near);
  return () => {
    if (!near.isConnected) return;
    near.focus({ preventScroll: true });
    if (selection === null || range === null) return;
    if (!range.startContainer.isConnected || !range.endContainer.isConnected) return;
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  };
}

/** Null in a text field: it keeps its own caret, and setting another selection would lose it. */
function currentRange(selection: Selection, near: HTMLElement): AbstractRange | null {
  if (near.localName === 'textarea' || selection.rangeCount === 0) return null;
  const root = near.getRootNode();
  // Chromium before 137 and Firefox before 142 lack it; there the plain range has to do.
  if (root instanceof ShadowRoot && 'getComposedRanges' in selection) {
    return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  }
  return selection.getRangeAt(0).cloneRange();
}
