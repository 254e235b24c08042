/**
 * Draws marks with the CSS Custom Highlight API: nothing in the page's DOM changes. One highlight per severity, shared
 * by every composer of the document. Text fields are drawn here only where the browser has value ranges.
 */
import type { Editor, Mark, Painter } from '@/content/model';
import { sheetOf } from '@/content/top-layer';
import type { Severity } from '@/shared/wire';
import { isSame, makeDrawn, rectsOf, release, type DrawnRange, type WantedRange } from './drawn-range';
import { rangeAt } from './hit-testing';
import { MARK_NAMES, PRIORITIES, SEVERITIES, markCss } from './mark-style';
import { isSameMark } from './same-mark';

export class HighlightPainter implements Painter {
  readonly #document: Document;
  readonly #highlights: Record<Severity, Highlight>;
  readonly #drawn = new Map<Editor, DrawnRange[]>();
  #sheet: CSSStyleSheet | null = null;

  constructor(document: Document) {
    this.#document = document;
    this.#highlights = { low: prioritised('low'), medium: prioritised('medium'), high: prioritised('high') };
  }

  paint(editor: Editor, marks: Parameters<Painter['paint']>[1]): void {
    const leftovers = [...(this.#drawn.get(editor) ?? [])];
    const drawn: DrawnRange[] = [];
    let isChanged = false;
    for (const mark of marks) {
      for (const source of mark.ranges) {
        const wanted = { mark, source };
        const same = takeSame(leftovers, wanted);
        const range = same ?? this.#add(wanted);
        if (range !== null) drawn.push(range);
        isChanged ||= same === null;
      }
    }
    for (const leftover of leftovers) this.#remove(leftover);
    if (drawn.length > 0) this.#drawn.set(editor, drawn);
    else this.#drawn.delete(editor);
    this.#register();
    if (isChanged) this.#adoptSheet(editor.element);
  }

  rectsOf(editor: Editor, mark: Mark): DOMRect[] {
    const ranges = (this.#drawn.get(editor) ?? []).filter((drawn) => isSameMark(drawn.mark, mark));
    return ranges.flatMap((drawn) => rectsOf(drawn.range));
  }

  markAt(editor: Editor, x: number, y: number): Mark | null {
    return rangeAt(editor.element, this.#drawn.get(editor) ?? [], x, y)?.mark ?? null;
  }

  clear(editor: Editor): void {
    this.paint(editor, []);
  }

  #add(wanted: WantedRange): DrawnRange | null {
    const drawn = makeDrawn(wanted);
    if (drawn !== null) this.#highlights[wanted.mark.finding.severity].add(drawn.range);
    return drawn;
  }

  #remove(drawn: DrawnRange): void {
    this.#highlights[drawn.mark.finding.severity].delete(drawn.range);
    release(drawn);
  }

  /** The registry belongs to the page as well: it may have cleared it or taken our names. */
  #register(): void {
    for (const severity of SEVERITIES) {
      const highlight = this.#highlights[severity];
      const registered = CSS.highlights.get(MARK_NAMES[severity]) === highlight;
      if (highlight.size > 0 && !registered) CSS.highlights.set(MARK_NAMES[severity], highlight);
      if (highlight.size === 0 && registered) CSS.highlights.delete(MARK_NAMES[severity]);
    }
  }

  /** Firefox paints highlights in a shadow tree only with a sheet of that tree; Chromium also takes the document's. */
  #adoptSheet(element: HTMLElement): void {
    this.#sheet ??= sheetOf(markCss((name) => `::highlight(${name})`));
    const root = element.getRootNode() as Document | ShadowRoot;
    for (const tree of new Set([this.#document, root])) {
      if (!tree.adoptedStyleSheets.includes(this.#sheet)) {
        tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, this.#sheet];
      }
    }
  }
}

function prioritised(severity: Severity): Highlight {
  const highlight = new Highlight();
  highlight.priority = PRIORITIES[severity];
  return highlight;
}

/** Takes what is drawn already out of `leftovers`, now for the wanted mark; null when there is no such range. */
function takeSame(leftovers: DrawnRange[], wanted: WantedRange): DrawnRange | null {
  const index = leftovers.findIndex((drawn) => isSame(drawn, wanted));
  const [same] = index < 0 ? [] : leftovers.splice(index, 1);
  return same === undefined ? null : { ...same, mark: wanted.mark };
}
