/** What an element says, and how labels are compared: without case, punctuation and width. */
import type { Labels } from '@/shared/site-file';

/** Lower case words with one space between, and one at both ends, so that a phrase is found as whole words. */
export function asWords(text: string): string {
  return ` ${text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** The labels of all languages: a page need not speak the one of the browser it is in. */
export const inAnyLanguage = (labels: Labels): string[] => Object.values(labels).flat();

/** The text of each element on its own: a name and the line below it stay apart, whatever the layout. Blank ones are left out. */
export function linesOf(element: Element): string[] {
  const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue ?? '');
  const line = own.join('').replace(/\s+/gu, ' ').trim();
  return [...(line === '' ? [] : [line]), ...[...element.children].flatMap(linesOf)];
}

/** What a screen reader would call a button; '' when it has no name. */
export function nameOf(button: Element): string {
  const said = button.getAttribute('aria-label') ?? linesOf(button).join(' ');
  return said !== '' ? said : (button.getAttribute('value') ?? button.getAttribute('title') ?? '');
}
