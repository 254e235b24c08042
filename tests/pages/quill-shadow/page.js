/** Quill 2 in an open shadow root, as in LinkedIn's share box. */
import Quill from 'quill';
import coreStyle from 'quill/dist/quill.core.css';
import pageStyle from '../page.css';
import { UNDO_GROUP_MS } from '../undo.js';
import { selectionInside } from './selection-inside.js';

const host = document.createElement('div');
document.querySelector('#composer').append(host);
const root = host.attachShadow({ mode: 'open' });
const style = document.createElement('style');
style.textContent = coreStyle + pageStyle;
const container = document.createElement('div');
root.append(style, container);

const quill = new Quill(container, { modules: { toolbar: false, history: { delay: UNDO_GROUP_MS, userOnly: true } } });
Object.assign(quill.selection, selectionInside(root, quill));

/** Quill ends every text with one line break of its own. */
const model = () => quill.getText().slice(0, -1);
window.page = { editor: quill.root, model };
