/** A composer with an alert and a publish button, a card that remembers what it showed, and presses as a person makes them. */
import { vi } from 'vitest';

import { watchLastLook } from '@/content/last-look';
import type { AlertedComposer, Card, CardOpening, Mark } from '@/content/model';

import { FakeEditor, finding } from '../fakes';
import { trusted } from '../browser-parts';
import { surroundings } from '../presence/surroundings';

export class Stage {
  readonly editor = new FakeEditor('my password is hunter2');
  readonly button = document.createElement('button');
  readonly stop = new AbortController();
  readonly shown: { mark: Mark; anchor: DOMRect[]; near: HTMLElement; how: CardOpening }[] = [];
  /** What the page itself hears on its button and in its composer, in order. */
  readonly heard: string[] = [];
  alert: Mark | null = { finding: { ...finding(0, 3), severity: 'high' }, start: 0, end: 3 };
  state: AlertedComposer['state'] = 'checked';
  readonly reads = vi.fn();
  readonly hide = vi.fn();
  readonly #composers: AlertedComposer[];

  constructor() {
    document.body.append(this.button);
    const composer: AlertedComposer = {
      editor: this.editor,
      alert: () => this.alert,
      surroundings: () => (this.reads(), surroundings({ publishButtons: [this.button] })),
      state: 'checked',
    };
    Object.defineProperty(composer, 'state', { get: () => this.state });
    this.#composers = [composer];
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keypress', 'keyup']) {
      for (const element of [this.button, this.editor.element]) element.addEventListener(type, () => this.heard.push(type));
    }
  }

  watch(holdFirstClick: boolean): void {
    const card: Partial<Card> = {
      show: (mark, anchor, near, how) => void this.shown.push({ mark, anchor, near, how }),
      opening: () => (this.shown.length > 0 ? 'last-look' : null),
      hide: this.hide,
    };
    const guard = <A extends unknown[]>(run: (...args: A) => void) => run;
    watchLastLook({ document, composers: this.#composers, card: card as Card, holdFirstClick, signal: this.stop.signal, guard });
  }

  async reach(type: 'pointerover' | 'focusin', target: EventTarget = this.button): Promise<void> {
    target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    await new Promise((done) => requestAnimationFrame(done));
  }

  /** @returns which of the press's events were prevented. */
  press(target: HTMLElement = this.button, make: <E extends Event>(event: E) => E = trusted): boolean[] {
    return ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].map((type) => this.send(target, new MouseEvent(type, INIT), make));
  }

  key(key: string, target: HTMLElement = this.button, more: KeyboardEventInit = {}, types = ['keydown', 'keyup']): boolean[] {
    return types.map((type) => this.send(target, new KeyboardEvent(type, { ...INIT, key, ...more }), trusted));
  }

  send(target: HTMLElement, event: Event, make: <E extends Event>(event: E) => E): boolean {
    target.dispatchEvent(make(event));
    return event.defaultPrevented;
  }

  end(): void {
    this.stop.abort();
    document.body.replaceChildren();
  }
}

const INIT = { bubbles: true, composed: true, cancelable: true };
