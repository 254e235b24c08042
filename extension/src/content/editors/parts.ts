/** Which parts of an editor's DOM are text that will be published, and which are its own machinery. */
import type { Styles } from './styles';

/** Placeholders, hidden copies and controls; a mention chip is `contenteditable=false` too, and is published. */
const MACHINERY = '[data-slate-placeholder], [aria-hidden="true"], button, script, style, svg, textarea, input, select';

/** Breaks that only keep an empty line open; the attributes are Lexical's, ProseMirror's and Draft.js's. */
const FILLER = '[data-lexical-managed-linebreak], .ProseMirror-trailingBreak, [data-text]';

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;
/** The longest emoji sequences have about 15 code units; a picture's description is longer. */
const LONGEST_EMOJI = 24;

export function skips(element: Element): boolean {
  return element.matches(MACHINERY);
}

/** True for a `<br>` that shows no line of its own: marked as such, or the last thing in its block. */
export function isFillerBreak(element: Element, root: Element, styles: Styles): boolean {
  if (element.matches(FILLER)) return true;
  let node: Element = element;
  while (isLast(node)) {
    const parent = node.parentElement;
    if (parent === null || parent === root || styles.display(parent) === 'block') return true;
    node = parent;
  }
  return false;
}

/** Editing leaves empty text nodes behind. */
function isLast(node: Element): boolean {
  let after = node.nextSibling;
  while (after !== null && !(after instanceof Element) && (after.textContent ?? '') === '') after = after.nextSibling;
  return after === null;
}

/** The emoji an image stands for, or '' for any other picture. */
export function pictureText(image: Element): string {
  const text = image.getAttribute('alt') ?? '';
  return text.length <= LONGEST_EMOJI && EMOJI.test(text) ? text : '';
}
