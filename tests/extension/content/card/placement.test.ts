import { describe, expect, it } from 'vitest';

import type { Box } from '@/content/box';
import { place } from '@/content/card/placement';

const VIEW = rect(0, 0, 1000, 800);
const CARD = { width: 340, height: 300 };

describe('the place of the card', () => {
  it.each([
    ['below the words when it fits there', rect(100, 100, 160, 120), { left: 100, top: 128, side: 'below' }],
    ['above when only that side has room', rect(100, 700, 160, 720), { left: 100, top: 392, side: 'above' }],
    ['kept inside at the right edge', rect(950, 100, 990, 120), { left: 652, top: 128, side: 'below' }],
    ['kept inside at the left edge', rect(-50, 100, 20, 120), { left: 8, top: 128, side: 'below' }],
  ])('is %s', (_name, words, expected) => {
    expect(place([words], CARD, VIEW, 'ltr')).toMatchObject(expected);
  });

  it('lines up with the right end of the words where text runs from the right', () => {
    expect(place([rect(600, 100, 700, 120)], CARD, VIEW, 'rtl').left).toBe(360);
  });

  it('is under the last line of words that go over two lines, and starts at the first', () => {
    const placement = place([rect(500, 100, 600, 120), rect(20, 120, 80, 140)], CARD, VIEW, 'ltr');

    expect(placement).toMatchObject({ left: 500, top: 148 });
  });

  it('scrolls inside on the roomier side when neither side is high enough', () => {
    const placement = place([rect(100, 260, 160, 280)], { width: 340, height: 600 }, rect(0, 0, 1000, 600), 'ltr');

    expect(placement).toEqual({ left: 100, top: 288, maxHeight: 304, side: 'below' });
  });

  it.each([
    ['right', rect(100, 120, 160, 140), 168],
    ['left', rect(700, 120, 760, 140), 352],
  ])('is beside the words, on their %s, in a view that is only low', (_side, words, left) => {
    const placement = place([words], CARD, rect(0, 0, 1000, 260), 'ltr');

    expect(placement).toEqual({ left, top: 8, maxHeight: 244, side: 'beside' });
  });

  it('covers the words when no side has a useful height', () => {
    const placement = place([rect(10, 90, 60, 110)], { width: 304, height: 300 }, rect(0, 0, 320, 200), 'ltr');

    expect(placement).toEqual({ left: 8, top: 8, maxHeight: 184, side: 'over' });
  });

  it('stays in what a pinch leaves visible of the page', () => {
    const placement = place([rect(420, 310, 460, 330)], { width: 200, height: 150 }, rect(300, 300, 700, 600), 'ltr');

    expect(placement).toMatchObject({ left: 420, top: 338, maxHeight: 254 });
  });
});

function rect(left: number, top: number, right: number, bottom: number): Box {
  return { left, top, right, bottom };
}
