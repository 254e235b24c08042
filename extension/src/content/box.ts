/** Boxes on the screen, and what shows of them. Every number is in viewport pixels. */
import { elementsAround } from './composed-tree';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The common part of two boxes; empty, never negative, when they are apart. */
export function intersect(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.max(left, Math.min(a.right, b.right));
  return { left, top, right, bottom: Math.max(top, Math.min(a.bottom, b.bottom)) };
}

/** The smallest box around all of them; `boxes` may not be empty. */
export function union(boxes: readonly [Box, ...Box[]]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** The part of `box` that the element's scrolling ancestors and the viewport let through; may be empty. */
export function visiblePart(element: HTMLElement, box: Box): Box {
  const { documentElement: view, body } = element.ownerDocument;
  let visible = intersect(box, { left: 0, top: 0, right: view.clientWidth, bottom: view.clientHeight });
  for (const outer of elementsAround(element)) {
    if (outer === view) break;
    const { overflowX, overflowY } = getComputedStyle(outer);
    const clips = outer !== body && (overflowX !== 'visible' || overflowY !== 'visible');
    if (clips) visible = intersect(visible, outer.getBoundingClientRect());
  }
  return visible;
}

/** What is visible of the layout viewport, without scroll bars; smaller after a pinch or with a touch keyboard. */
export function visibleView(): Box {
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetLeft, offsetTop, width, height } = window.visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: clientWidth, height: clientHeight };
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}
