/** Scrolls marked words into sight, in every box around them that scrolls; touches nothing but scroll positions. */
import type { Box } from './box';
import { elementsAround } from './composed-tree';

/** Pixels of text that should be seen around the words. */
const MARGIN = 16;

/**
 * Brings `words` to the middle of every box they are out of sight in, without any animation.
 * @param element - what the words are in; it may scroll itself.
 * @param words - where they are now, in viewport pixels.
 * @returns whether anything scrolled: what is drawn may follow only with the next frame.
 */
export function bringIntoView(element: HTMLElement, words: Box): boolean {
  let { left, top, right, bottom } = words;
  let hasScrolled = false;
  for (const box of scrollersAround(element)) {
    const view = seenIn(box);
    const before = { x: box.scrollLeft, y: box.scrollTop };
    const x = distance(left, right, view.left, view.right);
    const y = distance(top, bottom, view.top, view.bottom);
    if (x === 0 && y === 0) continue;
    box.scrollBy({ left: x, top: y, behavior: 'instant' });
    const moved = { x: box.scrollLeft - before.x, y: box.scrollTop - before.y };
    [left, right, top, bottom] = [left - moved.x, right - moved.x, top - moved.y, bottom - moved.y];
    hasScrolled ||= moved.x !== 0 || moved.y !== 0;
  }
  return hasScrolled;
}

/** 0 when the words are in sight already. */
function distance(start: number, end: number, from: number, to: number): number {
  const margin = Math.min(MARGIN, Math.max(0, (to - from - (end - start)) / 2));
  if (start >= from + margin && end <= to - margin) return 0;
  return (start + end) / 2 - (from + to) / 2;
}

function scrollersAround(element: HTMLElement): Element[] {
  const view = viewport(element);
  const inner = [element, ...elementsAround(element)].filter((box) => box !== view && scrolls(box));
  return [...inner, view];
}

function scrolls(box: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(box);
  const isTall = box.scrollHeight > box.clientHeight && /auto|scroll/.test(overflowY);
  return isTall || (box.scrollWidth > box.clientWidth && /auto|scroll/.test(overflowX));
}

function seenIn(box: Element): Box {
  if (box !== viewport(box)) return box.getBoundingClientRect();
  const { clientWidth, clientHeight } = box.ownerDocument.documentElement;
  return { left: 0, top: 0, right: clientWidth, bottom: clientHeight };
}

const viewport = ({ ownerDocument }: Element): Element => ownerDocument.scrollingElement ?? ownerDocument.documentElement;
