/** Draws the content of an element anew without taking the keyboard's place in the page away, or closing what is open. */

/**
 * What had focus, and what was folded out, is found again by its `data-key`, which must be unique in `place`. When the
 * focused thing is gone, the heading gets focus, so that the next Tab goes on from there.
 */
export function redraw(place: HTMLElement, ...content: Node[]): void {
  const focused = place.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  const open = [...place.querySelectorAll<HTMLElement>('details[open] > summary[data-key]')].map(keyOf);
  place.replaceChildren(...content);
  for (const key of open) byKey(place, key)?.parentElement?.setAttribute('open', '');
  if (focused === null) return;
  (byKey(place, keyOf(focused)) ?? place.querySelector<HTMLElement>('h1, h2'))?.focus({ preventScroll: true });
}

const keyOf = (element: HTMLElement): string => element.dataset['key'] ?? '';

const byKey = (place: HTMLElement, key: string): HTMLElement | null =>
  [...place.querySelectorAll<HTMLElement>('[data-key]')].find((element) => keyOf(element) === key) ?? null;
