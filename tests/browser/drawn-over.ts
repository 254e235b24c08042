/** Marks that are boxes over a text field (Firefox has no ranges inside values): which characters they really cover. */
import type { Rect } from './characters-rect';
import type { Composer } from './composer';
import type { SeenMark } from './marks';

interface Box extends Rect {
  severity: SeenMark['severity'];
}

/** Pixels by which a box may miss its characters: below half a character, and what rounding costs. */
const TOLERANCE = 2;

/** The boxes as marks. One that lies over no whole characters comes back at -1 with its place as text, which no test expects. */
export async function drawnOver(composer: Composer): Promise<SeenMark[]> {
  const boxes = (await composer.driver.inClosedRoots(composer.frame, readBoxes)).flat();
  return boxes.length === 0 ? [] : composer.frame.evaluate(charactersUnder, boxes, TOLERANCE);
}

/** Runs in the page. */
function readBoxes(root: ShadowRoot): Box[] {
  return ([1, 2, 3] as const).flatMap((severity) =>
    [...root.querySelectorAll(`.pp-${severity}`)].flatMap((element) =>
      [...element.getClientRects()].map(({ left, top, right, bottom }) => ({ severity, left, top, right, bottom })),
    ),
  );
}

/** Runs in the page, and knows nothing of how the boxes were made: only the field's box, its font and its text. */
function charactersUnder(boxes: Box[], tolerance: number): SeenMark[] {
  const field = window.page.editor as HTMLTextAreaElement;
  const style = getComputedStyle(field);
  const outer = field.getBoundingClientRect();
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  const left = outer.left + field.clientLeft + parseFloat(style.paddingLeft);
  const top = outer.top + field.clientTop + parseFloat(style.paddingTop) - field.scrollTop;
  const lines = field.value.split('\n');

  const columnAt = (line: string, x: number): number => {
    const columns = Array.from({ length: line.length + 1 }, (_, column) => column);
    const near = (column: number): boolean => Math.abs(pen.measureText(line.slice(0, column)).width - (x - left)) <= tolerance;
    return columns.find(near) ?? -1;
  };
  return boxes.map((box) => {
    const row = Math.floor(((box.top + box.bottom) / 2 - top) / parseFloat(style.lineHeight));
    const line = lines[row] ?? '';
    const [start, end] = [columnAt(line, box.left), columnAt(line, box.right)];
    if (start < 0 || end < 0) return { severity: box.severity, text: `box ${JSON.stringify(box)}`, at: -1 };
    const at = lines.slice(0, row).join('\n').length + (row > 0 ? 1 : 0) + start;
    return { severity: box.severity, text: line.slice(start, end), at };
  });
}
