/** Editors to replace in, and a stand-in for what browsers do then and happy-dom cannot. */
import { vi } from 'vitest';

import { editorFor } from '@/content/editors';
import type { Editor } from '@/content/model';

/** To call before each test. */
export function standInForBrowser(): void {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 300, 40));
  vi.stubGlobal('StaticRange', function (this: object, init: StaticRangeInit) {
    const { startContainer, startOffset, endContainer, endOffset } = init;
    Object.assign(this, { startContainer, startOffset, endContainer, endOffset });
  });
  Object.defineProperty(HTMLElement.prototype, 'isContentEditable', {
    configurable: true,
    get(this: HTMLElement) {
      return this.closest('[contenteditable]')?.getAttribute('contenteditable') === 'true';
    },
  });
  browserInserts();
}

/** What `execCommand` does: by default it writes over the selection. */
export function browserInserts(insert: (wording: string) => void = overSelection): void {
  document.execCommand = vi.fn((_command: string, _ui?: boolean, wording?: string) => {
    insert(wording ?? '');
    return true;
  });
}

export function overSelection(wording: string): void {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement) {
    const { value, selectionStart, selectionEnd } = field;
    field.value = value.slice(0, selectionStart) + wording + value.slice(selectionEnd);
    return field.setSelectionRange(selectionStart + wording.length, selectionStart + wording.length);
  }
  const selection = document.getSelection()!;
  const [node, start, end] = [selection.anchorNode as Text, selection.anchorOffset, selection.focusOffset];
  if (node !== selection.focusNode) throw new Error('several nodes: only for editors that do it themselves');
  node.data = node.data.slice(0, start) + wording + node.data.slice(end);
  selection.collapse(node, start + wording.length);
}

export const text = (editor: Editor): string => editor.read().text;

/** Asks for the words `expected`, where they stand now. */
export function replacing(editor: Editor, expected: string, wording: string) {
  const start = text(editor).indexOf(expected);
  return editor.replace(start, start + expected.length, expected, wording);
}

export function rich(html: string): Editor {
  document.body.innerHTML = `<div contenteditable="true" tabindex="0">${html}</div><input>`;
  const element = document.body.firstElementChild as HTMLElement;
  return watched(editorFor(element)!);
}

export function field(value: string, attributes = ''): Editor {
  document.body.innerHTML = `<textarea ${attributes}></textarea><input>`;
  const element = document.body.firstElementChild as HTMLTextAreaElement;
  element.value = value;
  return watched(editorFor(element)!);
}

function watched(editor: Editor): Editor {
  editor.onChange(() => undefined, new AbortController().signal);
  return editor;
}

/** Something that happens between selecting and inserting. */
export function meanwhile(happens: () => void): void {
  setTimeout(happens, 50);
}
