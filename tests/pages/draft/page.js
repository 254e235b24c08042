/** Draft.js, as on X. */
import { Editor, EditorState } from 'draft-js';
import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

let current = EditorState.createEmpty();

function Composer() {
  const [state, setState] = useState(current);
  current = state;
  return createElement(Editor, { editorState: state, onChange: setState, ariaLabel: 'Post' });
}

flushSync(() => createRoot(document.querySelector('#composer')).render(createElement(Composer)));

window.page = {
  editor: document.querySelector('.public-DraftEditor-content'),
  model: () => current.getCurrentContent().getPlainText('\n'),
};
