/** An invisible copy of a field's text that wraps as the field does, with the marked words as elements. */
import type { Mark } from '@/content/model';
import type { Severity } from '@/shared/wire';
import { MARK_NAMES, PRIORITIES, markCss } from './mark-style';
import type { Segment } from './segments';

/**
 * Every computed property that moves a glyph inside a text field. A missing one is the classic misalignment.
 * Source: npm textarea-caret 3.1.0, widened by the properties that CSS Text, Fonts and Writing Modes added since.
 */
export const LAYOUT_PROPERTIES = [
  'direction', 'unicode-bidi', 'writing-mode', 'text-orientation',
  'padding-top', 'padding-right', 'padding-bottom', 'padding-left',
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-variant-caps', 'font-variant-ligatures',
  'font-variant-numeric', 'font-variant-east-asian', 'font-variant-alternates', 'font-variant-position', 'font-kerning',
  'font-feature-settings', 'font-variation-settings', 'font-optical-sizing', 'font-size-adjust', 'font-synthesis',
  'font-language-override', 'font-palette', 'line-height', 'letter-spacing', 'word-spacing', 'tab-size',
  'text-align', 'text-align-last', 'text-indent', 'text-transform', 'text-rendering', 'text-spacing-trim',
  'text-autospace', '-webkit-text-size-adjust', '-moz-text-size-adjust', '-webkit-locale',
  'white-space', 'white-space-collapse', 'text-wrap-mode', 'text-wrap-style', 'word-break', 'line-break',
  'overflow-wrap', 'hyphens', 'hyphenate-character', 'hyphenate-limit-chars', 'hanging-punctuation',
] as const;

export const MIRROR_CSS = `
.mirror { position: absolute; box-sizing: border-box; margin: 0; border: 0; color: transparent; min-height: 100%; }
.mirror span.covered { visibility: hidden; }
${markCss((name) => `.${name}`)}`;

interface Written {
  readonly segment: Segment;
  readonly node: Text | HTMLElement;
}

/** Marked words. */
type Piece = Written & { readonly node: HTMLElement };

export class TextMirror {
  readonly element: HTMLElement;
  /** All of what is written, in order; plain text has no element. */
  #written: Written[] = [];
  /** The classes of it. */
  #shape = '';

  constructor(document: Document) {
    this.element = document.createElement('div');
    this.element.className = 'mirror';
    this.element.ariaHidden = 'true';
  }

  /** Takes over the field's text layout; its box is the field's padding box without the scroll bar. */
  layoutLike(field: HTMLTextAreaElement): void {
    const computed = getComputedStyle(field);
    const { style } = this.element;
    for (const name of LAYOUT_PROPERTIES) style.setProperty(name, computed.getPropertyValue(name));
    style.setProperty('width', `${field.clientWidth}px`);
    this.element.lang = field.closest<HTMLElement>('[lang]')?.lang ?? '';
  }

  scrollLike(field: HTMLTextAreaElement): void {
    this.element.style.setProperty('top', `${-field.scrollTop}px`);
    this.element.style.setProperty('left', `${-field.scrollLeft}px`);
  }

  /**
   * Where the marks follow each other as before, only the texts that differ are touched: a key changes one of them, and
   * the browser lays out no more than that.
   * @returns whether everything was written anew, all of it uncovered.
   */
  write(segments: readonly Segment[]): boolean {
    const shape = segments.map((segment) => `${classOf(segment)},`).join('');
    if (shape === this.#shape) {
      this.#written = this.#written.map(({ segment, node }, at) => rewritten(node, segment, segments[at] ?? segment));
      return false;
    }
    this.#shape = shape;
    this.#written = segments.map((segment) => ({ segment, node: this.#nodeFor(segment) }));
    this.element.replaceChildren(...this.#written.map(({ node }) => node));
    return true;
  }

  /** Client rectangles of the pieces that `covers` accepts, in viewport pixels and text order. */
  rects(covers: (segment: Segment) => boolean): DOMRect[] {
    const pieces = this.#pieces().filter((piece) => covers(piece.segment));
    return pieces.flatMap((piece) => Array.from(piece.node.getClientRects())).filter((rect) => rect.width > 0);
  }

  /** Stops drawing the words that something of the page lies over, as a sticky header or a menu. */
  hideWhere(isCovered: (rect: DOMRect) => boolean): void {
    for (const { node } of this.#pieces()) {
      const rect = node.getClientRects()[0];
      node.classList.toggle('covered', rect !== undefined && isCovered(rect));
    }
  }

  #pieces(): Piece[] {
    return this.#written.filter((piece): piece is Piece => !(piece.node instanceof Text));
  }

  #nodeFor(segment: Segment): Text | HTMLElement {
    const { ownerDocument } = this.element;
    if (segment.marks.length === 0) return ownerDocument.createTextNode(segment.text);
    const element = ownerDocument.createElement('span');
    element.textContent = segment.text;
    element.className = classOf(segment);
    return element;
  }
}

/** The class of a segment's element; '' for plain text. */
function classOf({ marks }: Segment): string {
  return marks.length === 0 ? '' : MARK_NAMES[mostSerious(marks)];
}

function rewritten(node: Written['node'], before: Segment, segment: Segment): Written {
  if (before.text !== segment.text) node.textContent = segment.text;
  return { segment, node };
}

function mostSerious(marks: readonly Mark[]): Severity {
  const severities = marks.map((mark) => mark.finding.severity);
  return severities.reduce((worst, next) => (PRIORITIES[next] > PRIORITIES[worst] ? next : worst), 'low');
}
