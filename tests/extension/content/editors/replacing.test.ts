import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Editor } from '@/content/model';

import { browserInserts, field, meanwhile, overSelection, replacing, rich, standInForBrowser, text } from './replaceable';

beforeEach(standInForBrowser);

afterEach(() => document.body.replaceChildren());

describe.each([
  ['a rich editor', () => rich('<p>one bad word</p><p>another bad one</p>'), 'one bad word\nanother bad one'],
  ['a text area', () => field('one bad word\nanother bad one'), 'one bad word\nanother bad one'],
])('replacing in %s', (_name, make, before) => {
  it('puts the wording in the place of the words, with the caret after it', async () => {
    const editor = make();

    expect(await replacing(editor, 'bad word', 'nice thing')).toBe('done');
    expect(text(editor)).toBe('one nice thing\nanother bad one');
    expect(editor.selection()).toEqual({ start: 14, end: 14 });
  });

  it('gives the composer focus', async () => {
    const editor = make();
    document.querySelector('input')!.focus();

    await replacing(editor, 'bad', 'nice');
    expect(document.activeElement).toBe(editor.element);
  });

  it('takes a wording with a no-break space for what it is read as', async () => {
    const editor = make();

    expect(await replacing(editor, 'bad', 'not so\u00A0good')).toBe('done');
  });

  it.each([
    ['other words stand there by now', 4, 'mad', 'nice'],
    ['the words go over two lines', 8, 'word\nanother', 'nice'],
    ['the wording has a line break', 4, 'bad', 'ni\nce'],
    ['there is no wording', 4, 'bad', ''],
  ])('refuses when %s', async (_why, start, expected, wording) => {
    const editor = make();

    expect(await editor.replace(start, start + expected.length, expected, wording)).toBe('refused');
    expect(text(editor)).toBe(before);
    expect(document.execCommand).not.toHaveBeenCalled();
  });

  it.each<[string, (editor: Editor) => void]>([
    ['an input method is composing', ({ element }) => element.dispatchEvent(new Event('compositionstart'))],
    ['the composer has left the page', ({ element }) => element.remove()],
    ['the focus went elsewhere', () => document.querySelector('input')!.focus()],
  ])('refuses when, meanwhile, %s', async (_what, happens) => {
    const editor = make();
    meanwhile(() => happens(editor));

    expect(await replacing(editor, 'bad', 'nice')).toBe('refused');
    expect(document.execCommand).not.toHaveBeenCalled();
  });

  it('works again when the composition is over', async () => {
    const editor = make();
    editor.element.dispatchEvent(new Event('compositionstart'));
    expect(await replacing(editor, 'bad', 'nice')).toBe('refused');
    editor.element.dispatchEvent(new Event('compositionend'));

    expect(await replacing(editor, 'bad', 'nice')).toBe('done');
  });

  it('says "different" when the editor made something else of it, and does not try again', async () => {
    browserInserts((wording) => overSelection(wording.toUpperCase()));
    const editor = make();

    expect(await replacing(editor, 'bad', 'nice')).toBe('different');
    expect(document.execCommand).toHaveBeenCalledTimes(1);
  });

  it('says "refused" when the editor took nothing', async () => {
    browserInserts(() => undefined);

    expect(await replacing(make(), 'bad', 'nice')).toBe('refused');
  });

  it('waits for an editor that draws some frames later', async () => {
    browserInserts((wording) => setTimeout(() => overSelection(wording), 120));

    expect(await replacing(make(), 'bad', 'nice')).toBe('done');
  });
});
