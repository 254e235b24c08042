/** Every composer the shared behaviours run on: one line each, and a folder of tests/pages. */
export interface ComposerCase {
  name: string;
  /** Folder of tests/pages. */
  folder: string;
  /** The inner frame that holds it; null for the page itself. */
  frame: string | null;
}

export const COMPOSERS: readonly ComposerCase[] = [
  { name: 'Lexical', folder: 'lexical', frame: null },
  { name: 'Draft.js', folder: 'draft', frame: null },
  { name: 'Quill in an open shadow root', folder: 'quill-shadow', frame: null },
  { name: 'ProseMirror', folder: 'prosemirror', frame: null },
  { name: 'TipTap', folder: 'tiptap', frame: null },
  { name: 'Slate', folder: 'slate', frame: null },
  { name: 'plain contenteditable', folder: 'contenteditable', frame: null },
  { name: 'textarea', folder: 'textarea', frame: null },
  { name: 'contenteditable in a frame of the same origin', folder: 'iframe', frame: 'same-origin' },
  { name: 'contenteditable in an inline frame', folder: 'iframe', frame: 'srcdoc' },
];
