import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { FIRST_RETRY_MS, PAUSE_MS, RETRY_MS } from '@/content/asking';
import { createGuard } from '@/content/faults';
import { Session } from '@/content/session';
import { fail, type CheckError, type Outcome } from '@/shared/errors';
import type { CheckRequest, Report } from '@/shared/wire';

import { checkFor, FakeEditor, FakePainter, FakeReader } from './fakes';

type Answer = (outcome: Outcome<Report>) => void;

/** A session over a fake composer, and a server that answers when told to, or at once. */
class Stage {
  readonly editor: FakeEditor;
  readonly painter = new FakePainter();
  readonly stop = new AbortController();
  readonly requests: CheckRequest[] = [];
  readonly states: string[] = [];
  readonly counted: string[] = [];
  readonly reader = new FakeReader();
  readonly session: Session;
  trouble: CheckError | null = null;
  waiting: Answer[] | null = null;

  constructor(text = '') {
    this.editor = new FakeEditor(text);
    this.editor.element.focus();
    this.session = new Session({
      editor: this.editor,
      check: (request) => this.check(request),
      painter: this.painter,
      reader: this.reader,
      count: (what, times) => this.counted.push(`${what} ${times}`),
      site: 'example',
      uiLanguage: 'fr',
      signal: this.stop.signal,
      guard: createGuard(() => undefined),
      onState: (state, findings) => this.states.push(`${state} ${findings}`),
      onText: () => undefined,
    });
  }

  check(request: CheckRequest): Promise<Outcome<Report>> {
    this.requests.push(request);
    if (this.waiting === null) return Promise.resolve(this.answerTo(request.text));
    return new Promise((resolve) => this.waiting?.push(resolve));
  }

  answerTo(text: string): Outcome<Report> {
    return this.trouble === null ? checkFor(text) : fail(this.trouble);
  }

  get texts() {
    return this.requests.map(({ text }) => text);
  }

  async answer(text: string) {
    this.waiting?.shift()?.(this.answerTo(text));
    await vi.advanceTimersByTimeAsync(0);
  }
}

const pause = (ms = PAUSE_MS) => vi.advanceTimersByTimeAsync(ms);
const fire = (target: EventTarget, name: string) => target.dispatchEvent(new Event(name, { bubbles: true }));

function hide(hidden: boolean) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(hidden ? 'hidden' : 'visible');
  fire(document, 'visibilitychange');
}

const stages: Stage[] = [];
function stage(text = '') {
  const made = new Stage(text);
  stages.push(made);
  return made;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const made of stages.splice(0)) made.stop.abort();
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('asking', () => {
  it('waits for a pause of 400 ms and asks once, for the whole text', async () => {
    const { editor, requests, painter, states } = stage();
    for (const text of ['a', 'a b', 'a bad', 'a bad word']) {
      editor.type(text);
      await pause(PAUSE_MS - 1);
    }
    expect(requests).toEqual([]);

    await pause(1);
    expect(requests).toEqual([
      { text: 'a bad word', site: 'example', audience: 'unknown', account: 'unknown', ui_language: 'fr' },
    ]);
    expect(painter.words).toEqual(['bad']);
    expect(states).toEqual(['checked 0', 'checking 0', 'checked 1']);
  });

  it('checks a draft that is there already', async () => {
    const { requests, painter } = stage('a bad draft');
    await pause();

    expect(requests).toHaveLength(1);
    expect(painter.words).toEqual(['bad']);
  });

  it('asks nothing when the text is the one already answered', async () => {
    const { editor, requests, painter } = stage();
    editor.type('bad');
    await pause();
    editor.type('bad x');
    await pause(100);
    editor.type('bad');
    await pause();
    editor.type('bad');
    await pause();

    expect(requests).toHaveLength(1);
    expect(painter.words).toEqual(['bad']);
  });

  it('asks again about the same text once another audience or account is chosen', async () => {
    const { editor, reader, requests } = stage('bad');
    await pause();
    reader.around = { ...reader.around, audience: 'public', account: 'official' };
    fire(editor.element, 'focusin');
    await pause(0);
    fire(editor.element, 'focusin');
    await pause(0);

    expect(requests.map(({ audience, account }) => [audience, account])).toEqual([
      ['unknown', 'unknown'],
      ['public', 'official'],
    ]);
  });

  it('asks again about the same text when the silences have changed', async () => {
    const { session, requests } = stage('bad');
    await pause();
    session.checkAgain();
    await pause(0);

    expect(requests).toHaveLength(2);
  });

  it('restores the marks of the answered text after an edit was undone', async () => {
    const { editor, requests, painter } = stage();
    editor.type('a bad word');
    await pause();
    editor.type('a b word');
    expect(painter.words).toEqual([]);
    editor.type('a bad word');
    await pause();

    expect(painter.words).toEqual(['bad']);
    expect(requests).toHaveLength(1);
  });

  it('sends an empty or blank text nowhere, and clears its marks', async () => {
    const { editor, requests, painter } = stage();
    editor.type('bad');
    await pause();
    editor.type(' \n ');
    await pause();

    expect(requests).toHaveLength(1);
    expect(painter.words).toEqual([]);
  });

  it('sends no text over the limit, says so, and clears its marks', async () => {
    const { editor, requests, painter, states } = stage();
    editor.type('bad');
    await pause();
    editor.type(`bad${'x'.repeat(10_000)}`);
    await pause();

    expect(requests).toHaveLength(1);
    expect(painter.words).toEqual([]);
    expect(states.at(-1)).toBe('text_too_long 0');
    editor.type(`bad ${'x'.repeat(9_996)}`);
    await pause();
    expect(requests).toHaveLength(2);
    expect(states.at(-1)).toBe('checked 1');
  });

  it('has one request in flight, then asks for the newest text', async () => {
    const made = stage();
    made.waiting = [];
    made.editor.type('one');
    await pause();
    made.editor.type('one two');
    await pause();
    made.editor.type('one two bad');
    await pause();
    expect(made.texts).toEqual(['one']);

    await made.answer('one');
    expect(made.texts).toEqual(['one', 'one two bad']);
    await made.answer('one two bad');
    expect(made.painter.words).toEqual(['bad']);
    expect(made.states.at(-1)).toBe('checked 1');
  });

  it('waits for the end of a composition, and then for the pause', async () => {
    const { editor, requests } = stage();
    fire(editor.element, 'compositionstart');
    editor.type('ba');
    await pause(2_000);
    expect(requests).toEqual([]);

    editor.type('bad');
    fire(editor.element, 'compositionend');
    await pause();
    expect(requests).toHaveLength(1);
  });

  it('asks nothing while the page is hidden, and at once when it is back', async () => {
    const { editor, requests } = stage();
    hide(true);
    editor.type('bad');
    await pause(5_000);
    expect(requests).toEqual([]);

    hide(false);
    await pause(0);
    expect(requests).toHaveLength(1);
  });

  it('stops with its signal: no request, no mark', async () => {
    const { editor, stop, requests, painter } = stage();
    editor.type('bad');
    await pause();
    stop.abort();
    expect(painter.words).toEqual([]);
    editor.type('bad bad');
    await pause();

    expect(requests).toHaveLength(1);
  });
});

