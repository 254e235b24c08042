/** Quill in an element, whichever version it is. */
import { UNDO_GROUP_MS } from '../undo.js';
import { selectionInside } from './selection-inside.js';

export function mountQuill(Quill, holder, root) {
  const container = document.createElement('div');
  holder.append(container);
  const quill = new Quill(container, { modules: { toolbar: false, history: { delay: UNDO_GROUP_MS, userOnly: true } } });
  if (root !== document) Object.assign(quill.selection, selectionInside(root, quill));
  // Quill ends every text with one line break of its own.
  return { editor: quill.root, model: () => quill.getText().slice(0, -1) };
}
