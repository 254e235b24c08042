import { beforeEach, describe, expect, it, vi } from 'vitest';

import { isOnDark } from '@/content/presence/ground';

let composer: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<main><div><textarea></textarea></div></main>';
  composer = document.querySelector('textarea') as HTMLElement;
});

/** What the browser computes; happy-dom keeps colours as they are written. */
function compute(colours: Record<string, string>, colorScheme = 'normal', prefersDark = false): void {
  vi.stubGlobal('getComputedStyle', ({ localName }: Element) => ({ backgroundColor: colours[localName] ?? 'rgba(0, 0, 0, 0)', colorScheme }));
  vi.stubGlobal('matchMedia', () => ({ matches: prefersDark }));
}

describe('the ground around a composer', () => {
  it.each([
    ['a white page', { body: 'rgb(255, 255, 255)' }, false],
    ['a dark page', { body: 'rgb(21, 32, 43)' }, true],
    ['a white dialog on a dark page', { body: 'rgb(21, 32, 43)', main: 'rgb(255, 255, 255)' }, false],
    ['a thin shade on a white page', { body: 'rgb(255, 255, 255)', div: 'rgba(0, 0, 0, 0.1)' }, false],
  ])('is told by the nearest colour: %s', (_name, colours, expected) => {
    compute(colours);

    expect(isOnDark(composer)).toBe(expected);
  });

  it.each([
    ['says nothing', 'normal', true, false],
    ['is always dark', 'dark', false, true],
    ['goes with a browser that is dark', 'light dark', true, true],
    ['goes with a browser that is light', 'light dark', false, false],
  ])('without any colour is what the page %s', (_name, scheme, prefersDark, expected) => {
    compute({}, scheme, prefersDark);

    expect(isOnDark(composer)).toBe(expected);
  });
});
