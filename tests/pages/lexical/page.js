/** Lexical with rich text and history, as on Facebook and Threads. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, createEditor } from 'lexical';
import { UNDO_GROUP_MS } from '../undo.js';

const editor = document.createElement('div');
editor.contentEditable = 'true';
editor.setAttribute('role', 'textbox');
document.querySelector('#composer').append(editor);

const lexical = createEditor({
  namespace: 'page',
  onError: (error) => {
    throw error;
  },
});
lexical.setRootElement(editor);
registerRichText(lexical);
lexical.update(() => $getRoot().clear().append($createParagraphNode()), { discrete: true });
registerHistory(lexical, createEmptyHistoryState(), UNDO_GROUP_MS);

const model = () =>
  lexical.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((block) => block.getTextContent())
      .join('\n'),
  );
window.page = { editor, model };
