/** Stand-ins for a composer and a server that a test can drive by hand. */
import { vi } from 'vitest';

import type { Editor, Mark, PageRange, Painter, Replaced, SiteReader, Surroundings } from '@/content/model';
import { ok, type Outcome } from '@/shared/errors';
import type { Finding, Report } from '@/shared/wire';

export class FakeEditor implements Editor {
  readonly element = document.createElement('textarea');
  text: string;
  caret: { start: number; end: number } | null = null;
  #changed: (() => void) | null = null;

  constructor(text = '') {
    this.text = text;
    document.body.append(this.element);
  }

  read() {
    const { text, element: field } = this;
    const rangesFor = (start: number, end: number): PageRange[] => [{ kind: 'field', field, start, end }];
    return { text, rangesFor };
  }

  selection() {
    return this.caret;
  }

  async replace(start: number, end: number, expected: string, wording: string): Promise<Replaced> {
    if (this.text.slice(start, end) !== expected) return 'refused';
    this.type(this.text.slice(0, start) + wording + this.text.slice(end));
    return 'done';
  }

  onChange(callback: () => void, signal: AbortSignal) {
    this.#changed = callback;
    signal.addEventListener('abort', () => (this.#changed = null));
  }

  type(text: string) {
    this.text = text;
    this.#changed?.();
  }
}

export class FakePainter implements Painter {
  painted: readonly Mark[] = [];
  words: string[] = [];
  rects = [new DOMRect(10, 10, 50, 20)];
  readonly paint = vi.fn((editor: Editor, marks: readonly Mark[]) => {
    this.painted = marks;
    this.words = marks.map(({ start, end }) => editor.read().text.slice(start, end));
  });

  rectsOf() {
    return this.rects;
  }

  markAt(_editor: Editor, x: number): Mark | null {
    return x < 100 ? (this.painted[0] ?? null) : null;
  }

  clear() {
    this.painted = [];
    this.words = [];
  }
}

export function finding(start: number, end: number, rule = 'en.test.word'): Finding {
  return {
    rule,
    origin: 'built-in',
    category: 'heated-slip',
    severity: 'low',
    confidence: 1,
    start,
    end,
    title: '',
    message: '',
    advice: '',
    suggestions: [],
    lesson: null,
    url: null,
    reasons: [],
  };
}

export function report(findings: Finding[]): Report {
  return { score: 0, level: 'hint', language: 'en', tiers: ['rules'], findings };
}

/** Finds every "bad" in the text, as the server would. */
export function checkFor(text: string): Outcome<Report> {
  return ok(report([...text.matchAll(/bad/g)].map(({ index }) => finding(index, index + 3))));
}

/** A page that says what the test wants it to say. */
export class FakeReader implements SiteReader {
  around: Surroundings = {
    audience: 'unknown',
    account: 'unknown',
    accountName: '',
    publishButtons: [],
    selfTest: { composer: 'not_expected', publish: 'not_expected', audience: 'not_expected', account: 'not_expected' },
  };

  read() {
    return this.around;
  }
}
