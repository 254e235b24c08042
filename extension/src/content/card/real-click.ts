/**
 * Whether a click on the card is meant: a page can slip the card under the pointer, make it invisible, or lie over it.
 * Source of the limits: KeePassXC-Browser (opacity 0.7); half a second is longer than it takes to notice a new card.
 */
import { elementsAround } from '@/content/composed-tree';

const SEEN_MS = 500;
const VISIBLE = 0.7;
/** Each hides from the eye and not from the pointer. */
const PLAIN = { filter: 'none', 'mask-image': 'none', 'clip-path': 'none', 'mix-blend-mode': 'normal' };
/** What dark modes put on the whole page; Firefox applies the root's filter to the top layer too. */
const HARMLESS_FILTER = /^(none|((invert|hue-rotate)\([^)]*\)\s*)+)$/;

/** A click made with a key needs no proof: focus enters the card by the person's own key only. */
export const isKey = (event: MouseEvent): boolean => event.detail === 0;

/**
 * @param event - a trusted click inside `host`.
 * @param openForMs - how long the card has been open at its present place.
 */
export function isMeant(event: MouseEvent, host: HTMLElement, openForMs: number): boolean {
  return openForMs >= SEEN_MS && isOnTop(host, event) && opacityOf(host) >= VISIBLE && isPlain(host);
}

function isOnTop(host: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const root = host.getRootNode() as Document | ShadowRoot;
  return root.elementFromPoint(clientX, clientY) === host;
}

/** 0 to 1, with that of everything around it. */
function opacityOf(host: HTMLElement): number {
  const around = [host, ...elementsAround(host)];
  return around.reduce((opacity, element) => opacity * Number(getComputedStyle(element).opacity), 1);
}

function isPlain(host: HTMLElement): boolean {
  const own = getComputedStyle(host);
  const { filter, maskImage } = getComputedStyle(host.ownerDocument.documentElement);
  const isOwn = Object.entries(PLAIN).every(([name, value]) => [value, ''].includes(own.getPropertyValue(name)));
  return isOwn && HARMLESS_FILTER.test(filter || 'none') && ['none', ''].includes(maskImage);
}
