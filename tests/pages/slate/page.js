/** Slate on React 18. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

const slate = withHistory(withReact(createEditor()));
const initialValue = [{ type: 'paragraph', children: [{ text: '' }] }];
const composer = createElement(Slate, { editor: slate, initialValue }, createElement(Editable, { 'aria-label': 'Post' }));

flushSync(() => createRoot(document.querySelector('#composer')).render(composer));

window.page = {
  editor: document.querySelector('[data-slate-editor]'),
  model: () => slate.children.map((block) => Node.string(block)).join('\n'),
};
