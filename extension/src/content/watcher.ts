/**
 * Finds composers by following the focus, in the document and in every open shadow root it enters. Watches no DOM
 * changes and asks nothing at intervals; frames are each watched by their own content script.
 */
import { editorFor } from '@/content/editors';
import type { Editor } from '@/content/model';

import type { Guard } from './faults';

export interface WatcherOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly guard: Guard;
  /** Called once per composer; its signal ends when the composer has left the page. */
  attach(editor: Editor, signal: AbortSignal): void;
}

export function watchComposers(options: WatcherOptions): void {
  const { document, guard, signal } = options;
  const watcher = new Watcher(options);
  const on = (target: EventTarget, name: string, run: (event: Event) => void): void =>
    target.addEventListener(name, guard(run), { capture: true, passive: true, signal });
  const view = document.defaultView ?? window;
  on(view, 'focusin', (event) => watcher.follow(event));
  // A composer that was too small or not yet editable when it got focus is one when it is typed into.
  on(view, 'input', (event) => watcher.follow(event));
  on(view, 'pageshow', () => watcher.lookAtFocus());
  on(document, 'visibilitychange', () => watcher.lookAtFocus());
  guard(() => watcher.lookAtFocus())();
}

class Watcher {
  readonly #options: WatcherOptions;
  readonly #attached = new Map<HTMLElement, AbortController>();
  readonly #roots = new WeakSet<ShadowRoot>();

  constructor(options: WatcherOptions) {
    this.#options = options;
  }

  follow(event: Event): void {
    const path = event.composedPath();
    for (const node of path) if (node instanceof ShadowRoot) this.#enter(node);
    if (path[0] instanceof HTMLElement) this.#look(path[0]);
  }

  /** The focus may have been there before us. */
  lookAtFocus(): void {
    let focused = this.#options.document.activeElement;
    while (focused?.shadowRoot) {
      this.#enter(focused.shadowRoot);
      if (focused.shadowRoot.activeElement === null) break;
      focused = focused.shadowRoot.activeElement;
    }
    if (focused instanceof HTMLElement) this.#look(focused);
  }

  /** A focus move inside one shadow root never leaves it. */
  #enter(root: ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    const { guard, signal } = this.#options;
    const follow = guard((event: Event) => this.follow(event));
    root.addEventListener('focusin', follow, { capture: true, passive: true, signal });
  }

  #look(element: HTMLElement): void {
    this.#dropGone();
    for (const known of this.#attached.keys()) if (known.contains(element)) return;
    const editor = editorFor(element);
    if (editor === null) return;
    const controller = new AbortController();
    this.#options.attach(editor, AbortSignal.any([this.#options.signal, controller.signal]));
    this.#attached.set(editor.element, controller);
  }

  #dropGone(): void {
    for (const [element, controller] of this.#attached) {
      if (element.isConnected) continue;
      this.#attached.delete(element);
      controller.abort();
    }
  }
}
