/**
 * One composer: its text on the way out, and what was found on the way back, moved to today's text and painted. Knows
 * neither how a text is read nor how a mark is drawn, and never shows a mark that no answer stands behind.
 */
import type { Checker, Editor, Mark, Painter, Replaced, SiteReader, Snapshot, Surroundings } from '@/content/model';
import type { CheckError } from '@/shared/errors';
import { MAX_TEXT_UTF16, type Report } from '@/shared/wire';

import { Asking } from './asking';
import type { Guard } from './faults';
import { Glance } from './glance';
import { StandingMarks } from './standing-marks';
import { Tally, type Count } from './tally';

export type SessionState = 'checking' | 'checked' | CheckError;

export interface SessionOptions {
  readonly editor: Editor;
  readonly check: Checker;
  readonly painter: Painter;
  readonly reader: SiteReader;
  /** The site as the server knows it. */
  readonly site: string;
  readonly uiLanguage: string;
  readonly signal: AbortSignal;
  readonly guard: Guard;
  readonly count: Count;
  /** Called when the state or the number of shown findings changes. */
  onState(state: SessionState, findings: number): void;
  /** Called when the text changed, whoever changed it. */
  onText(): void;
}

export class Session {
  readonly editor: Editor;
  /** As of the last request. */
  lastSurroundings: Surroundings;
  readonly #options: SessionOptions;
  readonly #standing = new StandingMarks();
  readonly #asking: Asking;
  readonly #tally: Tally;
  readonly #glance: Glance;
  #snapshot: Snapshot;
  /** The text is another by now, but the marks are on their words: it is read at the pause, or when somebody asks. */
  #isBehind = false;
  #told: { state: SessionState; findings: number } | null = null;
  #painted = false;

