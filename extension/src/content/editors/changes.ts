/** Tells that a composer may have another text now, whoever changed it: the person, a script, the page itself. */

/**
 * Calls back at most once per animation frame, never while the page is hidden (frames stop then).
 *
 * Args:
 *   events: those after which the text may differ without a change in the DOM below `element`.
 *   differs: asked on each of them, when that is cheaper than a frame; by default it may always differ.
 */
export function watchChanges(
  element: HTMLElement,
  events: readonly string[],
  callback: () => void,
  signal: AbortSignal,
  differs: () => boolean = () => true,
): void {
  let frame: number | null = null;
  const changed = (): void => {
    if (frame !== null || !differs()) return;
    frame = requestAnimationFrame(() => {
      frame = null;
      if (!signal.aborted) callback();
    });
  };
  const view = element.ownerDocument.defaultView ?? window;
  for (const name of events) {
    // On the window and capturing: some pages stop these events on their way.
    view.addEventListener(name, (event) => isAbout(event, element) && changed(), { capture: true, passive: true, signal });
  }
  const observer = new MutationObserver(changed);
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (frame !== null) cancelAnimationFrame(frame);
  });
}

function isAbout(event: Event, element: HTMLElement): boolean {
  return event.composedPath().includes(element);
}
