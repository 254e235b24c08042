/** ProseMirror with paragraphs only. */
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { UNDO_GROUP_MS } from '../undo.js';

const plugins = [
  history({ newGroupDelay: UNDO_GROUP_MS }),
  keymap({ 'Mod-z': undo, 'Mod-y': redo }),
  keymap(baseKeymap),
];
const view = new EditorView(document.querySelector('#composer'), { state: EditorState.create({ schema, plugins }) });

const model = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
window.page = { editor: view.dom, model };
