/** The end of popup and side panel: ways to our other pages, and the promise. */
import { element, words } from '@/pages/element';

/** Every page has its own sentence `popup_<page>`. */
export type LinkedPage = 'practice' | 'learn' | 'options' | 'stored';

export function foot(pages: readonly LinkedPage[]): HTMLElement {
  const links = pages.map((page) => element('a', { href: `/${page}.html`, target: '_blank' }, words(`popup_${page}`)));
  return element(
    'footer',
    {},
    element('nav', { 'aria-label': words('popup_links') }, ...links),
    element('p', { class: 'note' }, words('privacy_promise')),
  );
}
