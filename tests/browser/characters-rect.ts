/** Where characters of a composer are drawn, by the page's own means. */

/** Pixels of the frame's viewport. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * The box around `length` characters from `at`, counted without breaks between blocks. Runs in the page. In a text field
 * no range exists: there lines end only where the text says so, and a pen measures them.
 */
export function charactersRect(at: number, length: number): Rect {
  const { editor } = window.page;
  if (editor instanceof HTMLTextAreaElement) {
    const style = getComputedStyle(editor);
    const box = editor.getBoundingClientRect();
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    pen.font = `${style.fontSize} ${style.fontFamily}`;
    const lineHeight = parseFloat(style.lineHeight);
    const before = editor.value.slice(0, at).split('\n');
    const left = box.left + editor.clientLeft + parseFloat(style.paddingLeft) + pen.measureText(before.at(-1) ?? '').width;
    const top = box.top + editor.clientTop + parseFloat(style.paddingTop) + (before.length - 1) * lineHeight - editor.scrollTop;
    const width = pen.measureText(editor.value.slice(at, at + length)).width;
    return { left, top, right: left + width, bottom: top + lineHeight };
  }
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (at >= passed && at < passed + node.length) range.setStart(node, at - passed);
    if (at + length > passed && at + length <= passed + node.length) range.setEnd(node, at + length - passed);
    passed += node.length;
  }
  const { left, top, right, bottom } = range.getBoundingClientRect();
  return { left, top, right, bottom };
}
