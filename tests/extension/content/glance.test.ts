import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { PAUSE_MS } from '@/content/asking';
import { createGuard } from '@/content/faults';
import { Glance } from '@/content/glance';
import type { PageRange } from '@/content/model';
import { Session } from '@/content/session';

import { checkFor, FakeEditor, FakePainter, FakeReader } from './fakes';

/** Paragraphs with one text node each, as a rich editor has them. */
class RichEditor extends FakeEditor {
  override readonly element = document.createElement('div') as unknown as HTMLTextAreaElement;
  readonly reading = vi.fn();
  #changed: (() => void) | null = null;

  constructor(...lines: string[]) {
    super();
    document.body.append(this.element);
    for (const line of lines) {
      const paragraph = document.createElement('p');
      paragraph.append(line);
      this.element.append(paragraph);
    }
  }

  textOf(line: number): Text {
    return this.element.children[line]!.firstChild as Text;
  }

  override read() {
    this.reading();
    const nodes = [...this.element.children].map((line) => line.firstChild as Text);
    const starts = nodes.map((_node, at) => nodes.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0));
    const rangesFor = (start: number, end: number): PageRange[] =>
      nodes.flatMap((node, at) => (start >= starts[at]! && end <= starts[at]! + node.length ? [rangeIn(node, start - starts[at]!, end - starts[at]!)] : []));
    return { text: nodes.map((node) => node.data).join('\n'), rangesFor };
  }

  override onChange(callback: () => void) {
    this.#changed = callback;
  }

  /** One key: the line is another now. */
  key(line: number, text: string): void {
    this.textOf(line).data = text;
    this.#changed?.();
  }
}

/** happy-dom has no StaticRange; it is nothing more than this. */
const rangeIn = (node: Text, startOffset: number, endOffset: number): PageRange & { kind: 'dom' } => ({
  kind: 'dom',
  range: { startContainer: node, startOffset, endContainer: node, endOffset } as unknown as StaticRange,
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('a glance', () => {
  const look = (change: (editor: RichEditor) => void): boolean => {
    const editor = new RichEditor('nothing here', 'one bad word');
    const glance = new Glance(editor.element);
    glance.remember([rangeIn(editor.textOf(1), 4, 7).range].map((range) => ({ kind: 'dom', range })));
    change(editor);
    return glance.isChangedElsewhere();
  };

  it.each<[string, boolean, (editor: RichEditor) => void]>([
    ['another line', true, (editor) => (editor.textOf(0).data = 'nothing at all')],
    ['words further on in the line', true, (editor) => (editor.textOf(1).data = 'one bad phrase')],
    ['nothing', false, () => undefined],
    ['the marked words', false, (editor) => (editor.textOf(1).data = 'one bud word')],
    ['words before them in the line', false, (editor) => (editor.textOf(1).data = 'one very bad word')],
    ['a letter right behind them', false, (editor) => (editor.textOf(1).data = 'one badd word')],
    ['the node, by another one', false, (editor) => editor.element.children[1]!.replaceChildren('one bad word!')],
    ['everything, to blank', false, (editor) => editor.element.replaceChildren(' ')],
  ])('at a change of %s tells %s', (_what, isElsewhere, change) => {
    expect(look(change)).toBe(isElsewhere);
  });

  it('never trusts a text field, whose text is not in the tree', () => {
    const field = document.createElement('textarea');
    const glance = new Glance(field);
    field.value = 'a';
    glance.remember([]);
    field.value = 'ab';
    expect(glance.isChangedElsewhere()).toBe(false);
  });
});

describe('a session over a rich composer', () => {
  let editor: RichEditor;
  let painter: FakePainter;
  let session: Session;
  const asked: string[] = [];
  const onText = vi.fn();
  const stop = new AbortController();

  beforeEach(async () => {
    vi.useFakeTimers();
    asked.length = 0;
    editor = new RichEditor('first', 'one bad word', 'last');
    painter = new FakePainter();
    session = new Session({
      editor,
      check: ({ text }) => {
        asked.push(text);
        return Promise.resolve(checkFor(text));
      },
      painter,
      reader: new FakeReader(),
      count: () => undefined,
      site: 'example',
      uiLanguage: 'fr',
      signal: stop.signal,
      guard: createGuard(() => undefined),
      onState: () => undefined,
      onText,
    });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    editor.key(0, 'first k');
    for (const mock of [editor.reading, painter.paint, onText]) mock.mockClear();
  });

  it('does not read it again for keys beside the marks, tells of each, and asks about all of them at the pause', async () => {
    for (const text of ['first ke', 'first key', 'first keys']) editor.key(0, text);
    expect([editor.reading.mock.calls.length, painter.paint.mock.calls.length, onText.mock.calls.length]).toEqual([0, 0, 3]);

    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(asked.at(-1)).toBe('first keys\none bad word\nlast');
    expect(painter.words).toEqual(['bad']);
  });

  it('knows text and marks of now when somebody asks', () => {
    editor.key(0, 'first keys');
    expect(session.text).toBe('first keys\none bad word\nlast');
    expect(session.marks.map(({ start }) => start)).toEqual([15]);
  });

  it('reads and draws at once when a key moves the marked words', () => {
    editor.key(1, 'one very bad word');
    expect(painter.words).toEqual(['bad']);
    editor.key(1, 'one very badd word');
    expect(painter.words).toEqual([]);
  });

  it.each([
    ['the caret moves', () => editor.element.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }))],
    ['the pointer is pressed', () => editor.element.dispatchEvent(new Event('pointerdown'))],
  ])('keeps the marks between two edits when %s from one to the other', async (_what, move) => {
    editor.key(0, 'first ke');
    move();
    editor.key(2, 'last one');
    expect(session.marks).toHaveLength(1);
    expect(painter.words).toEqual(['bad']);
  });

  it('asks nothing when everything was taken out within the pause', async () => {
    editor.key(0, 'first ke');
    editor.element.replaceChildren(document.createElement('p'));
    editor.element.firstElementChild!.append('');
    editor.key(0, '');
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
    expect([asked.length, painter.words]).toEqual([before, []]);
  });
});
