/** Collects the text of an editor's nodes, met in document order, as lines: which nodes count, and where lines end. */
import { clean } from './clean';
import { isFillerBreak, pictureText, skips } from './parts';
import type { Styles } from './styles';

/** A node's share of the text; `length` 0 marks the place of an empty line. */
export interface Segment {
  readonly node: Node;
  readonly start: number;
  readonly length: number;
  readonly rawIndex: readonly number[] | null;
}

/** One line per block that shows something; blocks inside blocks add none of their own. */
export class LineReader {
  readonly #root: Element;
  readonly #styles: Styles;
  readonly #segments: Segment[] = [];
  readonly #openBlocks = new Set<Node>();
  #text = '';
  /** The current line holds something, if only a filler that keeps it open. */
  #lineUsed = false;
  /** The block of the current line has ended: whatever follows stands on a new line. */
  #lineDone = false;

  constructor(root: Element, styles: Styles) {
    this.#root = root;
    this.#styles = styles;
  }

  get length(): number {
    return this.#text.length;
  }

  /** True when the node's children are to be read. */
  enter(node: Node): boolean {
    if (node instanceof Text) this.#addText(node);
    if (!(node instanceof Element)) return false;
    if (node === this.#root) return true;
    const display = this.#styles.display(node);
    if (display === 'none' || skips(node)) return false;
    if (node.hasAttribute('data-slate-zero-width')) return this.#add(node, '', null);
    if (node.tagName === 'BR') return this.#addBreak(node);
    if (node.tagName === 'IMG') return this.#addPicture(node);
    if (display === 'block') this.#enterBlock(node);
    return true;
  }

  leave(node: Node): void {
    if (this.#openBlocks.delete(node)) this.#endLine();
  }

  /** Well-formed: a lone surrogate has no place in JSON. Segments in document order. */
  finish(): { text: string; segments: readonly Segment[] } {
    return { text: this.#text.toWellFormed(), segments: this.#segments };
  }

  #enterBlock(node: Element): void {
    this.#endLine();
    this.#openBlocks.add(node);
  }

  #endLine(): void {
    this.#lineDone ||= this.#lineUsed;
  }

  #add(node: Node, text: string, rawIndex: readonly number[] | null): false {
    if (this.#lineDone) this.#text += '\n';
    this.#lineDone = false;
    this.#lineUsed = true;
    this.#segments.push({ node, start: this.#text.length, length: text.length, rawIndex });
    this.#text += text;
    return false;
  }

  #addText(node: Text): void {
    const parent = node.parentElement;
    let raw = node.data;
    if (/[\n\r\t]/.test(raw) && parent !== null && !this.#styles.keepsBreaks(parent)) {
      // Indentation of the page's source between two blocks is no text; elsewhere a break in the source is a space.
      if (raw.trim() === '') return;
      raw = raw.replace(/[\n\r\t]/g, ' ');
    }
    const { text, rawIndex } = clean(raw);
    if (text !== '') this.#add(node, text, rawIndex);
  }

  #addBreak(node: Element): false {
    this.#add(node, '', null);
    if (isFillerBreak(node, this.#root, this.#styles)) return false;
    this.#text += '\n';
    this.#lineUsed = false;
    return false;
  }

  #addPicture(node: Element): false {
    const text = pictureText(node);
    return text === '' ? false : this.#add(node, text, null);
  }
}
