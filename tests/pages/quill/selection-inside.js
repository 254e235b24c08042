/**
 * Quill reads `document.getSelection()`, which stops at the shadow host: sites that put it into a shadow root replace
 * these three methods of its selection, or the caret jumps back at the first key.
 */
export function selectionInside(root, quill) {
  const hasFocus = () => quill.root.contains(root.activeElement);

  const getNativeRange = () => {
    const [range] = document.getSelection().getComposedRanges({ shadowRoots: [root] });
    return range ? quill.selection.normalizeNative(range) : null;
  };

  const setNativeRange = (startNode, startOffset, endNode = startNode, endOffset = startOffset) => {
    if (startNode === null) {
      quill.root.blur();
      return;
    }
    if (!hasFocus()) quill.root.focus({ preventScroll: true });
    document.getSelection().setBaseAndExtent(...place(startNode, startOffset), ...place(endNode, endOffset));
  };

  return { hasFocus, getNativeRange, setNativeRange };
}

/** A caret cannot stand in a line break element: it stands before it, in its parent. */
function place(node, offset) {
  if (node.nodeName !== 'BR') return [node, offset];
  return [node.parentNode, [...node.parentNode.childNodes].indexOf(node)];
}
