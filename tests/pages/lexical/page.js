/** Lexical with rich text and history, as on Facebook and Threads. */
import { registerRichText } from '@lexical/rich-text';
import { mount } from '../place.js';
import { mountLexical } from './mount-lexical.js';

mount((holder) => mountLexical(holder, registerRichText));
