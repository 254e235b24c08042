/** Pieces of a site file and of a page, for the tests of the reader. */
import type { ComposerEntry, Labels } from '@/shared/site-file';

export const labels = (...english: string[]): Labels => ({ fr: [], en: english, nl: [], de: [] });

/** A composer in a box, with everything fixed that a test does not speak of. */
export function entry(rest: Partial<ComposerEntry> = {}): ComposerEntry {
  return { kind: 'post', editor: '.editor', around: '.box', publish: null, audience: { fixed: 'public' }, account: null, ...rest };
}

/** Puts markup into the page; the element with the class "editor" is the composer. */
export function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.querySelector<HTMLElement>('.editor')!;
}
