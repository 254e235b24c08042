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

export class TextMirror {
  readonly element: HTMLElement;
  readonly #pieces: { segment: Segment; element: HTMLElement }[] = [];

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

  write(segments: readonly Segment[]): void {
    this.#pieces.length = 0;
    const nodes = segments.map((segment) => (segment.marks.length === 0 ? segment.text : this.#piece(segment)));
    this.element.replaceChildren(...nodes);
  }

  /** Client rectangles of the pieces that `covers` accepts, in viewport pixels and text order. */
  rects(covers: (segment: Segment) => boolean): DOMRect[] {
    const pieces = this.#pieces.filter((piece) => covers(piece.segment));
    return pieces.flatMap((piece) => Array.from(piece.element.getClientRects())).filter((rect) => rect.width > 0);
  }

  /** Stops drawing the words that something of the page lies over, as a sticky header or a menu. */
  hideWhere(isCovered: (rect: DOMRect) => boolean): void {
    for (const { element } of this.#pieces) {
      const rect = element.getClientRects()[0];
      element.classList.toggle('covered', rect !== undefined && isCovered(rect));
    }
  }

  #piece(segment: Segment): HTMLElement {
    const element = this.element.ownerDocument.createElement('span');
    element.textContent = segment.text;
    element.className = MARK_NAMES[mostSerious(segment.marks)];
    this.#pieces.push({ segment, element });
    return element;
  }
}

function mostSerious(marks: readonly Mark[]): Severity {
  const severities = marks.map((mark) => mark.finding.severity);
  return severities.reduce((worst, next) => (PRIORITIES[next] > PRIORITIES[worst] ? next : worst), 'low');
}