  constructor(options: SessionOptions) {
    const { editor, guard, signal } = options;
    this.editor = editor;
    this.#options = options;
    this.#tally = new Tally(options.count);
    this.lastSurroundings = options.reader.read(editor.element);
    this.#glance = new Glance(editor.element);
    this.#asking = new Asking({
      element: editor.element,
      signal,
      guard,
      text: () => this.#textToAsk(),
      request: (text) => this.#request(text),
      circumstances: () => {
        const { audience, account } = this.surroundings();
        return `${audience} ${account}`;
      },
      onReport: (asked, report) => this.#showReport(asked, report),
      onTrouble: (error) => this.#showNothing(error),
    });
    this.#snapshot = editor.read();
    this.#listen();
    this.#textChanged();
  }

  /** What is underlined now, in the order of the report. */
  get marks(): readonly Mark[] {
    return this.#standing.on(this.text);
  }

  get text(): string {
    this.#catchUp();
    return this.#snapshot.text;
  }

  get state(): SessionState {
    return this.#told?.state ?? 'checking';
  }

  /** What the page says around the composer, read anew. */
  surroundings(): Surroundings {
    return (this.lastSurroundings = this.#options.reader.read(this.editor.element));
  }

  /** The most serious advice, if it is an alert. */
  alert(): Mark | null {
    return this.marks.find(({ finding }) => finding.severity === 'high') ?? null;
  }

  wordsOf({ finding }: Mark): string {
    const mark = this.marks.find((one) => one.finding === finding);
    return mark === undefined ? '' : this.text.slice(mark.start, mark.end);
  }

  /** Hides a finding for the same words in this composer, until its text is emptied or `undo` is called. */
  dismiss(mark: Mark): { undo(): void } {
    const back = this.#standing.dismiss(mark, this.text);
    this.#options.count('dismissed', 1);
    this.#repaint();
    return {
      undo: () => {
        back();
        this.#repaint();
      },
    };
  }

  /** Puts a wording in the place of a finding's words; `refused` when they are not there any more. */
  async replace({ finding }: Mark, wording: string): Promise<Replaced> {
    const mark = this.marks.find((one) => one.finding === finding);
    if (mark === undefined) return 'refused';
    return this.editor.replace(mark.start, mark.end, this.text.slice(mark.start, mark.end), wording);
  }

  /** Asks again about the same text: the person's silences have changed. */
  checkAgain(): void {
    this.#tally.startAnew();
    this.#asking.again();
  }

  #request(text: string): ReturnType<Checker> {
    const { check, site, uiLanguage } = this.#options;
    const { audience, account } = this.surroundings();
    return check({ text, site, audience, account, ui_language: uiLanguage });
  }

  #repaint(): void {
    this.#paint();
    if (this.#told) this.#tell(this.#told.state);
  }

  #listen(): void {
    const { guard, signal, painter } = this.#options;
    const { element } = this.editor;
    const on = (target: EventTarget, name: string, run: (event: Event) => void): void =>
      target.addEventListener(name, guard(run), { capture: true, passive: true, signal });
    on(element, 'compositionstart', () => this.#asking.compose(true));
    on(element, 'compositionend', () => this.#asking.compose(false));
    on(element, 'focusin', () => this.#comeBack());
    on(element.ownerDocument, 'visibilitychange', () => this.#comeBack());
    // Who clicks or moves the caret may go on elsewhere: two edits apart, seen as one, would take the marks between along.
    on(element, 'pointerdown', () => this.#catchUp());
    on(element, 'keydown', (event) => isTyping(event as KeyboardEvent) || this.#catchUp());
    this.editor.onChange(guard(() => this.#changed()), signal);
    signal.addEventListener('abort', guard(() => painter.clear(this.editor)));
  }

  #comeBack(): void {
    if (this.editor.element.ownerDocument.visibilityState === 'hidden') return;
    this.#reread();
    this.#asking.resume();
  }

  #changed(): void {
    const mayBeBehind = this.#told?.state === 'checking' || this.#told?.state === 'text_too_long';
    if (!mayBeBehind || !this.#glance.isChangedElsewhere()) return this.#reread();
    this.#isBehind = true;
    this.#options.onText();
    this.#asking.afterPause();
  }

  #reread(): void {
    const before = this.#snapshot.text;
    this.#read();
    // The same text may stand in other nodes now.
    if (this.#snapshot.text === before) return this.#paint();
    this.#options.onText();
    this.#textChanged();
  }

  #catchUp(): void {
    if (!this.#isBehind) return;
    this.#read();
    this.#paint();
  }

  #read(): void {
    const before = this.#snapshot.text;
    this.#isBehind = false;
    this.#snapshot = this.editor.read();
    this.#standing.follow(before, this.#snapshot.text);
  }

  #textChanged(): void {
    if (this.#textToAsk() === null) return this.#asking.rest();
    this.#asking.afterPause();
    this.#paint();
    this.#tell('checking');
  }

  /** The text of now; null, and said so, when there is nothing to ask about. */
  #textToAsk(): string | null {
    const { text } = this;
    if (text.trim() === '') {
      this.#standing.forgetDismissed();
      this.#tally.startAnew();
      // Nothing is unchecked in an empty composer, but that does not bring the server back.
      this.#showNothing(this.#asking.trouble ?? 'checked');
      return null;
    }
    if (text.length <= MAX_TEXT_UTF16) return text;
    this.#showNothing('text_too_long');
    return null;
  }

  #showReport(asked: string, report: Report): void {
    const { text } = this;
    this.#standing.set(report.findings, asked, text);
    this.#tally.answered(this.#standing.names(text));
    this.#paint();
    this.#tell(asked === text ? 'checked' : 'checking');
  }

  /** What cannot be checked is not underlined either; the next answer brings it back. */
  #showNothing(state: SessionState): void {
    this.#standing.clear();
    this.#paint();
    this.#tell(state);
  }

  #paint(): void {
    const marks = this.marks.map((mark) => ({ ...mark, ranges: this.#snapshot.rangesFor(mark.start, mark.end) }));
    if (marks.length > 0 || this.#painted) this.#options.painter.paint(this.editor, marks);
    this.#painted = marks.length > 0;
    this.#glance.remember(marks.flatMap(({ ranges }) => ranges));
  }

  #tell(state: SessionState): void {
    const findings = this.marks.length;
    if (this.#told?.state === state && this.#told.findings === findings) return;
    this.#told = { state, findings };
    this.#options.onState(state, findings);
  }
}

/** Keys that change the text at the caret; all others may move it. */
function isTyping({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && (key.length === 1 || key === 'Backspace' || key === 'Delete' || key === 'Enter' || key === 'Shift');
}
