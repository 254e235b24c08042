import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { FADE_MS, LEAST_MS, ReminderLine, SHOWN_MS } from '@/content/presence/reminder-line';

import { trusted } from '../browser-parts';

const onGone = vi.fn();
const onDismissed = vi.fn();
const onLess = vi.fn();
let line: ReminderLine;

beforeEach(() => {
  vi.useFakeTimers();
  line = new ReminderLine({ document, language: 'en', guard: (run) => run, onGone, onDismissed, onLess });
  document.body.replaceChildren(line.element);
});

afterEach(() => vi.useRealTimers());

function show(notice = ''): void {
  line.fill({ id: 'coffee', text: 'Coffee first? ☕ The message will wait.', notice });
  line.start();
}

const isFading = (): boolean => line.element.classList.contains('fading');
const hover = (type: 'pointerenter' | 'pointerleave'): unknown => line.element.dispatchEvent(new PointerEvent(type));
const click = (selector: string, make = trusted): unknown =>
  line.element.querySelector(selector)?.dispatchEvent(make(new MouseEvent('click', { bubbles: true })));

describe('a reminder', () => {
  it('stays eight seconds, then fades away', () => {
    show();
    vi.advanceTimersByTime(SHOWN_MS - 1);
    expect(isFading()).toBe(false);

    vi.advanceTimersByTime(1);
    expect([isFading(), onGone.mock.calls.length]).toEqual([true, 0]);

    vi.advanceTimersByTime(FADE_MS);
    expect(onGone).toHaveBeenCalledOnce();
    expect(onDismissed).not.toHaveBeenCalled();
  });

  it('fades when typing goes on, but not before it could be read', () => {
    show();
    line.typed();
    vi.advanceTimersByTime(LEAST_MS - 1);
    expect(isFading()).toBe(false);

    vi.advanceTimersByTime(1);
    expect(isFading()).toBe(true);
  });

  it('fades at once when typing goes on later', () => {
    show();
    vi.advanceTimersByTime(4_000);
    line.typed();
    vi.advanceTimersByTime(0);

    expect(isFading()).toBe(true);
  });

  it('stays as long as the pointer is on it, whatever else happens', () => {
    show();
    vi.advanceTimersByTime(SHOWN_MS - 100);
    hover('pointerenter');
    line.typed();
    vi.advanceTimersByTime(60_000);
    expect(isFading()).toBe(false);

    hover('pointerleave');
    vi.advanceTimersByTime(LEAST_MS);
    expect(isFading()).toBe(true);
  });

  it('comes back from fading under the pointer', () => {
    show();
    vi.advanceTimersByTime(SHOWN_MS + 10);
    hover('pointerenter');
    vi.advanceTimersByTime(10_000);

    expect([isFading(), onGone.mock.calls.length]).toEqual([false, 0]);
  });

  it('goes away with a click on its cross, and says so', () => {
    show();
    click('.hide');

    expect([onGone.mock.calls.length, onDismissed.mock.calls.length]).toEqual([1, 1]);
  });

  it('does nothing for a click that the page made up', () => {
    show('New.');
    click('.hide', (event) => event);
    click('.less', (event) => event);

    expect([onGone, onDismissed, onLess].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  });

  it('offers less of it only together with a notice', () => {
    show();
    expect(line.element.querySelector('.less')).toBeNull();

    show('New: this reminder changes now and then.');
    click('.less');
    expect([onLess.mock.calls.length, onDismissed.mock.calls.length]).toEqual([1, 0]);
  });

  it('is a note with a name, interrupts nobody, and is no stop for Tab', () => {
    show('New.');

    expect([line.element.role, line.element.ariaLabel, line.element.getAttribute('aria-live')]).toEqual(['note', 'Reminder', null]);
    expect([...line.element.querySelectorAll('button')].map(({ tabIndex }) => tabIndex)).toEqual([-1, -1]);
  });

  it('shows its words as text, whatever they hold', () => {
    line.fill({ id: 'company', text: '<img src=x onerror=alert(1)>', notice: '<b>x</b>' });

    expect(line.element.querySelector('img, b')).toBeNull();
  });
});
