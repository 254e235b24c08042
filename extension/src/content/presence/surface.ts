/** A small piece of ours that floats beside a composer. It stays in the page between showings, so that it can be measured. */
import { Foothold, type FootholdEvents } from '@/content/foothold';
import { createHost, keepPointerInside, style, type Host, type ShadowMode } from '@/content/top-layer';
import type { Size } from './placement';

export interface SurfaceOptions {
  readonly document: Document;
  /** Begins with `porte-parole-`. */
  readonly tag: string;
  readonly shadowMode: ShadowMode;
  readonly css: string;
  readonly content: HTMLElement;
  readonly events: FootholdEvents;
}

export class Surface {
  readonly #host: Host;
  readonly #content: HTMLElement;
  readonly #foothold: Foothold;
  #isShown = false;

  constructor({ document, tag, shadowMode, css, content, events }: SurfaceOptions) {
    this.#host = createHost(document, tag, shadowMode, css);
    this.#content = content;
    content.classList.add('away');
    this.#host.root.append(content);
    this.#foothold = new Foothold(this.#host, events);
    keepPointerInside(this.#host);
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  /** In pixels, as it would be shown; zero while it is not in the page. */
  get size(): Size {
    return { width: this.#content.offsetWidth, height: this.#content.offsetHeight };
  }

  contains(event: Event): boolean {
    return event.composedPath().includes(this.#host.element);
  }

  /** Into the page, still unseen. @returns false when the page does not let it. */
  enter(near: HTMLElement): boolean {
    return this.#foothold.take(near);
  }

  showAt(left: number, top: number, isOnDark: boolean): void {
    // Whole pixels keep small letters sharp.
    style(this.#host.element, { left: `${Math.round(left)}px`, top: `${Math.round(top)}px` });
    this.#content.classList.toggle('dark', isOnDark);
    this.#content.classList.remove('away');
    this.#isShown = true;
  }

  hide(): void {
    this.#content.classList.add('away');
    this.#isShown = false;
  }

  leave(): void {
    this.hide();
    this.#foothold.leave();
  }
}
