import { afterEach, expect, test, vi } from 'vitest';
import type { Mark } from '@/content/model';
import { createPainter } from '@/content/underlines';
import { FakeEditor, finding } from '../fakes';

const mark: Mark = { finding: finding(2, 5), start: 2, end: 5 };

afterEach(() => document.body.replaceChildren());

test('nothing is drawn, nobody can point at it, and it still has a place for the card', () => {
  const set = vi.fn();
  vi.stubGlobal('CSS', { highlights: { set, get: () => undefined, delete: vi.fn() } });
  const editor = new FakeEditor('a bad word');
  vi.spyOn(editor.element, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 20, 200, 40));
  const painter = createPainter(document, 'open', false);
  painter.paint(editor, [{ ...mark, ranges: editor.read().rangesFor(2, 5) }]);

  expect(set).not.toHaveBeenCalled();
  expect(document.documentElement.querySelectorAll('[popover]')).toHaveLength(0);
  expect(painter.markAt(editor, 15, 25)).toBeNull();
  expect(painter.rectsOf(editor, mark)).toHaveLength(1);

  painter.clear(editor);
  expect(painter.rectsOf(editor, mark)).toEqual([]);
});