describe('an answer and today’s text', () => {
  it('marks follow the typing before the next answer', async () => {
    const { editor, painter, states } = stage();
    editor.type('a bad word');
    await pause();
    editor.type('such a bad word');

    expect(painter.painted.map(({ start, end }) => [start, end])).toEqual([[7, 10]]);
    expect(painter.words).toEqual(['bad']);
    expect(states.at(-1)).toBe('checking 1');
  });

  it('a late answer is moved to today’s text', async () => {
    const made = stage();
    made.waiting = [];
    made.editor.type('a bad word');
    await pause();
    made.editor.type('such a bad word');
    await made.answer('a bad word');

    expect(made.painter.words).toEqual(['bad']);
    expect(made.states.at(-1)).toBe('checking 1');
  });

  it('a late answer about words that are gone is dropped', async () => {
    const made = stage();
    made.waiting = [];
    made.editor.type('a bad word');
    await pause();
    made.editor.type('a good word');
    await made.answer('a bad word');

    expect(made.painter.words).toEqual([]);
  });

  it('an answer that comes after the text was emptied marks nothing', async () => {
    const made = stage();
    made.waiting = [];
    made.editor.type('bad');
    await pause();
    made.editor.type('');
    await made.answer('bad');

    expect(made.session.marks).toEqual([]);
    expect(made.states.at(-1)).toBe('checked 0');
  });

  it('an answer that comes after the composer is gone paints nothing', async () => {
    const made = stage();
    made.waiting = [];
    made.editor.type('bad');
    await pause();
    made.stop.abort();
    await made.answer('bad');

    expect(made.painter.words).toEqual([]);
  });

  it('one that never comes counts as a server not reached, and what comes after that is dropped', async () => {
    const made = stage();
    made.waiting = [];
    made.editor.type('bad');
    await pause();
    await pause(2_500);
    expect(made.states.at(-1)).toBe('not_reached 0');

    await made.answer('bad');
    expect(made.painter.words).toEqual([]);
  });
});

