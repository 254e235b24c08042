/** Holds a host's place in the page while the page's scripts remove, hide or restyle it; a page that goes on wins. */
import { dress, lower, parentFor, raise, type Host } from './top-layer';

/** Single-page frameworks wipe what they do not know now and then; more often than this the page means it. */
export const MOST_RETURNS = 5;

const VITAL = { display: 'block', visibility: 'visible', opacity: '1', position: 'fixed' };

export interface FootholdEvents {
  /** The host is back and has to be moved to its place again. */
  returned(): void;
  /** The page won; the host stays away from this element for good. */
  lost(): void;
}

export class Foothold {
  readonly #host: Host;
  readonly #events: FootholdEvents;
  readonly #changes: MutationObserver;
  readonly #lostTo = new WeakSet<HTMLElement>();
  #near: HTMLElement | null = null;
  #returns = 0;

  constructor(host: Host, events: FootholdEvents) {
    this.#host = host;
    this.#events = events;
    this.#changes = new MutationObserver(() => this.#defend());
    host.element.addEventListener('toggle', (event) => {
      if (event.newState === 'closed') this.#defend(true);
    });
  }

  /**
   * Shows the host above what is open, where `near` can be reached too. Does nothing when it is there already, so that
   * it does not come to lie over what opened since.
   * @returns whether the host is in the page.
   */
  take(near: HTMLElement): boolean {
    if (this.#lostTo.has(near)) return false;
    if (near !== this.#near) this.#returns = 0;
    else if (this.#host.element.parentNode === parentFor(near)) return true;
    this.#near = near;
    this.#raise(near);
    return true;
  }

  leave(): void {
    this.#changes.disconnect();
    this.#near = null;
    lower(this.#host);
  }

  #raise(near: HTMLElement): void {
    this.#changes.disconnect();
    raise(this.#host, near);
    const parent = this.#host.element.parentNode;
    if (parent !== null) this.#changes.observe(parent, { childList: true });
    this.#changes.observe(this.#host.element, { attributes: true });
  }

  #defend(isClosed = false): void {
    const near = this.#near;
    if (near === null || (!isClosed && isIntact(this.#host.element))) return;
    this.#returns += 1;
    if (!near.isConnected || this.#returns > MOST_RETURNS) return this.#giveUp(near);
    dress(this.#host.element);
    this.#raise(near);
    this.#events.returned();
  }

  #giveUp(near: HTMLElement): void {
    this.leave();
    if (!near.isConnected) return;
    this.#lostTo.add(near);
    this.#events.lost();
  }
}

function isIntact(element: HTMLElement): boolean {
  if (!element.isConnected || element.popover !== 'manual' || element.hidden || element.inert) return false;
  return Object.entries(VITAL).every(
    ([name, value]) => element.style.getPropertyValue(name) === value && element.style.getPropertyPriority(name) === 'important',
  );
}
