import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createHost, keepPointerInside, lower, parentFor, raise } from '@/content/top-layer';

import { standInForPopovers } from './browser-parts';

beforeEach(() => {
  standInForPopovers();
  document.body.innerHTML = '<dialog><div id="host"></div></dialog><p></p>';
});

const paragraph = (): HTMLElement => document.querySelector('p') as HTMLElement;

function composerInShadow(): HTMLElement {
  const host = document.querySelector('#host') as HTMLElement;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.innerHTML = '<textarea></textarea>';
  return root.querySelector('textarea') as HTMLElement;
}

describe('the place of a host', () => {
  it('is the document, where no dialog is around the composer', () => {
    expect(parentFor(paragraph())).toBe(document.documentElement);
  });

  it('is the modal dialog around the composer, also through a shadow root', () => {
    const dialog = document.querySelector('dialog') as HTMLDialogElement;
    vi.spyOn(dialog, 'matches').mockImplementation((selector) => selector === ':modal');

    expect(parentFor(composerInShadow())).toBe(dialog);
    expect(parentFor(paragraph())).toBe(document.documentElement);
  });

  it('is the full-screen element, only for what is in it', () => {
    Object.defineProperty(document, 'fullscreenElement', { value: document.querySelector('#host'), configurable: true });

    expect(parentFor(composerInShadow()).id).toBe('host');
    expect(parentFor(paragraph())).toBe(document.documentElement);
    Object.defineProperty(document, 'fullscreenElement', { value: null, configurable: true });
  });

  it('is left without a trace', () => {
    const host = createHost(document, 'porte-parole-test', 'open', '');
    raise(host, paragraph());
    lower(host);

    expect(document.querySelector('porte-parole-test')).toBeNull();
  });
});

describe('a host', () => {
  it('wears styles that no sheet of the page can win against', () => {
    const { style } = createHost(document, 'porte-parole-test', 'open', '').element;

    const names = ['visibility', 'opacity', 'position', 'direction', 'color-scheme'];
    expect(names.map((name) => style.getPropertyPriority(name))).toEqual(names.map(() => 'important'));
    expect(style.getPropertyValue('direction')).toBe('ltr');
  });

  it('keeps presses from the page and from its focus', () => {
    const host = createHost(document, 'porte-parole-test', 'open', '');
    const button = document.createElement('button');
    host.root.append(button);
    keepPointerInside(host);
    raise(host, paragraph());
    const heard = vi.fn();
    for (const type of ['pointerdown', 'mousedown', 'click']) document.addEventListener(type, heard);

    const press = new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true });
    button.dispatchEvent(press);
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));

    expect(press.defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
    lower(host);
  });
});
