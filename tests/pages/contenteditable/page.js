/** A contenteditable element without any framework, as on YouTube. Its model is what the browser would copy out of it. */
import { mount } from '../place.js';

mount((holder) => {
  holder.contentEditable = 'true';
  holder.setAttribute('role', 'textbox');
  // Chromium does this by itself, Firefox leaves it to the page.
  holder.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || event.key !== 'b') return;
    event.preventDefault();
    document.execCommand('bold');
  });
  return { editor: holder, model: () => holder.innerText };
});