describe('a server that does not answer', () => {
  it('clears the marks and says so; typing goes on', async () => {
    const made = stage();
    made.editor.type('bad');
    await pause();
    made.trouble = 'not_reached';
    made.editor.type('bad word');
    await pause();

    expect(made.painter.words).toEqual([]);
    expect(made.states.at(-1)).toBe('not_reached 0');
  });

  it.each(['not_reached', 'not_authenticated', 'refused'] as const)('that is %s is asked again by itself, after 2 s, then every 3 s, and marks return with it', async (trouble) => {
    const made = stage();
    made.trouble = trouble;
    made.editor.type('bad');
    await pause();
    expect(made.requests).toHaveLength(1);
    await pause(FIRST_RETRY_MS - 1);
    expect(made.requests).toHaveLength(1);
    await pause(1);
    expect(made.requests).toHaveLength(2);
    await pause(RETRY_MS);
    expect(made.requests).toHaveLength(3);

    made.trouble = null;
    await pause(RETRY_MS);
    expect(made.painter.words).toEqual(['bad']);
    expect(made.states.at(-1)).toBe('checked 1');
  });

  it('is left alone while the composer has no focus, and asked when it returns', async () => {
    const made = stage();
    made.trouble = 'not_reached';
    made.editor.type('bad');
    await pause();
    made.editor.element.blur();
    await pause(20_000);
    expect(made.requests).toHaveLength(1);

    made.trouble = null;
    made.editor.element.focus();
    await pause(0);
    expect(made.painter.words).toEqual(['bad']);
  });

  it('is left alone while the page is hidden, and asked when it is shown', async () => {
    const made = stage();
    made.trouble = 'not_reached';
    made.editor.type('bad');
    await pause();
    hide(true);
    await pause(20_000);
    expect(made.requests).toHaveLength(1);

    made.trouble = null;
    hide(false);
    await pause(0);
    expect(made.painter.words).toEqual(['bad']);
  });

  it.each(['not_configured', 'extension_reloaded'] as const)(
    'with %s, nothing is tried again until the text changes or focus returns',
    async (trouble) => {
      const made = stage();
      made.trouble = trouble;
      made.editor.type('bad');
      await pause();
      await pause(20_000);
      expect(made.requests).toHaveLength(1);
      expect(made.states.at(-1)).toBe(`${trouble} 0`);

      fire(made.editor.element, 'focusin');
      await pause(0);
      expect(made.requests).toHaveLength(2);
      made.editor.type('bad x');
      await pause();
      expect(made.requests).toHaveLength(3);
    },
  );

  it('is not said to be back because the text was emptied', async () => {
    const made = stage();
    made.trouble = 'not_reached';
    made.editor.type('bad');
    await pause();
    made.editor.type('');
    await pause(20_000);

    expect(made.states.at(-1)).toBe('not_reached 0');
    expect(made.requests).toHaveLength(1);
  });

  it('a check that throws counts the same', async () => {
    const made = stage();
    vi.spyOn(made, 'check').mockImplementation(() => {
      throw new Error('gone');
    });
    made.editor.type('bad');
    await pause();

    expect(made.states.at(-1)).toBe('not_reached 0');
  });
});

describe('"not this time"', () => {
  it('hides the finding for the same words until the text is emptied', async () => {
    const { editor, session, painter, states } = stage();
    editor.type('bad');
    await pause();
    session.dismiss(session.marks[0]!);
    expect(painter.words).toEqual([]);
    expect(states.at(-1)).toBe('checked 0');

    editor.type('so bad, bad');
    await pause();
    expect(painter.words).toEqual([]);

    editor.type('');
    editor.type('bad');
    await pause();
    expect(painter.words).toEqual(['bad']);
  });
});

describe('own figures', () => {
  it('counts what is shown once, and what was reworded when the next answer comes', async () => {
    const { editor, counted } = stage('a bad word, a bad day');
    await pause();
    editor.type('a bad word, a bad day, so');
    await pause();
    expect(counted).toEqual(['shown 1']);

    editor.type('a good word, a fine day');
    expect(counted).toEqual(['shown 1']);
    await pause();
    expect(counted).toEqual(['shown 1', 'reworded 1']);
  });

  it('does not take an emptied text, a dismissal or a new silence for rewording', async () => {
    const { editor, session, painter, counted } = stage('bad');
    await pause();
    session.dismiss(painter.painted[0]!);
    editor.type('bad or not');
    await pause();
    editor.type('');
    await pause();
    editor.type('all new');
    await pause();

    expect(counted).toEqual(['shown 1', 'dismissed 1']);
  });
});

describe('replacing', () => {
  it('puts the wording where the words are by now', async () => {
    const { editor, session, painter } = stage('a bad word');
    await pause();
    const mark = painter.painted[0]!;
    editor.type('Such a bad word');

    expect(await session.replace(mark, 'kind')).toBe('done');
    expect(editor.text).toBe('Such a kind word');
  });

  it('refuses when the words are gone', async () => {
    const { editor, session, painter } = stage('a bad word');
    await pause();
    const mark = painter.painted[0]!;
    editor.type('a word');

    expect(await session.replace(mark, 'kind')).toBe('refused');
    expect(editor.text).toBe('a word');
  });
});

it('brings a dismissed mark back when that is undone', async () => {
  const { session, painter, states } = stage('a bad word');
  await pause();
  const { undo } = session.dismiss(painter.painted[0]!);
  expect(painter.words).toEqual([]);
  undo();

  expect(painter.words).toEqual(['bad']);
  expect(states.at(-1)).toBe('checked 1');
});

it('keeps a finding the same when an answer says the same of the same words, so that its card can stay', async () => {
  const { editor, painter } = stage('a bad word');
  await pause();
  const before = painter.painted[0]!.finding;
  editor.type('a bad word, and bad');
  await pause();

  expect(painter.painted.map(({ finding }) => finding === before)).toEqual([true, false]);
});
