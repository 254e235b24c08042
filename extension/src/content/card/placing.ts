/** Measures card and view and moves the card to its place; the arithmetic is in `placement`. */
import { visibleView, type Box } from '@/content/box';
import { style, type Host } from '@/content/top-layer';
import { place } from './placement';

/** Where the card belongs: the marked words in viewport pixels, and the composer they are in. */
export interface Anchor {
  readonly words: readonly [Box, ...Box[]];
  readonly near: HTMLElement;
}

/** @returns where the host is now. */
export function putBeside(host: Host, anchor: Anchor): Box {
  const card = host.root.firstElementChild as HTMLElement;
  card.style.maxHeight = 'none';
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const direction = getComputedStyle(anchor.near).direction === 'rtl' ? 'rtl' : 'ltr';
  const { left, top, maxHeight } = place(anchor.words, size, visibleView(), direction);
  card.style.maxHeight = `${maxHeight}px`;
  style(host.element, { left: `${left}px`, top: `${top}px` });
  reachableByKey(card.querySelector('.body'));
  return host.element.getBoundingClientRect();
}

/** What scrolls must be able to scroll with the keys as well. */
function reachableByKey(body: Element | null): void {
  if (body === null) return;
  if (body.scrollHeight > body.clientHeight) body.setAttribute('tabindex', '0');
  else body.removeAttribute('tabindex');
}

/** Whether the host is still where it was left: a page can move it under the pointer. */
export function isAt(host: Host, { left, top }: Pick<Box, 'left' | 'top'>): boolean {
  const now = host.element.getBoundingClientRect();
  return Math.abs(now.left - left) < 1 && Math.abs(now.top - top) < 1;
}
