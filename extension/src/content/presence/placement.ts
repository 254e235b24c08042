/** Where the sign and the reminder go: pure arithmetic, every number in viewport pixels. */
import { union, type Box } from '@/content/box';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of the composer, as its text runs. In the order of preference. */
export const CORNERS = ['below-end', 'above-end', 'below-start', 'above-start', 'inside-end'] as const;
export type Corner = (typeof CORNERS)[number];

/** The composer a surface belongs to. */
export interface Spot {
  readonly composer: Box;
  /** The part of it that is on screen. */
  readonly visible: Box;
  /** What the surface has to stay in. */
  readonly bounds: Box;
  readonly direction: 'ltr' | 'rtl';
}

/** Between composer and surface. */
const GAP = 4;
/** From the composer's edges, inside. */
const INSET = 6;
/** In a smaller composer even a small sign would be the loudest thing. */
const LEAST = { width: 120, height: 16 };

/**
 * The corner to stay in, or the best one that is free; null: show nothing.
 * @param isFree - asked in the order of preference, only for boxes that are wholly within the bounds.
 */
export function chooseCorner(spot: Spot, sign: Size, current: Corner | null, isFree: (box: Box, corner: Corner) => boolean): Corner | null {
  if (isTiny(spot.visible)) return null;
  const order = current === null ? CORNERS : [current, ...CORNERS.filter((corner) => corner !== current)];
  return order.find((corner) => isOffered(corner, spot, sign) && isFree(boxAt(corner, spot, sign), corner)) ?? null;
}

/** Whether the sign at this corner would still be beside an edge that is on screen, and within the bounds. */
export function isOffered(corner: Corner, spot: Spot, sign: Size): boolean {
  const edge = corner.startsWith('above') ? 'top' : 'bottom';
  const isEdgeSeen = Math.abs(spot.composer[edge] - spot.visible[edge]) < 1;
  return isEdgeSeen && isWithin(boxAt(corner, spot, sign), spot.bounds);
}

export function boxAt(corner: Corner, { visible, direction }: Spot, { width, height }: Size): Box {
  const isInside = corner === 'inside-end';
  const isRight = corner.endsWith('end') === (direction === 'ltr');
  const inset = isInside ? INSET : 0;
  const left = isRight ? visible.right - width - inset : visible.left + inset;
  const outside = corner.startsWith('above') ? visible.top - GAP - height : visible.bottom + GAP;
  const top = isInside ? visible.bottom - INSET - height : outside;
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * Where the reminder goes: below the composer and its sign, else above, else below or above everything that belongs to
 * the composer, even over what the page has there, for eight seconds; null: nowhere.
 * @param area - around the composer and its publish buttons; null when no button is known.
 */
export function placeLine(
  spot: Spot,
  line: Size,
  sign: Box | null,
  area: Box | null,
  isFree: (box: Box) => boolean,
): Box | null {
  if (isTiny(spot.visible)) return null;
  const near = union(sign === null ? [spot.visible] : [spot.visible, sign]);
  const beside = linesAround(near, spot, line);
  const beyond = area === null ? [] : linesAround(union([near, area]), spot, line);
  return [...beside, ...beyond].find(isFree) ?? beyond[0] ?? null;
}

function linesAround(around: Box, spot: Spot, line: Size): Box[] {
  const tops = [around.bottom + GAP, around.top - GAP - line.height];
  return tops.map((top) => lineAt(spot, top, line)).filter((box) => isWithin(box, spot.bounds));
}

function lineAt({ visible, bounds, direction }: Spot, top: number, { width, height }: Size): Box {
  const start = direction === 'ltr' ? visible.left : visible.right - width;
  const left = Math.max(bounds.left, Math.min(start, bounds.right - width));
  return { left, top, right: left + width, bottom: top + height };
}

const isTiny = ({ left, top, right, bottom }: Box): boolean => right - left < LEAST.width || bottom - top < LEAST.height;

function isWithin(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.top >= bounds.top && box.right <= bounds.right && box.bottom <= bounds.bottom;
}
