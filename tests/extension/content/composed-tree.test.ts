import { beforeEach, describe, expect, it } from 'vitest';

import { elementsAround, isInside, rootsOf } from '@/content/composed-tree';

let host: HTMLElement;
let inner: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<main><div id="host"></div></main>';
  host = document.querySelector('#host') as HTMLElement;
  host.attachShadow({ mode: 'open' }).innerHTML = '<section><p></p></section>';
  inner = host.shadowRoot?.querySelector('p') as HTMLElement;
});

describe('the way up the page', () => {
  it('leads out of a shadow root to its host, nearest first', () => {
    expect([...elementsAround(inner)].map(({ localName }) => localName)).toEqual(['section', 'div', 'main', 'body', 'html']);
  });

  it('tells what is inside across shadow roots', () => {
    expect([isInside(inner, host), isInside(inner, inner), isInside(host, inner)]).toEqual([true, true, false]);
  });

  it('passes every tree, the document last', () => {
    expect(rootsOf(inner)).toEqual([host.shadowRoot, document]);
  });
});
