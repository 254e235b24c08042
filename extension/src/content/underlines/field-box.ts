/** Where a text field's content is on screen, how much of it shows, and when that may have changed. */

/** Viewport pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

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

/** The part of `box` that the field's scrolling ancestors and the viewport let through; may be empty. */
export function visiblePart(field: HTMLElement, box: Box): Box {
  const view = field.ownerDocument.documentElement;
  let visible = intersect(box, { left: 0, top: 0, right: view.clientWidth, bottom: view.clientHeight });
  for (let outer = parentElement(field); outer !== null && outer !== view; outer = parentElement(outer)) {
    const { overflowX, overflowY } = getComputedStyle(outer);
    const clips = outer !== field.ownerDocument.body && (overflowX !== 'visible' || overflowY !== 'visible');
    if (clips) visible = intersect(visible, outer.getBoundingClientRect());
  }
  return visible;
}

export function intersect(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.max(left, Math.min(a.right, b.right));
  return { left, top, right, bottom: Math.max(top, Math.min(a.bottom, b.bottom)) };
}

/** Calls back whenever the field may have moved, scrolled or changed size, until `signal` aborts. */
export function whenMoved(field: HTMLElement, callback: () => void, signal: AbortSignal): void {
  const document = field.ownerDocument;
  const sizes = new ResizeObserver(callback);
  for (const element of [field, document.documentElement, document.body]) sizes.observe(element);
  signal.addEventListener('abort', () => sizes.disconnect());
  const passive = { signal, passive: true, capture: true };
  for (const type of ['scroll', 'resize', 'transitionend', 'animationend']) window.addEventListener(type, callback, passive);
  for (const type of ['scroll', 'resize']) window.visualViewport?.addEventListener(type, callback, passive);
  document.fonts.addEventListener('loadingdone', callback, { signal });
  followWhileFocused(field, callback, signal);
}

/** A page can move a field without any event; only the focused one is worth a look at every frame. */
function followWhileFocused(field: HTMLElement, callback: () => void, signal: AbortSignal): void {
  const root = field.getRootNode() as Document | ShadowRoot;
  const look = (): void => {
    if (signal.aborted || root.activeElement !== field) return;
    callback();
    requestAnimationFrame(look);
  };
  field.addEventListener('focus', look, { signal });
  requestAnimationFrame(look);
}

function parentElement(node: Element): Element | null {
  if (node.assignedSlot !== null) return node.assignedSlot;
  const root = node.parentNode;
  return node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
