/** The top of every full page: the name, and the way to the others. */
import { element, words } from './element';
import type { MessageKey } from './words';

const PAGES = { options: 'page_options', learn: 'page_learn', practice: 'page_practice', stored: 'page_stored' } as const satisfies Record<string, MessageKey>;

/** @param current - the page itself, when it is one of those the top leads to. */
export function pageTop(current: keyof typeof PAGES | null): HTMLElement {
  const name = element('span', { class: 'brand' }, element('img', { src: '/icon/porte-parole.svg', alt: '' }), words('name'));
  const links = Object.entries(PAGES).map(([page, key]) =>
    element('a', { href: `/${page}.html`, 'aria-current': page === current ? 'page' : undefined }, words(key)),
  );
  return element('header', { class: 'top' }, name, element('nav', { 'aria-label': words('page_parts') }, ...links));
}

/** The heading of a page and one sentence about it. */
export function pageIntro(title: string, text: string, ...extra: Node[]): HTMLElement {
  return element('div', { class: 'intro' }, element('h1', { tabindex: '-1' }, title), element('p', {}, text), ...extra);
}
