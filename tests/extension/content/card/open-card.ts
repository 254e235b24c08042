/** A card in a page, with somebody behind it who notes what the person asked for. */
import { vi } from 'vitest';

import { createCard } from '@/content/card';
import type { Card, CardActions, CardOpening, Mark } from '@/content/model';
import type { Finding } from '@/shared/wire';

import { finding } from '../fakes';

const ANCHOR = [new DOMRect(10, 10, 50, 20)];

/** `propose` and `learn` are there, as in the extension. */
function notedActions() {
  const undo = vi.fn();
  return {
    undo,
    dismiss: vi.fn<CardActions['dismiss']>(() => ({ undo })),
    propose: vi.fn<NonNullable<CardActions['propose']>>(),
    replace: vi.fn<CardActions['replace']>(() => Promise.resolve('done')),
    learn: vi.fn<NonNullable<CardActions['learn']>>(),
    neighbour: vi.fn<CardActions['neighbour']>(() => null),
    position: vi.fn<CardActions['position']>(() => ({ at: 1, of: 1 })),
    goTo: vi.fn<CardActions['goTo']>(),
  };
}

export class OpenCard {
  readonly near = document.createElement('div');
  readonly actions = notedActions();
  readonly #stop = new AbortController();
  readonly card: Card;

  /** `demo`: nobody is there for what only an extension can do. */
  constructor(where: 'extension' | 'demo' = 'extension') {
    // happy-dom has no popovers.
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    HTMLElement.prototype.showPopover = vi.fn();
    HTMLElement.prototype.hidePopover = vi.fn();
    document.body.replaceChildren(this.near);
    this.near.tabIndex = 0;
    const { propose, learn, ...everywhere } = this.actions;
    const actions: CardActions = where === 'demo' ? everywhere : { ...everywhere, propose, learn };
    this.card = createCard({ document, shadowMode: 'open', language: 'en', actions, signal: this.#stop.signal });
  }

  stop(): void {
    this.#stop.abort();
  }

  show(parts: Partial<Finding> = {}, how: CardOpening = 'hover'): Mark {
    const mark = { finding: { ...finding(0, 3), ...parts }, start: 0, end: 3 };
    this.card.show(mark, ANCHOR, this.near, how);
    return mark;
  }

  get host(): HTMLElement | null {
    return document.querySelector('porte-parole-card');
  }

  get root(): ShadowRoot | null | undefined {
    return this.host?.shadowRoot;
  }

  find(selector: string): HTMLElement | null | undefined {
    return this.root?.querySelector<HTMLElement>(selector);
  }

  text(selector: string): string | null | undefined {
    return this.find(selector)?.textContent;
  }

  /** As if the person had pressed Enter on it. */
  press(selector: string): void {
    this.find(selector)?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
  }

  /** What a screen reader heard last that was not in the card. */
  get heard(): string | null | undefined {
    return document.querySelector('porte-parole-voice')?.shadowRoot?.textContent;
  }
}

/** As if a person had done it. */
export function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

export const key = (name: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  trusted(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...init }));
