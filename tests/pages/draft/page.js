/** Draft.js, as on X. */
import { Editor, EditorState, RichUtils } from 'draft-js';
import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { mount } from '../place.js';

mount((holder) => {
  let current = EditorState.createEmpty();

  function Composer() {
    const [state, setState] = useState(current);
    current = state;
    const handleKeyCommand = (command) => {
      const changed = RichUtils.handleKeyCommand(current, command);
      if (changed) setState(changed);
      return changed ? 'handled' : 'not-handled';
    };
    return createElement(Editor, { editorState: state, onChange: setState, handleKeyCommand, ariaLabel: 'Post' });
  }

  flushSync(() => createRoot(holder).render(createElement(Composer)));
  const editor = holder.querySelector('.public-DraftEditor-content');
  return { editor, model: () => current.getCurrentContent().getPlainText('\n') };
});
