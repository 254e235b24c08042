/** Lexical with plain text: one paragraph, whose lines end in `<br>`. */
import { registerPlainText } from '@lexical/plain-text';
import { mountLexical } from '../lexical/mount-lexical.js';
import { mount } from '../place.js';

mount((holder) => mountLexical(holder, registerPlainText));
