import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { browserInserts, meanwhile, overSelection, replacing, rich, standInForBrowser } from './replaceable';

beforeEach(standInForBrowser);

afterEach(() => document.body.replaceChildren());

describe('replacing in a rich editor', () => {
  /** An editor that knows `insertReplacementText`: it takes the words itself. */
  function takesItself(editor: ReturnType<typeof rich>): InputEvent[] {
    const events: InputEvent[] = [];
    editor.element.addEventListener('beforeinput', (event) => {
      event.preventDefault();
      events.push(event as InputEvent);
      overSelection((event as InputEvent).data ?? '');
    });
    return events;
  }

  it('asks the editor first, and inserts nothing when the editor did', async () => {
    const editor = rich('<p>a bad word</p>');
    const events = takesItself(editor);

    expect(await replacing(editor, 'bad', 'nice')).toBe('done');
    expect(events.map(({ inputType, data, composed }) => [inputType, data, composed])).toEqual([['insertReplacementText', 'nice', true]]);
    expect(document.execCommand).not.toHaveBeenCalled();
  });

  it('inserts nothing more when the editor took the words and let the event pass', async () => {
    const editor = rich('<p>a bad word</p>');
    editor.element.addEventListener('beforeinput', (event) => overSelection((event as InputEvent).data ?? ''));

    expect(await replacing(editor, 'bad', 'nice')).toBe('done');
    expect(document.execCommand).not.toHaveBeenCalled();
  });

  it('selects over several nodes, and ends before a character that nobody sees', async () => {
    const editor = rich('<p>a b<b>a</b>d\u200B word</p>');
    browserInserts(() => undefined);
    await replacing(editor, 'bad', 'nice');

    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection()!;
    const { firstChild: first, childNodes } = editor.element.firstChild!;
    expect([anchorNode, anchorOffset, focusNode, focusOffset]).toEqual([first, 2, childNodes[2], 1]);
    expect(document.execCommand).toHaveBeenCalled();
  });

  it.each([
    ['a picture between the words', 'a b<img alt="">ad word'],
    ['an emoji shown by a picture', 'a b<img alt="😀">ad word', 'b😀ad'],
    ['hidden words in between', 'a b<i style="display: none">secret</i>ad word'],
    ['a mention that is edited as a whole', 'a <span contenteditable="false">bad</span> word'],
    ['a mention between the words', 'a b<span contenteditable="false">a</span>d word'],
    ['two leaves of Draft.js', 'a <span data-offset-key="1">b</span><span data-offset-key="2">ad</span> word'],
  ])('refuses %s', async (_what, html, expected = 'bad') => {
    const editor = rich(`<p>${html}</p>`);

    expect(await replacing(editor, expected, 'nice')).toBe('refused');
    expect(document.execCommand).not.toHaveBeenCalled();
  });

  it('refuses when the site made it read-only', async () => {
    const editor = rich('<p>a bad word</p>');
    editor.element.setAttribute('aria-readonly', 'true');
    expect(await replacing(editor, 'bad', 'nice')).toBe('refused');

    editor.element.removeAttribute('aria-readonly');
    editor.element.contentEditable = 'false';
    expect(await replacing(editor, 'bad', 'nice')).toBe('refused');
  });

  it('refuses when typing or the caret came in between', async () => {
    const typed = rich('<p>a bad word</p>');
    meanwhile(() => typed.element.append('!'));
    expect(await replacing(typed, 'bad', 'nice')).toBe('refused');

    const moved = rich('<p>a bad word</p>');
    meanwhile(() => document.getSelection()!.collapse(moved.element.firstChild!.firstChild, 0));
    expect(await replacing(moved, 'bad', 'nice')).toBe('refused');
  });
});
