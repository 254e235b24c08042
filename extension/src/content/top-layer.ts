/**
 * Gives our own elements a place in the page where no dialog, full screen or page style can hide or disable them.
 * What they look like inside belongs to `card`, `presence` and `underlines`; keeping the place to `foothold`.
 */
import { elementsAround } from './composed-tree';

export type ShadowMode = 'open' | 'closed';

/** An element of ours in the page, and the shadow root that keeps the page's styles out. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/** How the tag of each of our hosts begins, so that we know our own. */
const OWN = 'porte-parole-';

/** `all` leaves the writing direction to the page, and ours are four languages that all run from the left. */
const DRESS = { all: 'initial', direction: 'ltr', 'color-scheme': 'light dark', visibility: 'visible', opacity: '1', position: 'fixed' };

const SPACINGS = ['letter-spacing', 'word-spacing', 'line-height'];

/** Makes a host that is not in the page yet; `tag` begins with `porte-parole-`. */
export function createHost(document: Document, tag: string, mode: ShadowMode, css: string): Host {
  const element = document.createElement(tag);
  const root = element.attachShadow({ mode });
  root.adoptedStyleSheets = [sheetOf(css)];
  dress(element);
  style(element, { display: 'none' });
  return { element, root };
}

/** Gives a host back what makes it ours; its place (left, top) is forgotten. */
export function dress(element: HTMLElement): void {
  element.popover = 'manual';
  element.hidden = false;
  element.inert = false;
  style(element, DRESS);
  // Firefox spells `all` out; a person's own text spacing must be able to win (WCAG 2.2, 1.4.12).
  for (const spacing of SPACINGS) element.style.removeProperty(spacing);
}

/** Sets inline styles that a page's own sheet cannot win against (Reddit hides undefined elements). */
export function style(element: HTMLElement, properties: Record<string, string>): void {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, 'important');
}

export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

export const isOwn = (element: Element): boolean => element.localName.startsWith(OWN);

/** Puts the host above everything that is open now, where `near` can be reached too. */
export function raise(host: Host, near: HTMLElement): void {
  const parent = parentFor(near);
  if (host.element.parentNode !== parent) parent.append(host.element);
  style(host.element, { display: 'block' });
  // Shown again, it goes above dialogs and popovers that were opened since.
  if (host.element.matches(':popover-open')) host.element.hidePopover();
  host.element.showPopover();
}

export function lower(host: Host): void {
  host.element.remove();
  style(host.element, { display: 'none' });
}

/**
 * A click on the host leaves the editor its focus and its selection, and the page does not take it for a click beside
 * its own dialog or menu.
 */
export function keepPointerInside({ element, root }: Host): void {
  for (const type of ['pointerdown', 'mousedown']) root.addEventListener(type, (event) => event.preventDefault());
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }
}

/**
 * The nearest open modal dialog around `near`, else the full-screen element around it, else the document's root:
 * everything outside a modal dialog is inert, top layer or not.
 */
export function parentFor(near: HTMLElement): Element {
  const { documentElement, fullscreenElement } = near.ownerDocument;
  let isInFullscreen = false;
  for (const element of [near, ...elementsAround(near)]) {
    if (isModalDialog(element)) return element;
    if (element === fullscreenElement) isInFullscreen = true;
  }
  return isInFullscreen && fullscreenElement !== null ? fullscreenElement : documentElement;
}

const isModalDialog = (element: Element): boolean => element.localName === 'dialog' && element.matches(':modal');
