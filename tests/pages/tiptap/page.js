/** TipTap with its starter kit, as on Bluesky and in LinkedIn's comments. */
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { UNDO_GROUP_MS } from '../undo.js';

const tiptap = new Editor({
  element: document.querySelector('#composer'),
  extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: UNDO_GROUP_MS } })],
});

window.page = { editor: tiptap.view.dom, model: () => tiptap.getText({ blockSeparator: '\n' }) };
