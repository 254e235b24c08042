/**
 * Draws marks over a text field whose browser has no ranges inside values (Firefox): a transparent layer exactly over
 * the field, in our own shadow root, that never takes a pointer event and never touches the field.
 */
import { visiblePart } from '@/content/box';
import { Delay } from '@/content/delay';
import type { Editor, Mark, Painter } from '@/content/model';
import { createHost, lower, parentFor, raise, style, type Host, type ShadowMode } from '@/content/top-layer';
import { contentBox, whenFieldChanged } from './field-box';
import { isIn } from './hit-testing';
import { segmentsOf } from './segments';
import { MIRROR_CSS, TextMirror } from './text-mirror';

/** Longer than the time between two keys: what follows it costs more than a key may. In milliseconds. */
const TYPING_REST_MS = 350;

export class MirrorPainter implements Painter {
  readonly #overlays = new Map<Editor, FieldOverlay>();
  readonly #shadowMode: ShadowMode;

  constructor(shadowMode: ShadowMode) {
    this.#shadowMode = shadowMode;
  }

  paint(editor: Editor, marks: Parameters<Painter['paint']>[1]): void {
    if (marks.length === 0) return this.clear(editor);
    let overlay = this.#overlays.get(editor);
    if (overlay === undefined) {
      overlay = new FieldOverlay(editor.element as HTMLTextAreaElement, this.#shadowMode);
      this.#overlays.set(editor, overlay);
    }
    overlay.draw(marks);
  }

  rectsOf(editor: Editor, mark: Mark): DOMRect[] {
    return this.#overlays.get(editor)?.rectsOf(mark) ?? [];
  }

  markAt(editor: Editor, x: number, y: number): Mark | null {
    return this.#overlays.get(editor)?.markAt(x, y) ?? null;
  }

  clear(editor: Editor): void {
    this.#overlays.get(editor)?.remove();
    this.#overlays.delete(editor);
  }
}

class FieldOverlay {
  readonly #field: HTMLTextAreaElement;
  readonly #host: Host;
  readonly #mirror: TextMirror;
  readonly #gone = new AbortController();
  readonly #rest = new Delay((run) => run);
  #marks: readonly Mark[] = [];
  #place = '';
  #frame: number | null = null;

  constructor(field: HTMLTextAreaElement, shadowMode: ShadowMode) {
    this.#field = field;
    this.#host = createHost(field.ownerDocument, 'porte-parole-marks', shadowMode, MIRROR_CSS);
    this.#host.element.ariaHidden = 'true';
    this.#mirror = new TextMirror(field.ownerDocument);
    this.#host.root.append(this.#mirror.element);
    const layer = { 'pointer-events': 'none', contain: 'strict', overflow: 'hidden', 'transform-origin': '0 0' };
    style(this.#host.element, layer);
    whenFieldChanged(field, () => this.#follow(), this.#gone.signal);
  }

  draw(marks: Parameters<Painter['paint']>[1]): void {
    this.#marks = marks;
    const isNew = this.#mirror.write(segmentsOf(this.#field.value, marks.flatMap(inValue)));
    if (isNew) return this.#lookAnew();
    this.#follow();
    // The words have moved a little: whether they lie under something now is looked at once nobody types.
    this.#rest.start(TYPING_REST_MS, () => this.#lookAnew());
  }

  rectsOf(mark: Mark): DOMRect[] {
    return this.#mirror.rects((segment) => segment.marks.some((one) => one.finding === mark.finding));
  }

  markAt(x: number, y: number): Mark | null {
    return this.#marks.find((mark) => this.rectsOf(mark).some((rect) => isIn(rect, x, y))) ?? null;
  }

  remove(): void {
    this.#gone.abort();
    this.#rest.cancel();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    lower(this.#host);
  }

  #lookAnew(): void {
    this.#place = '';
    this.#follow();
  }

  /** Cheap when nothing moved: one box, one style and one string comparison. */
  #follow(): void {
    const field = this.#field;
    if (!field.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return lower(this.#host);
    if (this.#host.element.parentNode !== parentFor(field)) raise(this.#host, field);
    const box = contentBox(field);
    // Pages change the font as a post grows, in a field of the same size.
    const { fontFamily, fontSize, lineHeight } = getComputedStyle(field);
    const edges = [box.left, box.top, box.right, box.bottom, field.scrollTop, field.scrollLeft];
    const place = [...edges, fontFamily, fontSize, lineHeight].join();
    if (place === this.#place) return;
    this.#place = place;
    // What moves may go on moving: it is followed until a frame finds it where it was.
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#follow();
    });
    this.#mirror.layoutLike(field);
    this.#mirror.scrollLike(field);
    this.#cover(box);
  }

  #cover(box: ReturnType<typeof contentBox>): void {
    const field = this.#field;
    const visible = visiblePart(field, box);
    // The clip is in the field's own pixels, before the page scales them.
    const inset = [
      (visible.top - box.top) / box.scaleY,
      (box.right - visible.right) / box.scaleX,
      (box.bottom - visible.bottom) / box.scaleY,
      (visible.left - box.left) / box.scaleX,
    ];
    style(this.#host.element, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${field.clientWidth}px`,
      height: `${field.clientHeight}px`,
      transform: `scale(${box.scaleX}, ${box.scaleY})`,
      'clip-path': `inset(${inset.map((edge) => `${edge}px`).join(' ')})`,
    });
    this.#mirror.hideWhere((rect) => this.#isUnderSomething(rect));
  }

  #isUnderSomething(rect: DOMRect): boolean {
    const root = this.#field.getRootNode() as Document | ShadowRoot;
    const top = root.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
    return top !== null && top !== this.#field;
  }
}

/** The mark with offsets into the field's value: the text that was checked lacks the characters nobody sees. */
function inValue({ finding, ranges }: Parameters<Painter['paint']>[1][number]): Mark[] {
  return ranges.flatMap((range) => (range.kind === 'field' ? [{ finding, start: range.start, end: range.end }] : []));
}
