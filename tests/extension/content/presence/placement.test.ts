import { describe, expect, it } from 'vitest';

import { boxAt, chooseCorner, CORNERS, isOffered, placeLine, type Corner, type Spot } from '@/content/presence/placement';

const SIGN = { width: 100, height: 24 };
const LINE = { width: 300, height: 36 };
const always = (): boolean => true;

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

function spot(change: Partial<Spot> = {}): Spot {
  const composer = change.composer ?? box(200, 300, 600, 400);
  return { composer, visible: composer, bounds: box(4, 4, 996, 796), direction: 'ltr', ...change };
}

describe('the corner of the sign', () => {
  it.each([
    ['below-end', 'ltr', { left: 500, top: 404 }],
    ['above-end', 'ltr', { left: 500, top: 272 }],
    ['below-start', 'ltr', { left: 200, top: 404 }],
    ['above-start', 'ltr', { left: 200, top: 272 }],
    ['inside-end', 'ltr', { left: 494, top: 370 }],
    ['below-end', 'rtl', { left: 200, top: 404 }],
    ['below-start', 'rtl', { left: 500, top: 404 }],
    ['inside-end', 'rtl', { left: 206, top: 370 }],
  ] as const)('%s is where it says, %s', (corner, direction, expected) => {
    expect(boxAt(corner, spot({ direction }), SIGN)).toMatchObject(expected);
  });

  it('is below the end when everything is free', () => {
    expect(chooseCorner(spot(), SIGN, null, always)).toBe('below-end');
  });

  it.each([
    ['above, when something is below', ['below-end'], 'above-end'],
    ['at the start, when the whole end is taken', ['below-end', 'above-end'], 'below-start'],
    ['inside, when nothing is free around', ['below-end', 'above-end', 'below-start', 'above-start'], 'inside-end'],
    ['nowhere, when nothing is free at all', [...CORNERS], null],
  ] as [string, Corner[], Corner | null][])('is %s', (_name, taken, expected) => {
    expect(chooseCorner(spot(), SIGN, null, (_box, corner) => !taken.includes(corner))).toBe(expected);
  });

  it('stays where it is as long as that is free, so that it does not jump', () => {
    expect(chooseCorner(spot(), SIGN, 'above-start', always)).toBe('above-start');
    expect(chooseCorner(spot(), SIGN, 'above-start', (_box, corner) => corner !== 'above-start')).toBe('below-end');
  });

  it.each([
    ['is narrow', box(200, 300, 300, 400)],
    ['is flat', box(200, 300, 600, 312)],
  ])('is nowhere when the composer %s', (_name, composer) => {
    expect(chooseCorner(spot({ composer }), SIGN, null, always)).toBeNull();
  });

  it('is not below a composer that ends at the bottom of the screen', () => {
    const composer = box(200, 700, 600, 790);

    expect(chooseCorner(spot({ composer }), SIGN, null, always)).toBe('above-end');
  });

  it('is not beside an edge that is scrolled out of sight', () => {
    const clipped = spot({ composer: box(200, 300, 600, 900), visible: box(200, 300, 600, 700) });

    expect(isOffered('below-end', clipped, SIGN)).toBe(false);
    expect(isOffered('inside-end', clipped, SIGN)).toBe(false);
    expect(isOffered('above-end', clipped, SIGN)).toBe(true);
  });

  it('asks about no place that is outside the dialog', () => {
    const asked: Corner[] = [];
    const bounds = box(190, 200, 610, 410);
    chooseCorner(spot({ bounds }), SIGN, null, (_box, corner) => asked.push(corner) < 0);

    expect(asked).toEqual(['above-end', 'above-start', 'inside-end']);
  });
});

describe('the place of the reminder', () => {
  it('is below the composer, lined up with where reading begins', () => {
    expect(placeLine(spot(), LINE, null, null, always)).toMatchObject({ left: 200, top: 404 });
    expect(placeLine(spot({ direction: 'rtl' }), LINE, null, null, always)).toMatchObject({ left: 300, top: 404 });
  });

  it('is below the sign, when that is below', () => {
    const sign = boxAt('below-end', spot(), SIGN);

    expect(placeLine(spot(), LINE, sign, null, always)).toMatchObject({ top: 432 });
  });

  it('is above when there are controls below', () => {
    expect(placeLine(spot(), LINE, null, null, ({ top }) => top < 300)).toMatchObject({ top: 260 });
  });

  it('is below everything of the composer when there are controls on both sides', () => {
    const area = box(200, 300, 620, 460);

    expect(placeLine(spot(), LINE, null, area, () => false)).toMatchObject({ left: 200, top: 464 });
  });

  it('is nowhere when the controls around are not known', () => {
    expect(placeLine(spot(), LINE, null, null, () => false)).toBeNull();
  });

  it('stays on the screen beside a composer at its edge', () => {
    const composer = box(800, 300, 990, 400);

    expect(placeLine(spot({ composer }), LINE, null, null, always)).toMatchObject({ left: 696 });
  });
});
