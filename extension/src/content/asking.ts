/**
 * When one composer's text is asked about: after a pause, one request at a time, never while hidden or composing, and
 * again by itself while the server is away. Knows nothing of marks or of the page.
 */
import type { CheckError, Outcome } from '@/shared/errors';
import type { Report } from '@/shared/wire';

import { Delay } from './delay';
import type { Guard } from './faults';
import { inTime } from './time-limit';

/** The writer's pause before a request, in milliseconds: short enough to help, long enough to finish a word. */
export const PAUSE_MS = 400;
/** With the 1.5 s that one attempt may take, an answer comes within 5 s after the server is back. */
export const FIRST_RETRY_MS = 2_000;
export const RETRY_MS = 3_000;

/** What ends without the writer: the server comes back, another program leaves its port, one of the two is updated. */
const PASSING: readonly CheckError[] = ['not_reached', 'not_authenticated', 'refused'];

export interface AskingOptions {
  readonly element: HTMLElement;
  readonly signal: AbortSignal;
  readonly guard: Guard;
  /** Today's text; null when there is nothing to ask about. */
  text(): string | null;
  request(text: string): Promise<Outcome<Report>>;
  /** What else the answer depends on (audience, account): when it changes, the same text is asked about again. */
  circumstances(): string;
  /** `asked` is the text the report is about; the composer may hold another by now. */
  onReport(asked: string, report: Report): void;
  onTrouble(error: CheckError): void;
}

export class Asking {
  readonly #options: AskingOptions;
  readonly #delay: Delay;
  #answer: { asked: string; under: string; report: Report } | null = null;
  #isWaiting = false;
  #composing = false;
  #trouble: CheckError | null = null;

  constructor(options: AskingOptions) {
    this.#options = options;
    this.#delay = new Delay(options.guard);
    options.signal.addEventListener('abort', () => this.#delay.cancel());
  }

  /** Why the last attempt gave no answer; null after one that did. */
  get trouble(): CheckError | null {
    return this.#trouble;
  }

  /** The text is another now, and will be asked about. */
  afterPause(): void {
    this.#askAfter(PAUSE_MS);
  }

  /** There is nothing to ask about. */
  rest(): void {
    this.#delay.cancel();
  }

  compose(composing: boolean): void {
    this.#composing = composing;
    // No input event follows the end of a composition.
    if (!composing) this.#askAfter(PAUSE_MS);
  }

  /** Focus or the page is back: what could not be asked before is asked now. */
  resume(): void {
    this.#composing = false;
    if (!this.#delay.isRunning || this.#trouble !== null) this.#ask();
  }

  /** What was answered before may be answered differently now. */
  again(): void {
    this.#answer = null;
    this.#ask();
  }

  #askAfter(delayMs: number): void {
    this.#delay.start(delayMs, () => this.#ask());
  }

  #ask(): void {
    this.#delay.cancel();
    const { element, request, guard, onReport, circumstances } = this.#options;
    if (this.#isWaiting || this.#composing) return;
    if (element.ownerDocument.visibilityState === 'hidden') return;
    const text = this.#options.text();
    if (text === null) return;
    const under = circumstances();
    if (this.#answer?.asked === text && this.#answer.under === under) return onReport(text, this.#answer.report);
    this.#isWaiting = true;
    void inTime(() => request(text)).then(guard((outcome) => this.#take(text, under, outcome)));
  }

  #take(asked: string, under: string, outcome: Outcome<Report>): void {
    this.#isWaiting = false;
    const { signal, onReport, onTrouble } = this.#options;
    if (signal.aborted) return;
    const text = this.#options.text();
    const retryMs = this.#trouble === null ? FIRST_RETRY_MS : RETRY_MS;
    this.#trouble = outcome.ok ? null : outcome.error;
    this.#answer = outcome.ok ? { asked, under, report: outcome.value } : null;
    if (text === null) return;
    if (isPassing(this.#trouble) && !this.#delay.isRunning) this.#retryAfter(retryMs);
    if (outcome.ok) onReport(asked, outcome.value);
    else onTrouble(outcome.error);
    // The writer has paused again while the answer was on its way.
    if (text !== asked && !this.#delay.isRunning) this.#ask();
  }

  #retryAfter(delayMs: number): void {
    this.#delay.start(delayMs, () => {
      if (hasFocus(this.#options.element)) this.#ask();
    });
  }
}

const isPassing = (trouble: CheckError | null): boolean => trouble !== null && PASSING.includes(trouble);

/** Focus inside a shadow root is the root's affair: the document only knows the host. */
function hasFocus(element: HTMLElement): boolean {
  const { activeElement } = element.getRootNode() as Partial<DocumentOrShadowRoot>;
  return element.contains(activeElement ?? null);
}
