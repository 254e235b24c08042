/** Measures a composer and its surroundings for `placement`. */
import { intersect, union, visiblePart, visibleView, type Box } from '@/content/box';
import { elementsAround } from '@/content/composed-tree';
import type { Spot } from './placement';

/** From the edges of window and dialog. */
const MARGIN = 4;

/** Null when nothing of the composer is to be seen. */
export function spotOf(composer: HTMLElement): Spot | null {
  if (!composer.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
  const box = composer.getBoundingClientRect();
  const visible = visiblePart(composer, box);
  if (visible.right <= visible.left || visible.bottom <= visible.top) return null;
  const direction = getComputedStyle(composer).direction === 'rtl' ? 'rtl' : 'ltr';
  return { composer: box, visible, bounds: within(dialogAround(composer)), direction };
}

/** The same spot for a surface that may leave the composer's dialog: it soon goes away. */
export const beyondDialog = (spot: Spot): Spot => ({ ...spot, bounds: within(null) });

/** Around the composer and those of its buttons that are on the page; null when there is none. */
export function areaOf(spot: Spot, buttons: readonly HTMLElement[]): Box | null {
  const boxes = buttons.filter((button) => button.checkVisibility()).map((button) => button.getBoundingClientRect());
  return boxes.length === 0 ? null : union([spot.visible, ...boxes]);
}

function within(dialog: Element | null): Box {
  const view = visibleView();
  const { left, top, right, bottom } = dialog === null ? view : intersect(view, dialog.getBoundingClientRect());
  return { left: left + MARGIN, top: top + MARGIN, right: right - MARGIN, bottom: bottom - MARGIN };
}

/** A sign outside its dialog would hang in the dark behind it. */
function dialogAround(composer: HTMLElement): Element | null {
  for (const around of elementsAround(composer)) if (around.matches('dialog, [role="dialog"], [popover]')) return around;
  return null;
}
