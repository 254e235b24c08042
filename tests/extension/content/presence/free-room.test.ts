import { beforeEach, describe, expect, it, vi } from 'vitest';

import { hasNoControls, isBelowText, isBlank, isUncovered } from '@/content/presence/free-room';

const BOX = { left: 100, top: 100, right: 160, bottom: 124 };

let composer: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<main><div id="row"><textarea></textarea></div></main>';
  composer = document.querySelector('textarea') as HTMLElement;
  document.elementsFromPoint = () => [document.body];
});

/** Lays an element over a part of the screen; the page is blank elsewhere. */
function lay(html: string, over: { left: number; top: number; right: number; bottom: number } = BOX): Element {
  document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
  const element = document.querySelector('main')?.lastElementChild as Element;
  const inner = element.firstElementChild ?? element;
  document.elementsFromPoint = (x, y) => [x >= over.left && x <= over.right && y >= over.top && y <= over.bottom ? inner : document.body];
  return element;
}

describe('room for the sign', () => {
  it('is where the page is blank', () => {
    expect(isBlank(composer, BOX)).toBe(true);
  });

  it.each([
    ['a button', '<button></button>'],
    ['what is in a link', '<a href="#"><i></i></a>'],
    ['a button by its role', '<div role="button"></div>'],
    ['another composer', '<div contenteditable="true"></div>'],
    ['what is clickable by its cursor alone', '<div style="cursor: pointer"></div>'],
    ['a picture', '<img>'],
  ])('is not over %s', (_name, html) => {
    lay(html);

    expect(isBlank(composer, BOX)).toBe(false);
  });

  it('is not over a button of 12 pixels in its middle', () => {
    lay('<button></button>', { left: 124, top: 106, right: 136, bottom: 118 });

    expect(isBlank(composer, BOX)).toBe(false);
  });

  it('is not over words, but beside them', () => {
    const words = vi.spyOn(Range.prototype, 'getClientRects');
    lay('<p>Some words</p>', { left: 0, top: 0, right: 1000, bottom: 1000 });
    words.mockReturnValue([new DOMRect(90, 90, 40, 20)] as unknown as DOMRectList);
    expect(isBlank(composer, BOX)).toBe(false);

    words.mockReturnValue([new DOMRect(300, 90, 40, 20)] as unknown as DOMRectList);
    expect(isBlank(composer, BOX)).toBe(true);
  });

  it('is in a clickable row that the composer itself is in', () => {
    const row = document.querySelector('#row') as HTMLElement;
    row.role = 'button';
    document.elementsFromPoint = () => [row];

    expect(isBlank(composer, BOX)).toBe(true);
  });

  it('is under what is ours', () => {
    const own = document.createElement('porte-parole-card');
    own.style.cursor = 'pointer';
    document.elementsFromPoint = () => [own, document.body];

    expect(isBlank(composer, BOX)).toBe(true);
  });

  it('is not over a control in a shadow root', () => {
    const host = lay('<div></div>');
    const root = host.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = '<button></button>';
    root.elementsFromPoint = () => [root.querySelector('button') as Element];

    expect(isBlank(composer, BOX)).toBe(false);
  });
});

it('a reminder may lie over words, not over controls', () => {
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([new DOMRect(90, 90, 40, 20)] as unknown as DOMRectList);
  lay('<p>Some words</p>');
  expect(hasNoControls(composer, BOX)).toBe(true);

  lay('<button></button>');
  expect(hasNoControls(composer, BOX)).toBe(false);
});

describe('room inside the composer', () => {
  it('is in a text field only in its own padding', () => {
    vi.spyOn(composer, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 400, 130));
    expect(isBelowText(composer, BOX)).toBe(false);

    composer.style.paddingBottom = '40px';
    expect(isBelowText(composer, BOX)).toBe(true);
  });

  it('is never where the text scrolls', () => {
    composer.style.paddingBottom = '400px';
    vi.spyOn(composer, 'scrollHeight', 'get').mockReturnValue(500);

    expect(isBelowText(composer, BOX)).toBe(false);
  });

  it('is below the last line of a rich editor', () => {
    document.querySelector('#row')?.insertAdjacentHTML('beforeend', '<div id="rich" contenteditable="true">Words</div>');
    const rich = document.querySelector('#rich') as HTMLElement;
    document.elementsFromPoint = () => [rich];
    const contents = vi.spyOn(Range.prototype, 'getBoundingClientRect');
    contents.mockReturnValue(new DOMRect(0, 0, 300, 120));
    expect(isBelowText(rich, BOX)).toBe(false);

    contents.mockReturnValue(new DOMRect(0, 0, 300, 60));
    expect(isBelowText(rich, BOX)).toBe(true);
  });
});

it('a composer is uncovered as long as some of it can be reached', () => {
  const overlay = document.createElement('div');
  document.elementsFromPoint = () => [overlay];
  expect(isUncovered(composer, BOX)).toBe(false);

  document.elementsFromPoint = (x) => [x > 150 ? composer : overlay];
  expect(isUncovered(composer, BOX)).toBe(true);
});
