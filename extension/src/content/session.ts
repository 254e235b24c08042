/**
 * One composer: its text on the way out, and what was found on the way back, moved to today's text and painted. Knows
 * neither how a text is read nor how a mark is drawn, and never shows a mark that no answer stands behind.
 */
import type { Checker, Editor, Mark, Painter, Snapshot } from '@/content/model';
import type { CheckError } from '@/shared/errors';
import { MAX_TEXT_UTF16, type Report } from '@/shared/wire';

import { Asking } from './asking';
import type { Guard } from './faults';
import { StandingMarks } from './standing-marks';

export type SessionState = 'checking' | 'checked' | CheckError;

export interface SessionOptions {
  readonly editor: Editor;
  readonly check: Checker;
  readonly painter: Painter;
  readonly site: string;
  readonly uiLanguage: string;
  readonly signal: AbortSignal;
  readonly guard: Guard;
  /** Called when the state or the number of shown findings changes. */
  onState(state: SessionState, findings: number): void;
  /** Called when the text changed, whoever changed it. */
  onText(): void;
}

export class Session {
  readonly editor: Editor;
  readonly #options: SessionOptions;
  readonly #standing = new StandingMarks();
  readonly #asking: Asking;
  #snapshot: Snapshot;
  #told: { state: SessionState; findings: number } | null = null;
  #painted = false;

  constructor(options: SessionOptions) {
    const { editor, check, site, uiLanguage, guard, signal } = options;
    this.editor = editor;
    this.#options = options;
    this.#asking = new Asking({
      element: editor.element,
      signal,
      guard,
      request: (text) => check({ text, site, ui_language: uiLanguage }),
      onReport: (asked, report) => this.#showReport(asked, report),
      onTrouble: (error) => this.#showNothing(error),
    });
    this.#snapshot = editor.read();
    this.#listen();
    this.#textChanged();
  }

  /** What is underlined now, in the order of the report. */
  get marks(): readonly Mark[] {
    return this.#standing.on(this.#snapshot.text);
  }

  /** Hides a finding for the same words in this composer, until its text is emptied. */
  dismiss(mark: Mark): void {
    this.#standing.dismiss(mark, this.#snapshot.text);
    this.#paint();
    if (this.#told) this.#tell(this.#told.state);
  }

  #listen(): void {
    const { guard, signal, painter } = this.#options;
    const { element } = this.editor;
    const on = (target: EventTarget, name: string, run: () => void): void =>
      target.addEventListener(name, guard(run), { capture: true, passive: true, signal });
    on(element, 'compositionstart', () => this.#asking.compose(true));
    on(element, 'compositionend', () => this.#asking.compose(false));
    on(element, 'focusin', () => this.#comeBack());
    on(element.ownerDocument, 'visibilitychange', () => this.#comeBack());
    this.editor.onChange(guard(() => this.#reread()), signal);
    signal.addEventListener('abort', guard(() => painter.clear(this.editor)));
  }

  #comeBack(): void {
    if (this.editor.element.ownerDocument.visibilityState === 'hidden') return;
    this.#reread();
    this.#asking.resume();
  }

  #reread(): void {
    const before = this.#snapshot.text;
    this.#snapshot = this.editor.read();
    // The same text may stand in other nodes now.
    if (this.#snapshot.text === before) return this.#paint();
    this.#standing.follow(before, this.#snapshot.text);
    this.#options.onText();
    this.#textChanged();
  }

  #textChanged(): void {
    const { text } = this.#snapshot;
    const isBlank = text.trim() === '';
    const isTooLong = text.length > MAX_TEXT_UTF16;
    this.#asking.about(isBlank || isTooLong ? null : text);
    if (isBlank) {
      this.#standing.forgetDismissed();
      // Nothing is unchecked in an empty composer, but that does not bring the server back.
      return this.#showNothing(this.#asking.trouble ?? 'checked');
    }
    if (isTooLong) return this.#showNothing('text_too_long');
    this.#paint();
    this.#tell('checking');
  }

  #showReport(asked: string, report: Report): void {
    const { text } = this.#snapshot;
    this.#standing.set(report.findings, asked, text);
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
    const { marks } = this;
    if (marks.length === 0 && !this.#painted) return;
    this.#painted = marks.length > 0;
    const { painter } = this.#options;
    painter.paint(this.editor, marks.map((mark) => ({ ...mark, ranges: this.#snapshot.rangesFor(mark.start, mark.end) })));
  }

  #tell(state: SessionState): void {
    const findings = this.marks.length;
    if (this.#told?.state === state && this.#told.findings === findings) return;
    this.#told = { state, findings };
    this.#options.onState(state, findings);
  }
}
