import { describe, expect, it, vi } from 'vitest';

import { LAYOUT_PROPERTIES, TextMirror } from '@/content/underlines/text-mirror';
import { LINE_COLOURS, markCss } from '@/content/underlines/mark-style';

import { finding } from '../fakes';

describe('the mirror of a text field', () => {
  it('takes over every property whose absence is known to move text', () => {
    const known = ['tab-size', 'word-spacing', 'letter-spacing', 'text-indent', 'text-align', 'direction', 'unicode-bidi'];
    const more = ['word-break', 'overflow-wrap', 'font-feature-settings', 'font-variation-settings', 'text-rendering'];
    const rest = ['text-transform', 'line-height', 'font-family', 'font-size', 'padding-left', 'white-space', 'hyphens'];

    expect(LAYOUT_PROPERTIES).toEqual(expect.arrayContaining([...known, ...more, ...rest]));
  });

  it('wraps like the field', () => {
    const field = document.createElement('textarea');
    Object.assign(field.style, { letterSpacing: '3px', textAlign: 'right', paddingTop: '7px' });
    document.body.append(field);
    const mirror = new TextMirror(document);
    mirror.layoutLike(field);

    const { letterSpacing, textAlign, paddingTop } = mirror.element.style;
    expect([letterSpacing, textAlign, paddingTop]).toEqual(['3px', 'right', '7px']);
  });

  it('draws overlapping marks as the more serious one, and keeps the text as text', () => {
    const low = { finding: finding(0, 3), start: 0, end: 3 };
    const high = { ...low, finding: { ...finding(0, 3), severity: 'high' as const } };
    const mirror = new TextMirror(document);
    mirror.write([{ text: '<b>', marks: [low, high] }, { text: ' rest', marks: [] }]);

    expect(mirror.element.textContent).toBe('<b> rest');
    expect([...mirror.element.children].map((child) => child.className)).toEqual(['pp-3']);
  });

  it('touches only the piece that a key changed while the marks follow each other as before', () => {
    const mark = { finding: finding(4, 7), start: 4, end: 7 };
    const mirror = new TextMirror(document);
    expect(mirror.write([{ text: 'one ', marks: [] }, { text: 'bad', marks: [mark] }])).toBe(true);
    const [plain, marked] = mirror.element.childNodes;
    const moved = { ...mark, start: 5, end: 8 };

    expect(mirror.write([{ text: 'one, ', marks: [] }, { text: 'bad', marks: [moved] }])).toBe(false);
    expect([...mirror.element.childNodes]).toEqual([plain, marked]);
    expect(mirror.element.textContent).toBe('one, bad');
    vi.spyOn(marked as HTMLElement, 'getClientRects').mockReturnValue([new DOMRect(0, 0, 9, 9)] as unknown as DOMRectList);
    expect(mirror.rects(({ marks }) => marks[0] === moved)).toHaveLength(1);

    expect(mirror.write([{ text: 'one, bad', marks: [] }, { text: '!', marks: [mark] }, { text: ' ', marks: [] }])).toBe(true);
    expect(mirror.element.textContent).toBe('one, bad! ');
  });
});

describe('the look of marks', () => {
  it('differs in the form of the line for each severity', () => {
    const forms = markCss((name) => name).match(/dotted|double|wavy|solid/g);

    expect(forms).toEqual(['dotted', 'double', 'wavy']);
  });

  it.each(Object.entries(LINE_COLOURS))('is seen on light and on dark pages: %s', (_severity, colour) => {
    for (const page of ['#ffffff', '#15202b', '#242526', '#000000']) {
      expect(contrast(colour, page)).toBeGreaterThanOrEqual(3);
    }
  });
});

/** WCAG 2.2, 1.4.11. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
