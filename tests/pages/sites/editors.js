/** The real editors, with the attributes that a site gives them. Each answers what `contract.ts` says. */
import { registerRichText } from '@lexical/rich-text';
import { mountLexical } from '../lexical/mount-lexical.js';

export function lexical(holder, attributes = {}) {
  return dressed(mountLexical(holder, registerRichText), attributes);
}

export function plain(editor, attributes = {}) {
  editor.contentEditable = 'true';
  return dressed({ editor, model: () => editor.innerText }, attributes);
}

export function field(editor) {
  return { editor, model: () => editor.value };
}

export function dressed(page, attributes) {
  for (const [name, value] of Object.entries(attributes)) page.editor.setAttribute(name, value);
  return page;
}
