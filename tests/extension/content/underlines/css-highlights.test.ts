import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Mark, PageRange } from '@/content/model';
import { createPainter } from '@/content/underlines';
import type { Severity } from '@/shared/wire';

import { FakeEditor, finding } from '../fakes';

/** The registry as browsers have it, counting every touch. */
class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
  touched = 0;

  override add(range: AbstractRange): this {
    this.touched += 1;
    return super.add(range);
  }

  override delete(range: AbstractRange): boolean {
    this.touched += 1;
    return super.delete(range);
  }
}

let registry: Map<string, FakeHighlight>;
let text: Text;
let editor: FakeEditor;

beforeEach(() => {
  registry = new Map();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: registry });
  document.adoptedStyleSheets = [];
  editor = richEditor();
  text = document.createTextNode('one bad word and another');
  editor.element.append(text);
});

describe('marks as highlights', () => {
  it('go into one highlight per severity, under neutral names, the more serious above', () => {
    createPainter(document).paint(editor, [mark(0, 3, 'low'), mark(4, 7, 'medium'), mark(8, 12, 'high')]);

    expect([...registry].map(([name, { priority, size }]) => [name, priority, size])).toEqual([
      ['pp-1', 1, 1],
      ['pp-2', 2, 1],
      ['pp-3', 3, 1],
    ]);
  });

  it('touch nothing when the same places are painted again', () => {
    const painter = createPainter(document);
    painter.paint(editor, [mark(4, 7, 'high'), mark(8, 12, 'high')]);
    const [kept] = highlight('pp-3');
    const touched = highlight('pp-3').touched;
    painter.paint(editor, [mark(4, 7, 'high'), mark(8, 12, 'high')]);

    expect(highlight('pp-3').touched).toBe(touched);
    expect([...highlight('pp-3')][0]).toBe(kept);
  });

  it('change only what moved', () => {
    const painter = createPainter(document);
    painter.paint(editor, [mark(0, 3, 'high'), mark(8, 12, 'high')]);
    const [first] = highlight('pp-3');
    const touched = highlight('pp-3').touched;
    painter.paint(editor, [mark(0, 3, 'high'), mark(9, 13, 'high')]);

    expect(highlight('pp-3').touched).toBe(touched + 2);
    expect([...highlight('pp-3')][0]).toBe(first);
    expect(offsets('pp-3')).toEqual([[0, 3], [9, 13]]);
  });

  it('move to another highlight when the severity of the same words changes', () => {
    const painter = createPainter(document);
    painter.paint(editor, [mark(4, 7, 'low')]);
    painter.paint(editor, [mark(4, 7, 'high')]);

    expect(registry.has('pp-1')).toBe(false);
    expect(offsets('pp-3')).toEqual([[4, 7]]);
  });

  it('come back when the page took our name or cleared the registry', () => {
    const painter = createPainter(document);
    painter.paint(editor, [mark(4, 7, 'high')]);
    const ours = highlight('pp-3');
    registry.set('pp-3', new FakeHighlight());
    painter.paint(editor, [mark(4, 7, 'high')]);

    expect(registry.get('pp-3')).toBe(ours);
  });

  it('of several composers share a highlight, and clearing one leaves the other', () => {
    const painter = createPainter(document);
    const other = richEditor();
    painter.paint(editor, [mark(0, 3, 'high')]);
    painter.paint(other, [mark(4, 7, 'high')]);
    painter.clear(editor);

    expect(offsets('pp-3')).toEqual([[4, 7]]);
    painter.clear(other);
    expect(registry.size).toBe(0);
  });

  it('get their sheet in the document and in the shadow root of the editor, once, beside the sheets of the page', () => {
    const page = new CSSStyleSheet();
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.append(editor.element);
    root.adoptedStyleSheets = [page];
    const painter = createPainter(document);
    painter.paint(editor, [mark(0, 3, 'high')]);
    painter.paint(editor, [mark(4, 7, 'high')]);

    expect(root.adoptedStyleSheets).toEqual([page, document.adoptedStyleSheets[0]]);
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  it('are at most two hundred', () => {
    const many = Array.from({ length: 230 }, () => mark(0, 3, 'low'));
    createPainter(document).paint(editor, many);

    expect(highlight('pp-1').size).toBe(200);
  });

  it('have no rectangles once their words are gone', () => {
    const painter = createPainter(document);
    const gone = mark(8, 12, 'high');
    painter.paint(editor, [gone]);
    text.data = 'one';

    expect(painter.rectsOf(editor, gone)).toEqual([]);
  });

  it('follow a value range that moved by itself without touching the highlight', () => {
    const field = new FakeEditor('one bad word');
    Object.assign(field.element, { value: 'one bad word', createValueRange: liveRange });
    const painter = createPainter(document);
    painter.paint(field, [fieldMark(field, 4, 7)]);
    const [range] = highlight('pp-3') as unknown as Set<{ startOffset: number; endOffset: number }>;
    Object.assign(range ?? {}, { startOffset: 6, endOffset: 9 });
    const touched = highlight('pp-3').touched;
    painter.paint(field, [fieldMark(field, 6, 9)]);

    expect(highlight('pp-3').touched).toBe(touched);
  });
});

function mark(start: number, end: number, severity: Severity): Mark & { ranges: PageRange[] } {
  // happy-dom has no StaticRange; it is nothing more than this.
  const range = { startContainer: text, startOffset: start, endContainer: text, endOffset: end } as unknown as StaticRange;
  return { finding: { ...finding(start, end), severity }, start, end, ranges: [{ kind: 'dom', range }] };
}

function fieldMark(of: FakeEditor, start: number, end: number): Mark & { ranges: PageRange[] } {
  const ranges: PageRange[] = [{ kind: 'field', field: of.element, start, end }];
  return { finding: { ...finding(start, end), severity: 'high' }, start, end, ranges };
}

function liveRange(startOffset: number, endOffset: number): object {
  return { startOffset, endOffset, getClientRects: () => [], disconnect: vi.fn() };
}

function richEditor(): FakeEditor {
  const made = new FakeEditor();
  const element = document.createElement('div');
  document.body.append(element);
  Object.defineProperty(made, 'element', { value: element });
  return made;
}

function highlight(name: string): FakeHighlight {
  return registry.get(name) ?? new FakeHighlight();
}

function offsets(name: string): number[][] {
  return [...highlight(name)].map(({ startOffset, endOffset }) => [startOffset, endOffset]);
}
