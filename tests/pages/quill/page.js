/** Quill 2; in an open shadow root it is LinkedIn's share box. */
import Quill from 'quill';
import style from 'quill/dist/quill.core.css';
import { mount } from '../place.js';
import { mountQuill } from './mount-quill.js';

mount((holder, root) => mountQuill(Quill, holder, root), style);
