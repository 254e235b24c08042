/** A plain text field, as on Mastodon. */
const editor = document.createElement('textarea');
document.querySelector('#composer').append(editor);

window.page = { editor, model: () => editor.value };
