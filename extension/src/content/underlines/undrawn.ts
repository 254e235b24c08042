/** Draws nothing, for people who want no marks in the page: the page can then not read which words are meant. */
import type { Editor, Mark, Painter } from '@/content/model';
import { makeDrawn, rectsOf, release, type DrawnRange } from './drawn-range';
import { isSameMark } from './same-mark';

export class UndrawnPainter implements Painter {
  readonly #placed = new Map<Editor, Parameters<Painter['paint']>[1]>();

  paint(editor: Editor, marks: Parameters<Painter['paint']>[1]): void {
    if (marks.length > 0) this.#placed.set(editor, marks);
    else this.#placed.delete(editor);
  }

  rectsOf(editor: Editor, mark: Mark): DOMRect[] {
    const placed = this.#placed.get(editor)?.find((one) => isSameMark(one, mark));
    if (placed === undefined) return [];
    const ranges = placed.ranges.map((source) => makeDrawn({ mark: placed, source })).filter((one): one is DrawnRange => one !== null);
    const rects = ranges.flatMap((one) => rectsOf(one.range));
    ranges.forEach(release);
    // A text field without value ranges: beside the field is near enough.
    return rects.length > 0 ? rects : [editor.element.getBoundingClientRect()];
  }

  /** Nobody can point at what is not drawn. */
  markAt(): null {
    return null;
  }

  clear(editor: Editor): void {
    this.#placed.delete(editor);
  }
}
