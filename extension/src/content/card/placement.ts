/** Where the card goes: pure arithmetic, every number in viewport pixels. */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  /** The card scrolls inside when it is taller. */
  readonly maxHeight: number;
  readonly side: 'below' | 'above' | 'over';
}

/** Between words and card, and between card and the edge of the view. */
const GAP = 8;
/** Less height than this helps nobody: then the card may cover the words (small frames, 400 % zoom). */
const USEFUL_HEIGHT = 180;

/**
 * Below the words if the card fits there, else above, else on the roomier side, else over them.
 * @param words - rectangles of the marked words in reading order, at least one; the card starts at the first.
 * @param view - what is visible, already without scroll bars and on-screen keyboard.
 * @param direction - of the text around the words: the card lines up with the side where reading begins.
 */
export function place(
  words: readonly Rect[],
  card: { width: number; height: number },
  view: Rect,
  direction: 'ltr' | 'rtl',
): Placement {
  const first = words[0] ?? { left: view.left, top: view.top, right: view.left, bottom: view.top };
  const wordsBottom = Math.max(...words.map((rect) => rect.bottom), first.bottom);
  const below = view.bottom - GAP - (wordsBottom + GAP);
  const above = first.top - GAP - (view.top + GAP);
  const start = direction === 'ltr' ? first.left : first.right - card.width;
  const left = clamp(start, view.left + GAP, view.right - GAP - card.width);

  const isBelow = card.height <= below || (card.height > above && below >= above);
  const room = isBelow ? below : above;
  if (room < Math.min(card.height, USEFUL_HEIGHT)) {
    return { left, top: view.top + GAP, maxHeight: view.bottom - view.top - 2 * GAP, side: 'over' };
  }
  if (isBelow) return { left, top: wordsBottom + GAP, maxHeight: below, side: 'below' };
  return { left, top: first.top - GAP - Math.min(card.height, above), maxHeight: above, side: 'above' };
}

/** The low end wins when there is no room at all, so that the beginning of the text stays readable. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
