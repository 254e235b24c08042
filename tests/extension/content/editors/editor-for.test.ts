import { afterEach, describe, expect, it, vi } from 'vitest';

import { editorFor } from '@/content/editors';

const controller = new AbortController();

function element(html: string, selector = 'body > *'): HTMLElement {
  document.body.innerHTML = html;
  return document.querySelector<HTMLElement>(selector)!;
}

function sized(width: number, height: number): void {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, width, height));
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('editorFor', () => {
  it.each([
    ['<div contenteditable></div>'],
    ['<div contenteditable="true" role="textbox"></div>'],
    ['<div contenteditable="plaintext-only"></div>'],
    ['<div contenteditable="true" role="textbox" aria-autocomplete="list"></div>'],
    ['<textarea></textarea>'],
    ['<textarea rows="1" aria-autocomplete="list"></textarea>'],
  ])('takes %s', (html) => {
    sized(300, 40);

    expect(editorFor(element(html))).not.toBeNull();
  });

  it.each([
    ['<input>'],
    ['<input type="text">'],
    ['<input type="password">'],
    ['<input type="email">'],
    ['<input type="search">'],
    ['<div role="textbox"></div>'],
    ['<div contenteditable="false"></div>'],
    ['<div contenteditable="true" role="combobox"></div>'],
    ['<div contenteditable="true" role="searchbox"></div>'],
    ['<div contenteditable="true" aria-readonly="true"></div>'],
    ['<textarea role="combobox"></textarea>'],
    ['<textarea readonly></textarea>'],
    ['<textarea disabled></textarea>'],
    ['<textarea autocomplete="cc-number"></textarea>'],
    ['<textarea autocomplete="section-x one-time-code"></textarea>'],
    ['<button>Post</button>'],
  ])('leaves %s alone', (html) => {
    sized(300, 40);

    expect(editorFor(element(html))).toBeNull();
  });

  it.each([
    [1, 1],
    [300, 2],
    [10, 40],
  ])('leaves a field of %i × %i pixels alone', (width, height) => {
    sized(width, height);

    expect(editorFor(element('<textarea></textarea>'))).toBeNull();
  });

  it('finds the outermost host from something focused inside it', () => {
    sized(300, 40);
    const html = '<div id="host" contenteditable="true"><p><a id="in" href="#">x</a><span contenteditable="true">y</span></p></div>';

    expect(editorFor(element(html, '#in'))?.element.id).toBe('host');
    expect(editorFor(element(html, 'span'))?.element.id).toBe('host');
  });

  it('does not take a read-only island for the host around it', () => {
    sized(300, 40);

    expect(editorFor(element('<div contenteditable="true"><b contenteditable="false">x</b></div>', 'b'))).toBeNull();
  });
});

describe('a text area', () => {
  it('has one value range per mark, in the field’s own offsets', () => {
    sized(300, 40);
    const field = element('<textarea></textarea>') as HTMLTextAreaElement;
    field.value = 'a\u200B bad\u00A0word';

    const snapshot = editorFor(field)!.read();
    expect(snapshot.text).toBe('a bad word');
    expect(snapshot.rangesFor(2, 5)).toEqual([{ kind: 'field', field, start: 3, end: 6 }]);
  });

  it('has no range once the value is shorter', () => {
    sized(300, 40);
    const field = element('<textarea></textarea>') as HTMLTextAreaElement;
    field.value = 'a bad word';
    const snapshot = editorFor(field)!.read();
    field.value = 'a';

    expect(snapshot.rangesFor(2, 5)).toEqual([]);
  });

  it('knows where the caret is', () => {
    sized(300, 40);
    const field = element('<textarea></textarea>') as HTMLTextAreaElement;
    field.value = '\u200Babc';
    const editor = editorFor(field)!;
    editor.read();
    field.setSelectionRange(2, 3);

    expect(editor.selection()).toEqual({ start: 1, end: 2 });
  });
});

describe('a text field', () => {
  it('asks for a frame only when its value is another, and hears of one that a script set', async () => {
    sized(300, 40);
    const editor = editorFor(element('<textarea>ab</textarea>'))!;
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
    const changed = vi.fn();
    editor.onChange(changed, controller.signal);
    const key = (): boolean => editor.element.dispatchEvent(new Event('keyup', { bubbles: true }));

    key();
    expect(frames).not.toHaveBeenCalled();
    (editor.element as HTMLTextAreaElement).value = 'abc';
    key();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    key();
    expect(frames).toHaveBeenCalledOnce();
  });
});

describe('a rich composer', () => {
  it('knows where the caret is, and that it may be elsewhere', () => {
    sized(300, 40);
    const editor = editorFor(element('<div contenteditable="true"><p>ab</p><p>cd</p></div><i>out</i>'))!;
    const selection = document.getSelection()!;

    selection.collapse(editor.element.lastElementChild!.firstChild, 1);
    expect(editor.selection()).toEqual({ start: 4, end: 4 });
    selection.collapse(document.querySelector('i')!.firstChild, 1);
    expect(editor.selection()).toBeNull();
  });

  it('tells of every kind of change, at most once per frame, and stops with its signal', async () => {
    sized(300, 40);
    const editor = editorFor(element('<div contenteditable="true"><p>ab</p></div>'))!;
    const changed = vi.fn();
    editor.onChange(changed, controller.signal);
    const frame = () => new Promise((resolve) => setTimeout(resolve, 60));

    editor.element.dispatchEvent(new Event('input', { bubbles: true }));
    editor.element.dispatchEvent(new Event('compositionend', { bubbles: true }));
    await frame();
    expect(changed).toHaveBeenCalledTimes(1);

    (editor.element.firstChild!.firstChild as Text).data = 'abc';
    await frame();
    expect(changed).toHaveBeenCalledTimes(2);

    controller.abort();
    editor.element.append('more');
    editor.element.dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('hears an input event that the page stops on its way', async () => {
    sized(300, 40);
    const editor = editorFor(element('<div contenteditable="true"></div>'))!;
    editor.element.addEventListener('input', (event) => event.stopImmediatePropagation(), true);
    const changed = vi.fn();
    editor.onChange(changed, new AbortController().signal);

    editor.element.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  });
});
