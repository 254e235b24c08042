/** A contenteditable element without any framework, as on YouTube. Its model is what the browser would copy out of it. */
const editor = document.createElement('div');
editor.contentEditable = 'true';
editor.setAttribute('role', 'textbox');
document.querySelector('#composer').append(editor);

window.page = { editor, model: () => editor.innerText };
