import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Presence } from '@/content/model';
import { createPresence } from '@/content/presence';

import { standInForFonts, standInForPopovers, trusted } from '../browser-parts';
import { surroundings, view } from './surroundings';

const onOpen = vi.fn();
const onReminderDismissed = vi.fn();
let stop: AbortController;
let presence: Presence;
let composer: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  standInForPopovers();
  standInForFonts();
  Object.defineProperties(document.documentElement, { clientWidth: { value: 1000 }, clientHeight: { value: 800 } });
  vi.spyOn(HTMLElement.prototype, 'checkVisibility').mockReturnValue(true);
  document.elementsFromPoint = (x, y) => [isIn(composer.getBoundingClientRect(), x, y) ? composer : document.body];
  document.body.innerHTML = '';
  composer = composerAt(new DOMRect(100, 100, 400, 80));
  stop = new AbortController();
  presence = createPresence({ document, shadowMode: 'open', language: 'en', signal: stop.signal, onOpen, onReminderDismissed });
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const isIn = (rect: DOMRect, x: number, y: number): boolean => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;

function composerAt(rect: DOMRect): HTMLElement {
  const field = document.createElement('textarea');
  vi.spyOn(field, 'getBoundingClientRect').mockReturnValue(rect);
  document.body.append(field);
  return field;
}

const sign = (): HTMLElement | null => document.querySelector('porte-parole-sign')?.shadowRoot?.querySelector('.sign') ?? null;
const line = (): HTMLElement | null => document.querySelector('porte-parole-line')?.shadowRoot?.querySelector('.line') ?? null;
const isSeen = (element: HTMLElement | null): boolean => element !== null && !element.classList.contains('away');
const topOf = (tag: string): string | undefined => document.querySelector<HTMLElement>(tag)?.style.top;
const atRest = (): unknown => vi.advanceTimersByTimeAsync(500);

