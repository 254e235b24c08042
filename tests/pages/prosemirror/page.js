/** ProseMirror with paragraphs and bold only. */
import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { mount } from '../place.js';
import { UNDO_GROUP_MS } from '../undo.js';

mount((holder) => {
  const plugins = [
    history({ newGroupDelay: UNDO_GROUP_MS }),
    keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-b': toggleMark(schema.marks.strong) }),
    keymap(baseKeymap),
  ];
  const view = new EditorView(holder, { state: EditorState.create({ schema, plugins }) });
  return { editor: view.dom, model: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n') };
});
