/** Asks the page what is at a place of the screen, so that nothing of ours covers what a person reads or clicks. */
import { intersect, type Box } from '@/content/box';
import { isInside } from '@/content/composed-tree';
import { isOwn } from '@/content/top-layer';

/** Pixels between two places that are asked about: less than the smallest button of any network. */
const STEP = 10;
/** Longer lists of pieces of text are not worth measuring. */
const MOST_TEXT_NODES = 50;

const CONTROLS = [
  'a[href]', 'button', 'input', 'select', 'textarea', 'summary', 'iframe', 'video', 'audio',
  '[contenteditable=""]', '[contenteditable="true"]', '[contenteditable="plaintext-only"]',
  ...['button', 'link', 'menuitem', 'option', 'tab', 'checkbox', 'radio', 'switch', 'combobox', 'textbox'].map((role) => `[role="${role}"]`),
].join(', ');

const PICTURES = 'img, svg, svg *, canvas, picture';

/** Whether a surface of ours may lie here: nothing to click, to read or to look at would be under it. */
export function isBlank(composer: HTMLElement, box: Box): boolean {
  return elementsUnder(composer, box).every((element) => !isControl(element, composer) && !element.matches(PICTURES) && !hasTextIn(element, box));
}

/** Whether a surface that soon goes away may lie here: nothing to click would be under it. */
export function hasNoControls(composer: HTMLElement, box: Box): boolean {
  return elementsUnder(composer, box).every((element) => !isControl(element, composer));
}

/** Whether this place inside the composer has none of its text, now and while it scrolls. */
export function isBelowText(composer: HTMLElement, box: Box): boolean {
  if (composer.scrollHeight > composer.clientHeight + 1) return false;
  if (composer.localName === 'textarea') {
    const padding = Number.parseFloat(getComputedStyle(composer).paddingBottom);
    return composer.getBoundingClientRect().bottom - padding <= box.top;
  }
  const contents = composer.ownerDocument.createRange();
  contents.selectNodeContents(composer);
  if (contents.getBoundingClientRect().bottom > box.top) return false;
  return elementsUnder(composer, box).every((element) => isInside(element, composer) && !element.matches(PICTURES));
}

/** Whether the composer itself is what a person sees at its place, and not something that was opened over it. */
export function isUncovered(composer: HTMLElement, visible: Box): boolean {
  const inset = 4;
  const { left, top, right, bottom } = visible;
  const places: [number, number][] = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + inset, top + inset],
    [right - inset, top + inset],
    [left + inset, bottom - inset],
    [right - inset, bottom - inset],
  ];
  return places.some(([x, y]) => {
    const element = elementAt(composer.ownerDocument, x, y);
    return element !== null && isInside(element, composer);
  });
}

/** What a click would hit anywhere in the box, each once. Ours and what is outside the page do not count. */
function elementsUnder(composer: HTMLElement, box: Box): Element[] {
  const found = new Set<Element>();
  for (const x of stepsBetween(box.left, box.right)) {
    for (const y of stepsBetween(box.top, box.bottom)) {
      const element = elementAt(composer.ownerDocument, x, y);
      if (element !== null) found.add(element);
    }
  }
  return [...found];
}

function stepsBetween(from: number, to: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / STEP));
  return Array.from({ length: count + 1 }, (_step, index) => from + ((to - from) * index) / count);
}

/** Through open shadow roots; a closed one hides what is in it, and its host stands for that. */
function elementAt(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const element = root.elementsFromPoint(x, y).find((one) => !isOwn(one)) ?? null;
  const inner = element?.shadowRoot ?? null;
  return (inner === null || inner === root ? null : elementAt(inner, x, y)) ?? element;
}

/** A control that the composer itself is in (a clickable row) is the composer's place, not something beside it. */
function isControl(element: Element, composer: HTMLElement): boolean {
  const control = element.closest(CONTROLS);
  if (control !== null) return !isInside(composer, control);
  return getComputedStyle(element).cursor === 'pointer' && !isInside(composer, element);
}

function hasTextIn(element: Element, box: Box): boolean {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '');
  if (texts.length > MOST_TEXT_NODES) return true;
  const range = element.ownerDocument.createRange();
  return texts.some((text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()].some((rect) => isOverlapping(rect, box));
  });
}

function isOverlapping(a: Box, b: Box): boolean {
  const common = intersect(a, b);
  return common.right > common.left && common.bottom > common.top;
}
