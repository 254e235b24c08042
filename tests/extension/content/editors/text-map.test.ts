import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { PageRange } from '@/content/model';
import { createStyles } from '@/content/editors/styles';
import { mapText, type TextMap } from '@/content/editors/text-map';

function read(html: string, style = 'white-space: pre-wrap'): { map: TextMap; root: HTMLElement } {
  const root = document.createElement('div');
  root.setAttribute('contenteditable', 'true');
  root.setAttribute('style', style);
  root.innerHTML = html;
  document.body.append(root);
  return { map: mapText(root, createStyles(), 10_000), root };
}

const words = (ranges: PageRange[]): string[] =>
  ranges.map((found) => {
    if (found.kind !== 'dom') throw new Error('a rich editor has DOM ranges');
    const { startContainer, startOffset, endOffset } = found.range;
    return (startContainer as Text).data.slice(startOffset, endOffset);
  });

/** The ranges of `needle` in the text, as the words they stand for in the page. */
function find({ map }: { map: TextMap }, needle: string): string[] {
  const start = map.text.indexOf(needle);
  return words(map.rangesFor(start, start + needle.length));
}

beforeEach(() => {
  // happy-dom has none.
  vi.stubGlobal('StaticRange', function (this: object, init: StaticRangeInit) {
    Object.assign(this, init);
  });
});

afterEach(() => document.body.replaceChildren());

describe('the text of each editor, typed as "x  y", Enter, Enter, "q ", Shift+Enter, "z"', () => {
  const span = (text: string) => `<span data-lexical-text="true">${text}</span>`;
  const block = (inner: string) =>
    `<div data-block="true"><div class="public-DraftStyleDefault-block"><span data-offset-key="a">${inner}</span></div></div>`;
  const slate = (inner: string) => `<div data-slate-node="element"><span data-slate-node="text"><span data-slate-leaf="true">${inner}</span></span></div>`;
  it.each([
    [
      'Lexical',
      `<p dir="auto">${span('x  y')}</p><p><br data-lexical-managed-linebreak="true"></p><p>${span('q ')}<br>${span('z')}</p>`,
      'x  y\n\nq \nz',
    ],
    [
      'Draft.js',
      `<div data-contents="true">${block('<span data-text="true">x  y</span>')}${block('<br data-text="true">')}${block('<span data-text="true">q </span>')}${block('<span data-text="true">z</span>')}</div>`,
      'x  y\n\nq \nz',
    ],
    ['Quill', '<p>x  y</p><p><br></p><p>q </p><p>z</p>', 'x  y\n\nq \nz'],
    [
      'ProseMirror',
      '<p>x  y</p><p><br class="ProseMirror-trailingBreak"></p><p>q <br>z</p>',
      'x  y\n\nq \nz',
    ],
    [
      'ProseMirror, with a hard break at the end',
      '<p>x<br><img class="ProseMirror-separator" alt=""><br class="ProseMirror-trailingBreak"></p><p>y</p>',
      'x\n\ny',
    ],
    [
      'Slate',
      `${slate('<span data-slate-string="true">x  y</span>')}${slate('<span data-slate-zero-width="n">\uFEFF<br></span>')}${slate('<span data-slate-string="true">q </span>')}${slate('<span data-slate-string="true">z</span>')}`,
      'x  y\n\nq \nz',
    ],
    ['plain contenteditable', 'x&nbsp; y<div><br></div><div>q&nbsp;<br>z</div>', 'x  y\n\nq \nz'],
  ])('%s', (_name, html, expected) => {
    const page = read(html);

    expect(page.map.text).toBe(expected);
    expect(find(page, 'z')).toEqual(expected.includes('z') ? ['z'] : []);
  });
});

