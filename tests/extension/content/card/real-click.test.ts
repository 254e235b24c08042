import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { OpenCard, trusted } from './open-card';

let open: OpenCard;
let nowMs: number;
let onTop: () => Element | null;

beforeEach(() => {
  open = new OpenCard();
  nowMs = 1_000;
  onTop = () => open.host;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  document.elementFromPoint = () => onTop();
  // happy-dom knows no initial opacity.
  for (const element of [document.documentElement, document.body]) element.style.opacity = '1';
  open.show({ suggestions: ['a wording'] });
});

afterEach(() => open.stop());

/** A click of the mouse, half a second and a bit after the card opened. */
function click(selector: string, afterMs = 501): void {
  nowMs += afterMs;
  open.find(selector)?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 })));
}

function decided(): number {
  const { dismiss, propose, replace } = open.actions;
  return [dismiss, propose, replace].reduce((calls, action) => calls + action.mock.calls.length, 0);
}

describe.each(['.dismiss', '.never', '.off', '.chip'])('a click on %s', (button) => {
  it('of a person counts', () => {
    click(button);

    expect(decided()).toBe(1);
  });

  it('that a page made up does not count', () => {
    nowMs += 1_000;
    open.find(button)?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));

    expect(decided()).toBe(0);
  });

  it('does not count on a card that has only just come under the pointer', () => {
    click(button, 499);

    expect(decided()).toBe(0);
    expect(open.card.isOpen()).toBe(true);
  });

  it('does not count under something that lies over the card', () => {
    onTop = () => document.body;
    click(button);

    expect(decided()).toBe(0);
  });

  it.each([
    ['the card', () => open.host],
    ['the whole page', () => document.documentElement],
  ])('does not count when the page made %s transparent', (_name, target) => {
    target()?.style.setProperty('opacity', '0.6', 'important');
    click(button);

    expect(decided()).toBe(0);
  });

  it('does not count when the page moved the card under the pointer, and puts it back', () => {
    const moved = vi.spyOn(open.host!, 'getBoundingClientRect').mockReturnValue(new DOMRect(300, 300, 10, 10));
    click(button);
    moved.mockRestore();

    expect(decided()).toBe(0);
    click(button, 0);
    expect(decided()).toBe(0);
    click(button);
    expect(decided()).toBe(1);
  });

  it('made with a key counts at once', () => {
    open.press(button);

    expect(decided()).toBe(1);
  });
});

describe('something of the page that opens over the card', () => {
  const opens = (element: Element, selector: string): void => {
    document.body.append(element);
    element.matches = (wanted) => wanted.includes(selector);
    element.dispatchEvent(new Event('toggle'));
  };

  it('comes to lie under it, and clicks count only after that has been seen', () => {
    nowMs += 1_000;
    opens(document.createElement('div'), ':popover-open');
    expect(open.card.isOpen()).toBe(true);
    click('.dismiss', 499);
    expect(decided()).toBe(0);

    click('.dismiss');
    expect(decided()).toBe(1);
  });

  it('wins when it insists', () => {
    for (let time = 0; time < 6; time += 1) opens(document.createElement('div'), ':popover-open');

    expect(open.card.isOpen()).toBe(false);
  });

  it('closes it when it is a dialog about something else', () => {
    opens(document.createElement('dialog'), ':modal');

    expect(open.card.isOpen()).toBe(false);
  });
});
