import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { bringIntoView } from '@/content/into-view';

beforeEach(() => {
  // happy-dom has no view, and scrolls beyond its end.
  vi.spyOn(document.documentElement, 'scrollBy').mockReturnValue();
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(600);
});

afterEach(() => document.body.replaceChildren());

/** A box that is 100 high at `top` and holds 1,000 pixels of text, as far as a test can make one. */
function scroller(top: number, parent: Element): HTMLElement {
  const box = document.createElement('div');
  box.style.overflowY = 'auto';
  parent.append(box);
  const sizes = { scrollHeight: 1_000, clientHeight: 100, scrollWidth: 200, clientWidth: 200 };
  for (const [name, value] of Object.entries(sizes)) Object.defineProperty(box, name, { value });
  box.getBoundingClientRect = () => new DOMRect(0, top, 200, 100);
  box.scrollBy = vi.fn((by?: ScrollToOptions | number) => {
    box.scrollTop = Math.max(0, Math.min(900, box.scrollTop + ((by as ScrollToOptions).top ?? 0)));
  });
  return box;
}

const words = (top: number): DOMRect => new DOMRect(20, top, 50, 20);

describe('bringing words into view', () => {
  it('scrolls nothing that shows them already', () => {
    const box = scroller(50, document.body);

    expect(bringIntoView(box, words(90))).toBe(false);
    expect(box.scrollBy).not.toHaveBeenCalled();
  });

  it('brings them to the middle of the box, at once', () => {
    const box = scroller(50, document.body);

    expect(bringIntoView(box, words(390))).toBe(true);
    expect(box.scrollBy).toHaveBeenCalledWith({ left: 0, top: 300, behavior: 'instant' });
  });

  it('scrolls what is around as well, by what is left to do', () => {
    const outer = scroller(50, document.body);
    const inner = scroller(300, outer);
    bringIntoView(inner, words(590));

    expect(inner.scrollBy).toHaveBeenCalledWith(expect.objectContaining({ top: 250 }));
    expect(outer.scrollBy).toHaveBeenCalledWith(expect.objectContaining({ top: 250 }));
  });

  it('reaches the boxes around a shadow root', () => {
    const outer = scroller(50, document.body);
    const host = document.createElement('div');
    outer.append(host);
    const editor = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    bringIntoView(editor, words(390));

    expect(outer.scrollBy).toHaveBeenCalledOnce();
  });

  it('says that nothing moved when the box is at its end', () => {
    const box = scroller(50, document.body);

    expect(bringIntoView(box, words(-200))).toBe(false);
  });

  it('leaves a box alone that does not scroll', () => {
    const box = scroller(50, document.body);
    box.style.overflowY = 'hidden';
    bringIntoView(box, words(390));

    expect(box.scrollBy).not.toHaveBeenCalled();
  });
});
