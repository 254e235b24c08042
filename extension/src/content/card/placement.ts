/** Where the card goes: pure arithmetic, every number in viewport pixels. */
import { union, type Box } from '@/content/box';

export interface Placement {
  readonly left: number;
  readonly top: number;
  /** The card scrolls inside when it is taller. */
  readonly maxHeight: number;
  readonly side: 'below' | 'above' | 'beside' | 'over';
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between words and card, and between card and the edge of the view. */
const GAP = 8;
/** Less height than this helps nobody: then the card may cover the words (small frames, 400 % zoom). */
const USEFUL_HEIGHT = 180;

/**
 * Below the words if the card fits there, else above, else on the roomier of these sides, else beside, else over them.
 * @param words - rectangles of the marked words in reading order, at least one; the card starts at the first.
 * @param view - what is visible, already without scroll bars and on-screen keyboard.
 * @param direction - of the text around the words: the card lines up with the side where reading begins.
 */
export function place(words: readonly [Box, ...Box[]], card: Size, view: Box, direction: 'ltr' | 'rtl'): Placement {
  const [first] = words;
  const all = union(words);
  const start = direction === 'ltr' ? first.left : first.right - card.width;
  const left = clamp(start, view.left + GAP, view.right - GAP - card.width);
  const below = view.bottom - all.bottom - 2 * GAP;
  const above = first.top - view.top - 2 * GAP;
  const isBelow = card.height <= below || (card.height > above && below >= above);
  const room = isBelow ? below : above;
  const enough = Math.min(card.height, USEFUL_HEIGHT);
  if (room < enough) return besideOrOver(all, card, view, left);
  if (isBelow) return { left, top: all.bottom + GAP, maxHeight: below, side: 'below' };
  return { left, top: first.top - GAP - Math.min(card.height, above), maxHeight: above, side: 'above' };
}

/** In a low view: next to the words, where the rest of their line is hidden but not they themselves. */
function besideOrOver(words: Box, card: Size, view: Box, overLeft: number): Placement {
  const maxHeight = view.bottom - view.top - 2 * GAP;
  const lowest = view.bottom - GAP - Math.min(card.height, maxHeight);
  const top = clamp(words.top, view.top + GAP, lowest);
  const right = words.right + GAP;
  const left = words.left - GAP - card.width;
  if (right + card.width <= view.right - GAP) return { left: right, top, maxHeight, side: 'beside' };
  if (left >= view.left + GAP) return { left, top, maxHeight, side: 'beside' };
  return { left: overLeft, top: view.top + GAP, maxHeight, side: 'over' };
}

/** The low end wins when there is no room at all, so that the beginning of the text stays readable. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
