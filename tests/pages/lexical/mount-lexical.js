/** Lexical in an element, with one of its two ways to write. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createParagraphNode, $getRoot, createEditor } from 'lexical';
import { UNDO_GROUP_MS } from '../undo.js';

export function mountLexical(editor, register) {
  editor.contentEditable = 'true';
  editor.setAttribute('role', 'textbox');
  const lexical = createEditor({
    namespace: 'page',
    onError: (error) => {
      throw error;
    },
  });
  lexical.setRootElement(editor);
  register(lexical);
  lexical.update(() => $getRoot().clear().append($createParagraphNode()), { discrete: true });
  registerHistory(lexical, createEmptyHistoryState(), UNDO_GROUP_MS);
  const blocks = () => $getRoot().getChildren().map((block) => block.getTextContent());
  return { editor, model: () => lexical.getEditorState().read(() => blocks().join('\n')) };
}
