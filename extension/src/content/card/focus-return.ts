/** Remembers where the person was before the card took focus, and goes back there: caret too, not only focus. */

export type GoBack = () => void;

export function rememberFocus(near: HTMLElement): GoBack {
  const focused = focusedElement(near);
  const selection = getSelection();
  const range = selection === null ? null : currentRange(selection, focused);
  return () => {
    if (!focused.isConnected) return;
    focused.focus({ preventScroll: true });
    if (selection === null || range === null) return;
    if (!range.startContainer.isConnected || !range.endContainer.isConnected) return;
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  };
}

/** The composer when the focus is in it, or nowhere; else what has it, as the publish button at a last look. */
function focusedElement(near: HTMLElement): HTMLElement {
  const inside = (near.getRootNode() as Document | ShadowRoot).activeElement;
  if (inside !== null && near.contains(inside)) return near;
  let { activeElement: focused } = near.ownerDocument;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const isNowhere = focused === null || focused === near.ownerDocument.body || focused === near.ownerDocument.documentElement;
  return !isNowhere && focused instanceof HTMLElement ? focused : near;
}

/** Null outside a rich editor: a text field keeps its own caret, and setting another selection would lose it. */
function currentRange(selection: Selection, focused: HTMLElement): AbstractRange | null {
  if (!focused.isContentEditable || selection.rangeCount === 0) return null;
  const root = focused.getRootNode();
  // Chromium before 137 and Firefox before 142 lack it; there the plain range has to do.
  if (root instanceof ShadowRoot && 'getComposedRanges' in selection) {
    return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  }
  return selection.getRangeAt(0).cloneRange();
}
