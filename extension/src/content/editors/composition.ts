/** Tells whether an input method is composing: until it is done, the text belongs to it. */

/** The answer is good until the signal ends; before the first composition it is false. */
export function watchComposition(element: HTMLElement, signal: AbortSignal): () => boolean {
  let composing = false;
  const on = (name: string, now: boolean): void =>
    element.addEventListener(name, () => (composing = now), { capture: true, passive: true, signal });
  on('compositionstart', true);
  on('compositionend', false);
  return () => composing;
}
