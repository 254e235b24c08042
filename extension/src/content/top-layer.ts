/**
 * Gives our own elements a place in the page where no dialog, full screen or page style can hide or disable them.
 * What they look like inside belongs to `card` and `underlines`.
 */

export type ShadowMode = 'open' | 'closed';

/** An element of ours in the page, and the shadow root that keeps the page's styles out. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/** Makes a host that is not in the page yet; `tag` must hold a hyphen. */
export function createHost(document: Document, tag: string, mode: ShadowMode, css: string): Host {
  const element = document.createElement(tag);
  element.popover = 'manual';
  const root = element.attachShadow({ mode });
  root.adoptedStyleSheets = [sheetOf(css)];
  style(element, { all: 'initial', visibility: 'visible', position: 'fixed', display: 'none' });
  return { element, root };
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
 * The nearest open modal dialog around `near`, else the full-screen element around it, else the document's root:
 * everything outside a modal dialog is inert, top layer or not.
 */
export function parentFor(near: HTMLElement): Element {
  const document = near.ownerDocument;
  const fullscreen = document.fullscreenElement;
  let insideFullscreen = false;
  for (let node: Node | null = near; node !== null; node = parentOf(node)) {
    if (isModalDialog(node)) return node;
    if (node === fullscreen) insideFullscreen = true;
  }
  return insideFullscreen && fullscreen !== null ? fullscreen : document.documentElement;
}

function isModalDialog(node: Node): node is Element {
  return node.nodeName === 'DIALOG' && (node as Element).matches(':modal');
}

/** The parent as laid out: through slots, and out of shadow roots to their hosts. */
function parentOf(node: Node): Node | null {
  const slot = (node as Partial<Element>).assignedSlot;
  if (slot) return slot;
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}
