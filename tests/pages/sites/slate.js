/** Slate with the attributes that a site gives its editor. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

export function slate(holder, attributes = {}) {
  const model = withHistory(withReact(createEditor()));
  const initialValue = [{ type: 'paragraph', children: [{ text: '' }] }];
  const composer = createElement(Slate, { editor: model, initialValue }, createElement(Editable, attributes));
  flushSync(() => createRoot(holder).render(composer));
  const editor = holder.querySelector('[data-slate-editor]');
  return { editor, model: () => model.children.map((block) => Node.string(block)).join('\n') };
}
