/** Draft.js with the attributes that a site gives its editor. */
import { Editor, EditorState } from 'draft-js';
import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { dressed } from './editors.js';

export function draft(holder, attributes = {}) {
  let current = EditorState.createEmpty();
  const Composer = () => {
    const [editorState, setState] = useState(current);
    current = editorState;
    return createElement(Editor, { editorState, onChange: setState });
  };
  flushSync(() => createRoot(holder).render(createElement(Composer)));
  const editor = holder.querySelector('.public-DraftEditor-content');
  return dressed({ editor, model: () => current.getCurrentContent().getPlainText('\n') }, attributes);
}
