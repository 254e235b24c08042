/** What a page's style sheets say about an element, as far as reading text needs it, without asking for layout. */

export interface Styles {
  display(element: Element): 'block' | 'inline' | 'none';
  /** Whether line breaks typed into this element's text nodes are shown as such. */
  keepsBreaks(element: Element): boolean;
}

/** Answers are kept per tag, class and inline style: an editor repeats a handful of shapes for every line. */
export function createStyles(): Styles {
  const displays = new Map<string, 'block' | 'inline' | 'none'>();
  const breaks = new Map<string, boolean>();
  return {
    display: (element) => remembered(displays, element, (style) => kindOf(style.display)),
    keepsBreaks: (element) =>
      remembered(breaks, element, (style) => /^(pre|break-spaces)/.test(style.whiteSpace || style.whiteSpaceCollapse)),
  };
}

function remembered<T>(known: Map<string, T>, element: Element, ask: (style: CSSStyleDeclaration) => T): T {
  const key = shapeOf(element);
  const found = known.get(key);
  if (found !== undefined) return found;
  const answer = ask(getComputedStyle(element));
  // A page that gives every element its own class would grow this without end.
  if (known.size > 500) known.clear();
  known.set(key, answer);
  return answer;
}

/** Most elements of an editor have neither: their tag is a string the browser need not build anew. */
function shapeOf(element: Element): string {
  const names = element.getAttribute('class');
  const style = element.getAttribute('style');
  return names === null && style === null ? element.tagName : `${element.tagName} ${names} ${style}`;
}

function kindOf(display: string): 'block' | 'inline' | 'none' {
  if (display === 'none') return 'none';
  return display === '' || display === 'contents' || /^(inline|ruby)/.test(display) ? 'inline' : 'block';
}
