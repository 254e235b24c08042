/** A plain text field, as on Mastodon. */
import { mount } from '../place.js';

mount((holder) => {
  const editor = document.createElement('textarea');
  holder.append(editor);
  return { editor, model: () => editor.value };
});
