/** What tests of our surfaces need of a browser, and happy-dom has not. */
import { vi } from 'vitest';

export function standInForPopovers(): void {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  HTMLElement.prototype.showPopover = vi.fn();
  HTMLElement.prototype.hidePopover = vi.fn();
}

/** What `whenMoved` listens to and happy-dom lacks. */
export function standInForFonts(): void {
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
}

/** As if a person had done it. */
export function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
