/** Notices that an element of the page may have moved, scrolled or changed size, without ever looking at a clock. */
import { rootsOf } from './composed-tree';

/** Shifts of a hundredth of the element's size are noticed. */
const STEPS = Array.from({ length: 101 }, (_step, index) => index / 100);

/** Calls back whenever the element may be elsewhere, until `signal` aborts; sometimes when it is not. */
export function whenMoved(element: HTMLElement, callback: () => void, signal: AbortSignal): void {
  const document = element.ownerDocument;
  const aim = whenShifted(element, callback, signal);
  const sizes = new ResizeObserver(() => {
    aim();
    callback();
  });
  for (const sized of [element, document.documentElement, document.body]) sizes.observe(sized);
  signal.addEventListener('abort', () => sizes.disconnect());
  const passive = { signal, passive: true, capture: true };
  for (const type of ['resize', 'transitionend', 'animationend']) window.addEventListener(type, callback, passive);
  // Scrolling inside a shadow root is not heard outside it.
  for (const root of rootsOf(element)) root.addEventListener('scroll', callback, passive);
  for (const type of ['scroll', 'resize']) window.visualViewport?.addEventListener(type, callback, passive);
  document.addEventListener('fullscreenchange', callback, passive);
  document.fonts.addEventListener('loadingdone', callback, { signal });
}

/**
 * Notices what no event tells: the page put something above the element, or animates its dialog. An observer that sees
 * exactly the frame where the element is now reports when less of the element is in that frame.
 * @returns aims anew at where the element is.
 */
function whenShifted(element: HTMLElement, callback: () => void, signal: AbortSignal): () => void {
  let observer: IntersectionObserver | null = null;
  const aim = (): void => {
    observer?.disconnect();
    if (signal.aborted) return;
    const frame = element.getBoundingClientRect();
    let isFirst = true;
    const look = ([entry]: IntersectionObserverEntry[]): void => {
      const hasMoved = !isFirst || entry === undefined || !isSamePlace(entry.boundingClientRect, frame);
      isFirst = false;
      if (!hasMoved) return;
      callback();
      aim();
    };
    observer = new IntersectionObserver(look, { root: element.ownerDocument, rootMargin: marginsAround(element, frame), threshold: STEPS });
    observer.observe(element);
  };
  aim();
  signal.addEventListener('abort', () => observer?.disconnect());
  return aim;
}

/** How far each edge of the viewport has to come in to leave just this frame. */
function marginsAround(element: HTMLElement, { left, top, right, bottom }: DOMRect): string {
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
  const insets = [top, clientWidth - right, clientHeight - bottom, left];
  return insets.map((inset) => `${-Math.floor(inset)}px`).join(' ');
}

const isSamePlace = (a: DOMRectReadOnly, b: DOMRectReadOnly): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
