/** Keys typed inside the card stay there, or the page's own shortcuts would fire; Tab goes round. */
import type { Host } from '@/content/top-layer';

const MODIFIERS = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']);

export const isModifier = ({ key }: KeyboardEvent): boolean => MODIFIERS.has(key);

/** What Tab stops at inside the card, in order. */
export function stopsIn(root: ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('button:not([hidden]), a, [tabindex="0"]')];
}

export function keepKeysInside(host: Host): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    host.element.addEventListener(type, (event) => event.stopPropagation());
  }
  host.root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Tab') goRound(host.root, event);
  });
}

/** Behind the card's last button the browser would leave the page: the card is at the end of it. */
function goRound(root: ShadowRoot, event: KeyboardEvent): void {
  const stops = stopsIn(root);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (root.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
