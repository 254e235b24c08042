/** Quill 1.3.7, as on many older sites. */
import Quill from 'quill1';
import style from 'quill1/dist/quill.core.css';
import { mountQuill } from '../quill/mount-quill.js';
import { mount } from '../place.js';

mount((holder, root) => mountQuill(Quill, holder, root), style);