describe('what is text and what is not', () => {
  it.each([
    ['blocks in blocks add no lines of their own', '<div><div><p>a</p></div></div><ul><li>b</li><li>c</li></ul>', 'a\nb\nc'],
    ['text after a block is a new line', '<div>a</div>b', 'a\nb'],
    ['a break at the end of a line with text shows no line', '<p>a<br></p><p>b</p>', 'a\nb'],
    ['two breaks at the end show one empty line', 'a<br><br>', 'a\n'],
    ['a break before a block is no second line', 'a<br><div>b</div>', 'a\nb'],
    ['several empty lines are all kept', '<p>a</p><p><br></p><p><br></p><p>b</p>', 'a\n\n\nb'],
    ['a break marked as filler shows no line wherever it is', '<p>a<br class="ProseMirror-trailingBreak"><i contenteditable="false"></i></p>', 'a'],
    ['a leading empty line is kept', '<p><br></p><p>b</p>', '\nb'],
    ['a placeholder is not', '<span data-slate-placeholder="true">Write…</span>a', 'a'],
    ['a hidden copy is not', '<span aria-hidden="true">ghost</span>a', 'a'],
    ['an element without display is not', '<span style="display:none">ghost</span>a', 'a'],
    ['a decoration without text is not', 'a<span contenteditable="false"><svg><text>x</text></svg></span>b', 'ab'],
    ['a mention is published, so it is', 'a <span contenteditable="false" class="mention">@Ann</span> b', 'a @Ann b'],
    ['an emoji picture stands for its emoji', 'a<img alt="😊">b', 'a😊b'],
    ['a described photo is not', 'a<img alt="A cat 😊 on the roof of our house">b', 'ab'],
    ['invisible characters are taken out', 'a\u200B\u2060\uFEFF\u00AD\u202E\u2066b\u200Dc', 'ab\u200Dc'],
    ['a lone surrogate is replaced, one to one', 'a\uD800b', 'a\uFFFDb'],
  ])('%s', (_name, html, expected) => {
    expect(read(html).map.text).toBe(expected);
  });

  it('line breaks of the page source are no text where the style collapses them', () => {
    expect(read('\n  <p>a\n  b</p>\n  <p>c</p>\n', 'white-space: normal').map.text).toBe('a   b\nc');
  });

  it('line breaks inside text count where the style keeps them', () => {
    expect(read('<p style="white-space: pre-wrap">a\nb</p>').map.text).toBe('a\nb');
  });

  it('a span shown as a block is a line', () => {
    expect(read('<span style="display:block">a</span><span style="display:block">b</span>').map.text).toBe('a\nb');
  });

  it('reading stops soon after the limit', () => {
    const { root } = read('<p>0123456789</p>'.repeat(100));

    expect(mapText(root, createStyles(), 25).text.length).toBeLessThan(50);
  });
});

describe('ranges', () => {
  it('one per text node that a mark crosses', () => {
    expect(find(read('<p>a bad <b>wo</b>rd</p>'), 'bad word')).toEqual(['bad ', 'wo', 'rd']);
  });

  it('leave out what stands between the words and was taken out of the text', () => {
    expect(find(read('a b\u200Ba\u00ADd\u200B word'), 'bad')).toEqual(['b\u200Ba\u00ADd']);
  });

  it('skip an emoji picture, which has no text node', () => {
    expect(find(read('so <img alt="😊">bad'), '😊bad')).toEqual(['bad']);
  });

  it('never start or end in the middle of a surrogate pair', () => {
    const { map } = read('a😀b');

    expect(words(map.rangesFor(2, 3))).toEqual(['😀']);
    expect(words(map.rangesFor(0, 2))).toEqual(['a😀']);
  });

  it('are empty once the node is gone or has become shorter', () => {
    const { map, root } = read('<p>a</p><p>bad</p>');
    const node = root.lastElementChild!.firstChild as Text;

    node.data = 'b';
    expect(map.rangesFor(2, 5)).toEqual([]);
    root.replaceChildren();
    expect(map.rangesFor(0, 1)).toEqual([]);
  });
});

describe('offsets of DOM positions', () => {
  it('a caret in a text node, past characters that were taken out', () => {
    const { map, root } = read('<p>a</p><p>b\u200B\u200Bad</p>');
    const node = root.lastElementChild!.firstChild!;

    expect([0, 1, 3, 4, 5].map((offset) => map.offsetOf(node, offset))).toEqual([2, 3, 3, 4, 5]);
  });

  it('a caret between elements', () => {
    const { map, root } = read('<p>ab</p><p><br></p><p>cd</p>');
    const [first, empty, last] = root.children as unknown as [Element, Element, Element];

    expect(map.offsetOf(first, 0)).toBe(0);
    expect(map.offsetOf(first, 1)).toBe(2);
    expect(map.offsetOf(empty, 0)).toBe(3);
    expect(map.offsetOf(last, 1)).toBe(6);
    expect(map.offsetOf(root, 2)).toBe(4);
    expect(map.offsetOf(root, 3)).toBe(6);
  });
});
