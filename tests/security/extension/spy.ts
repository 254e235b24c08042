/** Runs in a hostile page before anything else: writes down all that a page can notice of what happens in it. */

/** Everything is plain text, so that two pages can be compared; host names are left to the caller. */
export interface Spied {
  /** Changes of the document, in their order. */
  changes: string[];
  /** Kinds of events and where they were seen, each once. */
  events: string[];
  /** Functions of the page's world that somebody called. */
  calls: string[];
  errors: string[];
  /** Milliseconds between each key's event and the page's own listener. */
  delaysMs: number[];
}

declare global {
  interface Window {
    spied: Spied;
  }
}

export function spy(): void {
  const spied: Spied = { changes: [], events: [], calls: [], errors: [], delaysMs: [] };
  window.spied = spied;
  const nameOf = (node: unknown): string => (node instanceof Node ? node.nodeName : Object.prototype.toString.call(node));
  const names = (nodes: NodeList): string => [...nodes].map(nameOf).join('+');

  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      spied.changes.push(`${type} ${nameOf(target)} ${attributeName ?? ''} +${names(addedNodes)} -${names(removedNodes)}`);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  const heard = new Set<string>();
  const kinds = [window, document, HTMLElement.prototype].flatMap((owner) => {
    const all: string[] = [];
    for (const name in owner) if (name.startsWith('on')) all.push(name.slice(2));
    return all;
  });
  const more = ['focusin', 'focusout', 'compositionstart', 'compositionend', 'selectionchange', 'beforetoggle', 'toggle', 'securitypolicyviolation', 'DOMNodeInserted'];
  for (const kind of new Set([...kinds, ...more])) {
    // Where the mouse happens to be, and when the device and the frame first speak, is the browser's own affair.
    if (/^(mouse|pointer|scroll|visibility|webkit|device|pagereveal)/.test(kind)) continue;
    addEventListener(
      kind,
      (event) => {
        // Which tab is in front, and since when, is the person's affair.
        if (/^(focus|blur)$/.test(event.type) && !(event.target instanceof Element)) return;
        const line = `${event.type} ${nameOf(event.target)} ${event.isTrusted}`;
        if (!heard.has(line)) spied.events.push(line);
        heard.add(line);
      },
      { capture: true },
    );
  }
  addEventListener('input', (event) => spied.delaysMs.push(performance.now() - event.timeStamp));
  for (const kind of ['error', 'unhandledrejection', 'securitypolicyviolation']) addEventListener(kind, () => spied.errors.push(kind));

  const owners = { Element, Node, Document, EventTarget, HTMLElement, Event, ShadowRoot, Window, Selection, Range, CustomElementRegistry };
  for (const [owner, { prototype }] of Object.entries(owners)) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const described = Object.getOwnPropertyDescriptor(prototype, name);
      if (name === 'constructor' || typeof described?.value !== 'function' || !described.configurable) continue;
      const real = described.value as (...args: unknown[]) => unknown;
      Object.defineProperty(prototype, name, {
        ...described,
        value(this: unknown, ...args: unknown[]): unknown {
          const stack = String(new Error('who').stack);
          if (!/evaluat|puppeteer|pptr|remote\/|webdriver/i.test(stack)) spied.calls.push(`${owner}.${name}`);
          return real.apply(this, args);
        },
      });
    }
  }
}