describe('the sign', () => {
  it('comes up below the composer once that has come to rest', async () => {
    presence.show(composer, view());
    expect(isSeen(sign())).toBe(false);

    await atRest();
    expect([isSeen(sign()), sign()?.textContent, topOf('porte-parole-sign')]).toEqual([true, 'Public', '184px']);
  });

  it('is no stop for Tab, and says everything to those who hear it or point at it', async () => {
    presence.show(composer, view({ state: 'not_reached' }));
    await atRest();

    expect(sign()?.tabIndex).toBe(-1);
    expect(sign()?.title).toContain('does not answer');
    expect(sign()?.ariaLabel).toContain('does not answer');
  });

  it('has a shape only while something is marked, and takes no node away for it', async () => {
    const shape = (): string | null | undefined => sign()?.querySelector('.shape path')?.getAttribute('d');
    presence.show(composer, view({ worst: 'high' }));
    await atRest();
    expect([sign()?.classList.contains('high'), shape() !== '']).toEqual([true, true]);

    const parts = [...(sign()?.childNodes ?? [])];
    presence.show(composer, view());
    expect([sign()?.classList.contains('high'), shape()]).toEqual([false, '']);
    expect([...(sign()?.childNodes ?? [])].every((part, at) => part === parts[at])).toBe(true);
  });

  it('is hidden where it would cover the page’s own controls all around', async () => {
    const button = document.createElement('button');
    document.elementsFromPoint = (x, y) => [isIn(composer.getBoundingClientRect(), x, y) ? composer : button];
    presence.show(composer, view());
    await atRest();

    expect(isSeen(sign())).toBe(false);
  });

  it('is hidden while something lies over the composer', async () => {
    document.elementsFromPoint = () => [document.body];
    presence.show(composer, view());
    await atRest();

    expect(isSeen(sign())).toBe(false);
  });

  it('follows its composer over the screen', async () => {
    presence.show(composer, view());
    await atRest();
    vi.mocked(composer.getBoundingClientRect).mockReturnValue(new DOMRect(100, 40, 400, 80));
    window.dispatchEvent(new Event('resize'));
    await vi.advanceTimersByTimeAsync(20);

    expect(topOf('porte-parole-sign')).toBe('124px');
  });

  it('asks for no frame while nothing happens', async () => {
    presence.show(composer, view());
    await atRest();
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
    await vi.advanceTimersByTimeAsync(60_000);

    expect(frames).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('looks for what lies over the composer when somebody has typed, not while they do', async () => {
    presence.show(composer, view());
    await atRest();
    const button = document.createElement('button');
    const look = vi.fn(() => [button]);
    document.elementsFromPoint = look;
    for (let key = 0; key < 5; key += 1) {
      composer.dispatchEvent(new Event('input', { bubbles: true }));
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(look).not.toHaveBeenCalled();

    await atRest();
    expect(isSeen(sign())).toBe(false);
  });

  it('goes to the composer that is written in now', async () => {
    presence.show(composer, view());
    await atRest();
    composer = composerAt(new DOMRect(100, 400, 400, 80));
    presence.show(composer, view());
    await atRest();

    expect([document.querySelectorAll('porte-parole-sign').length, topOf('porte-parole-sign')]).toEqual([1, '484px']);
  });

  it('opens the first mark for a real click, and never for one that the page made up', async () => {
    presence.show(composer, view({ worst: 'low' }));
    await atRest();
    sign()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(onOpen).not.toHaveBeenCalled();

    sign()?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('takes no focus when it is pressed', async () => {
    presence.show(composer, view());
    await atRest();
    const press = new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true });
    sign()?.dispatchEvent(press);

    expect(press.defaultPrevented).toBe(true);
  });

  it.each([
    ['hide', () => presence.hide()],
    ['the signal', () => stop.abort()],
  ])('leaves the page without a trace with %s', async (_name, end) => {
    presence.show(composer, view());
    presence.remind({ id: 'coffee', text: 'Coffee first?', notice: '' });
    await atRest();
    end();

    expect(document.querySelector('porte-parole-sign, porte-parole-line')).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a reminder', () => {
  const coffee = { id: 'coffee', text: 'Coffee first? ☕ The message will wait.', notice: '' };

  it('is shown below sign and composer, and leaves by itself', async () => {
    presence.show(composer, view());
    await atRest();
    presence.remind(coffee);
    expect([isSeen(line()), line()?.textContent, topOf('porte-parole-line')]).toEqual([true, coffee.text, '188px']);

    await vi.advanceTimersByTimeAsync(9_000);
    expect(line()).toBeNull();
    expect(onReminderDismissed).not.toHaveBeenCalled();
  });

  it('fades when typing goes on', async () => {
    presence.show(composer, view());
    await atRest();
    presence.remind(coffee);
    await vi.advanceTimersByTimeAsync(3_000);
    composer.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(500);

    expect(line()).toBeNull();
  });

  it('makes way for a mark', async () => {
    presence.show(composer, view());
    await atRest();
    presence.remind(coffee);
    presence.show(composer, view({ worst: 'low' }));

    expect(line()).toBeNull();
  });

  it('is not shown without a composer, nor where it would cover controls', async () => {
    presence.remind(coffee);
    expect(line()).toBeNull();

    const button = document.createElement('button');
    document.elementsFromPoint = (x, y) => [isIn(composer.getBoundingClientRect(), x, y) ? composer : button];
    presence.show(composer, view());
    await atRest();
    presence.remind(coffee);
    expect(line()).toBeNull();
  });

  it('goes below the publish button when there are controls around', async () => {
    const publish = document.createElement('button');
    vi.spyOn(publish, 'getBoundingClientRect').mockReturnValue(new DOMRect(420, 190, 80, 30));
    document.elementsFromPoint = (x, y) => [isIn(composer.getBoundingClientRect(), x, y) ? composer : publish];
    presence.show(composer, view({ surroundings: surroundings({ publishButtons: [publish] }) }));
    await atRest();
    presence.remind(coffee);

    expect(topOf('porte-parole-line')).toBe('224px');
  });
});
