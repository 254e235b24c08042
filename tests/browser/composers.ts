/** Every editor and every place it can live in: what the shared behaviours run on. A line here and a folder of tests/pages. */

export interface ComposerCase {
  name: string;
  /** Folder of tests/pages, with what the page is asked for. */
  path: string;
  /** The inner frame that holds it; null for the page itself. */
  frame: string | null;
}

export const PLACES = ['light', 'shadow', 'iframe', 'dialog'] as const;
export type Place = (typeof PLACES)[number];

interface EditorCase {
  name: string;
  folder: string;
  /** What becomes of a suggestion for words that are bold (Ctrl+B) in the middle; absent where nothing can be bold. */
  halfBold?: 'done' | 'refused';
  /** Places where the editor itself fails, extension or not, and how. */
  fails?: Partial<Record<Place, string>>;
}

export const EDITORS: readonly EditorCase[] = [
  { name: 'Lexical', folder: 'lexical', halfBold: 'done' },
  { name: 'Lexical, plain text', folder: 'lexical-plain' },
  {
    name: 'Draft.js',
    folder: 'draft',
    halfBold: 'refused',
    fails: { shadow: 'Draft.js itself throws at Enter there (Chromium), or writes backwards (Firefox)' },
  },
  { name: 'Quill 2', folder: 'quill', halfBold: 'done' },
  { name: 'Quill 1', folder: 'quill1', halfBold: 'done' },
  { name: 'ProseMirror', folder: 'prosemirror', halfBold: 'done' },
  { name: 'TipTap', folder: 'tiptap', halfBold: 'done' },
  { name: 'Slate', folder: 'slate', halfBold: 'done' },
  { name: 'plain contenteditable', folder: 'contenteditable', halfBold: 'done' },
  { name: 'textarea', folder: 'textarea' },
];

/** Editors join typing into undo steps by time: shorter than the pause before a suggestion is taken, as it is for people. */
const UNDO_GROUP_MS = 300;

/** One cell of the table. */
export function composerIn(editor: EditorCase, place: Place): ComposerCase {
  const path = `${editor.folder}/?in=${place}&undo=${UNDO_GROUP_MS}`;
  return { name: `${editor.name} in ${place}`, path, frame: place === 'iframe' ? 'inner' : null };
}

/** Where the long behaviours run: each editor in its simplest place, and the one document that has no address of its own. */
export const COMPOSERS: readonly ComposerCase[] = [
  ...EDITORS.map(({ name, folder }) => ({ name, path: `${folder}/`, frame: null })),
  { name: 'contenteditable in an inline frame', path: 'iframe/', frame: 'srcdoc' },
];
