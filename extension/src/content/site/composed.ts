/** Walks and searches the page as it is composed, through open shadow roots; changes nothing. */

/** The ancestor of an element, on the other side of a shadow root if need be. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The nearest composed ancestor, or the element itself, that matches; null when none does. */
export function closestComposed(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) if (at.matches(selector)) return at;
  return null;
}

/**
 * Where the parts of a composer can be: its container, and each open shadow root between the two or of the container.
 * Other shadow roots are not searched, since finding them means walking the whole page.
 */
export function scopesBetween(composer: Element, container: Element): ParentNode[] {
  const scopes: ParentNode[] = [container];
  for (let at: Element | null = composer; at !== null; at = parentOf(at)) {
    if (at.shadowRoot !== null) scopes.push(at.shadowRoot);
    if (at === container) break;
  }
  return scopes;
}

/** What matches in any of the scopes, without repetition. */
export function allIn(scopes: readonly ParentNode[], selector: string): HTMLElement[] {
  return [...new Set(scopes.flatMap((scope) => [...scope.querySelectorAll<HTMLElement>(selector)]))];
}

export function firstIn(scopes: readonly ParentNode[], selector: string): Element | null {
  for (const scope of scopes) {
    const found = scope.querySelector(selector);
    if (found !== null) return found;
  }
  return null;
}
