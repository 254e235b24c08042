/** Measures card and view and moves the card to its place; the arithmetic is in `placement`. */
import { style, type Host } from '@/content/top-layer';
import { place, type Rect } from './placement';

/** Where the card belongs: the marked words in viewport pixels, and the composer they are in. */
export interface Anchor {
  readonly words: readonly Rect[];
  readonly near: HTMLElement;
}

export function putBeside(host: Host, anchor: Anchor): void {
  const card = host.root.firstElementChild;
  if (!(card instanceof HTMLElement)) return;
  card.style.maxHeight = 'none';
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const direction = getComputedStyle(anchor.near).direction === 'rtl' ? 'rtl' : 'ltr';
  const { left, top, maxHeight } = place(anchor.words, size, visibleView(), direction);
  card.style.maxHeight = `${maxHeight}px`;
  style(host.element, { left: `${left}px`, top: `${top}px` });
}

/** What is visible of the layout viewport, without scroll bars; smaller after a pinch or with a touch keyboard. */
function visibleView(): Rect {
  const { offsetLeft, offsetTop, width, height } = window.visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: window.innerWidth,
    height: window.innerHeight,
  };
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}
