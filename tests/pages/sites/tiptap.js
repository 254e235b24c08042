/** TipTap with the attributes that a site gives its editor. */
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

export function tiptap(element, attributes = {}) {
  const editor = new Editor({ element, extensions: [StarterKit], editorProps: { attributes } });
  return { editor: editor.view.dom, model: () => editor.getText({ blockSeparator: '\n' }) };
}
