/**
 * What can be told of a rich composer without reading it line by line: that its text is another one, and that every
 * marked word still stands where it is drawn. Reading a long text costs more than a key may, most of all in Firefox,
 * where a content script pays for each node it looks at. Text fields always need reading; that is cheap there.
 */
import type { PageRange } from '@/content/model';

interface Place {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  /** The marked words with what touches them: a letter more makes another word of them. */
  readonly seen: string;
}

export class Glance {
  readonly #element: HTMLElement;
  #text = '';
  #places: readonly Place[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** After reading and drawing. @param ranges - of all marks that are drawn. */
  remember(ranges: readonly PageRange[]): void {
    this.#text = this.#element.textContent;
    this.#places = ranges.flatMap((range) => (range.kind === 'dom' ? placeOf(range.range) : []));
  }

  /** Whether the text changed since the last look, is not blank, and left the marked words as they are. */
  isChangedElsewhere(): boolean {
    const text = this.#element.textContent;
    if (text === this.#text || text.trim() === '') return false;
    this.#text = text;
    return this.#places.every((place) => wordsAt(place) === place.seen && this.#element.contains(place.node));
  }
}

function placeOf({ startContainer: node, startOffset: start, endOffset: end }: StaticRangeInit): Place[] {
  return node instanceof Text ? [{ node, start, end, seen: wordsAt({ node, start, end }) }] : [];
}

function wordsAt({ node, start, end }: Omit<Place, 'seen'>): string {
  return node.data.slice(Math.max(0, start - 1), end + 1);
}
