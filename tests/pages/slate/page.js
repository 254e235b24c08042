/** Slate on React 18, with bold by Ctrl+B. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { mount } from '../place.js';

const renderLeaf = ({ attributes, children, leaf }) => createElement(leaf.bold ? 'strong' : 'span', attributes, children);

mount((holder) => {
  const slate = withHistory(withReact(createEditor()));
  const initialValue = [{ type: 'paragraph', children: [{ text: '' }] }];
  const onKeyDown = (event) => {
    if (!event.ctrlKey || event.key !== 'b') return;
    event.preventDefault();
    if (Editor.marks(slate)?.bold) Editor.removeMark(slate, 'bold');
    else Editor.addMark(slate, 'bold', true);
  };
  const editable = createElement(Editable, { 'aria-label': 'Post', renderLeaf, onKeyDown });
  const composer = createElement(Slate, { editor: slate, initialValue }, editable);

  flushSync(() => createRoot(holder).render(composer));
  const editor = holder.querySelector('[data-slate-editor]');
  return { editor, model: () => slate.children.map((block) => Node.string(block)).join('\n') };
});
