/** Chooses how each composer's marks are drawn; drawing itself is in `css-highlights` and `mirror-overlay`. */
import type { Editor, Painter } from '@/content/model';
import type { ShadowMode } from '@/content/top-layer';
import { HighlightPainter } from './css-highlights';
import { MirrorPainter } from './mirror-overlay';
import { UndrawnPainter } from './undrawn';
import { hasValueRanges } from './value-ranges';

/** More marks than anyone reads; beyond it the cost on each key would show. */
const MAX_MARKS = 200;

/**
 * `shadowMode` is that of the overlay over text fields: open only where a test must look into it. With `drawn` false
 * nothing is put into the page, and marks still have their places.
 */
export function createPainter(document: Document, shadowMode: ShadowMode = 'closed', drawn = true): Painter {
  if (!drawn) return new UndrawnPainter();
  const highlights = new HighlightPainter(document);
  const mirror = new MirrorPainter(shadowMode);
  const painterOf = (editor: Editor): Painter =>
    editor.element.localName === 'textarea' && !hasValueRanges(editor.element) ? mirror : highlights;
  return {
    paint: (editor, marks) => painterOf(editor).paint(editor, marks.slice(0, MAX_MARKS)),
    rectsOf: (editor, mark) => painterOf(editor).rectsOf(editor, mark),
    markAt: (editor, x, y) => painterOf(editor).markAt(editor, x, y),
    clear: (editor) => painterOf(editor).clear(editor),
  };
}
