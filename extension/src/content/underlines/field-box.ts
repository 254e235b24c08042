/** Where a text field's content is on screen, and when that may have changed. */
import type { Box } from '@/content/box';
import { elementsAround } from '@/content/composed-tree';
import { whenMoved } from '@/content/moves';

/** The padding box without scroll bars, and how much the page scales it (1 = not at all). */
export function contentBox(field: HTMLElement): Box & { scaleX: number; scaleY: number } {
  const outer = field.getBoundingClientRect();
  const scaleX = field.offsetWidth > 0 ? outer.width / field.offsetWidth : 1;
  const scaleY = field.offsetHeight > 0 ? outer.height / field.offsetHeight : 1;
  const left = outer.left + field.clientLeft * scaleX;
  const top = outer.top + field.clientTop * scaleY;
  const right = left + field.clientWidth * scaleX;
  return { left, top, right, bottom: top + field.clientHeight * scaleY, scaleX, scaleY };
}

/** Calls back whenever the field may have moved, scrolled or changed its size or its looks, until `signal` aborts. */
export function whenFieldChanged(field: HTMLElement, callback: () => void, signal: AbortSignal): void {
  whenMoved(field, callback, signal);
  // Pages change the font as a post grows, in a field of the same size.
  const looks = new MutationObserver(callback);
  for (const element of [field, ...elementsAround(field)]) looks.observe(element, { attributes: true });
  signal.addEventListener('abort', () => looks.disconnect());
}
