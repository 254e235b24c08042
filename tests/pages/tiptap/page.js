/** TipTap with its starter kit, as on Bluesky and in LinkedIn's comments. */
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { mount } from '../place.js';
import { UNDO_GROUP_MS } from '../undo.js';

mount((element) => {
  const extensions = [StarterKit.configure({ undoRedo: { newGroupDelay: UNDO_GROUP_MS } })];
  const tiptap = new Editor({ element, extensions });
  return { editor: tiptap.view.dom, model: () => tiptap.getText({ blockSeparator: '\n' }) };
});
