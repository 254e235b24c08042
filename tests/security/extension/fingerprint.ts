/** Runs in a hostile page: everything that can be read of a page at one moment, to be compared with another page. */

export interface Fingerprint {
  /** The whole document as HTML, and what lies on top at each point of a grid. */
  html: string;
  onTop: string[];
  /** Name of each registered highlight, with the words it covers. */
  highlights: Record<string, string[]>;
  sheets: string[];
  /** Computed styles, by element. */
  styles: Record<string, string>;
  /** Every name that can be reached from `window`, with its kind. */
  globals: string[];
  /** Resources the page knows of, and what else the browser noted; how slow the machine was is none of it. */
  entries: string[];
  permissions: string[];
  selection: string;
  others: Record<string, unknown>;
}

export async function fingerprint(): Promise<Fingerprint> {
  const { editor } = window.page;
  const onTop: string[] = [];
  for (let x = 5; x < innerWidth; x += 45) {
    for (let y = 5; y < innerHeight; y += 45) onTop.push(document.elementsFromPoint(x, y).map(({ localName }) => localName).join('>'));
  }
  const highlights: Record<string, string[]> = {};
  for (const [name, ranges] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
    highlights[name] = [...ranges].map((range) => {
      if (!(range.startContainer instanceof Text)) return `${range.startOffset}-${range.endOffset}`;
      return range.startContainer.data.slice(range.startOffset, range.endOffset);
    });
  }
  const styleOf = (element: Element, pseudo?: string): string => {
    const style = getComputedStyle(element, pseudo);
    return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  };
  const styles: Record<string, string> = {};
  for (const element of [document.documentElement, document.body, editor]) styles[element.localName] = styleOf(element);
  for (const name of ['pp-1', 'pp-2', 'pp-3']) styles[name] = styleOf(editor, `::highlight(${name})`);
  const globals: string[] = [];
  const collect = (owner: object, path: string): void => {
    for (const name of Object.getOwnPropertyNames(owner)) {
      const described = Object.getOwnPropertyDescriptor(owner, name);
      globals.push(`${path}.${name} ${typeof described?.value} ${typeof described?.value === 'function' ? String(described.value.length) : ''}`);
    }
  };
  for (const [path, owner] of Object.entries({ window, document, navigator, CSS, chrome: (window as { chrome?: object }).chrome ?? {} })) {
    collect(owner, path);
    collect(Object.getPrototypeOf(owner) as object, `${path}.prototype`);
  }
  for (const [name, { prototype }] of Object.entries({ Element, Node, HTMLElement, EventTarget, Event, Document })) collect(prototype, name);
  const asked = ['local-network-access', 'loopback-network', 'notifications', 'clipboard-read', 'storage-access'] as PermissionName[];
  const permissions = asked.map((name) => navigator.permissions.query({ name }).then(({ state }) => `${name} ${state}`, () => `${name} unknown`));
  const selection = getSelection();
  return {
    html: document.documentElement.outerHTML,
    onTop,
    highlights,
    sheets: [...document.styleSheets, ...document.adoptedStyleSheets].map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join()),
    styles,
    globals: globals.sort(),
    entries: performance.getEntries().filter(({ entryType }) => !/^(event|first-input|long)/.test(entryType)).map(({ entryType, name }) => `${entryType} ${name}`).sort(),
    permissions: await Promise.all(permissions),
    selection: `${selection?.anchorNode?.nodeName} ${selection?.anchorOffset} ${selection?.focusOffset} ${document.activeElement?.localName}`,
    others: {
      frames: window.length,
      animations: document.getAnimations().length,
      topLayer: document.querySelectorAll(':popover-open, :modal').length,
      cookies: document.cookie,
      stored: [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches?.keys().catch(() => []))?.length],
      workers: (await navigator.serviceWorker?.getRegistrations().catch(() => []))?.length,
      name: window.name,
      scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight, scrollX, scrollY],
    },
  };
}
