/** The reminder as an element, and how long it stays: eight seconds, longer under the pointer, shorter when typing goes on. */
import { CLOSE_SHAPE, drawing } from '@/content/drawing';
import { Delay } from '@/content/delay';
import type { Guard } from '@/content/faults';
import { translate } from '@/content/words';
import type { UiLanguage } from '@/shared/i18n';
import type { Reminder } from '@/shared/reminders';

/** Domain 5.4, `fade_seconds`. In milliseconds, as all below. */
export const SHOWN_MS = 8_000;
/** A reader's time for a line of 110 characters, so that the very next key does not take it away unread. */
export const LEAST_MS = 2_500;
/** As in the sheet. */
export const FADE_MS = 400;

const SPARK = 'M8 1.75c.5 3.6 2.15 5.5 6.25 6.25C10.15 8.75 8.5 10.65 8 14.25 7.5 10.65 5.85 8.75 1.75 8 5.85 7.25 7.5 5.35 8 1.75z';

export interface LineOptions {
  readonly document: Document;
  readonly language: UiLanguage;
  readonly guard: Guard;
  /** The time is over, or the person sent it away. */
  onGone(): void;
  onDismissed(): void;
  onLess?: (() => void) | undefined;
}

export class ReminderLine {
  readonly element: HTMLElement;
  readonly #options: LineOptions;
  readonly #timer: Delay;
  #startedMs = 0;
  #endsMs = 0;
  #isHovered = false;

  constructor(options: LineOptions) {
    const { document, language, guard } = options;
    this.#options = options;
    this.#timer = new Delay(guard);
    this.element = document.createElement('div');
    this.element.className = 'line';
    this.element.lang = language;
    // No live region: nobody who listens while typing is interrupted.
    this.element.role = 'note';
    this.element.ariaLabel = translate('presence_reminder', language);
    this.element.addEventListener('pointerenter', guard(() => this.#hover(true)));
    this.element.addEventListener('pointerleave', guard(() => this.#hover(false)));
  }

  /** Puts the words in; time only begins with `start`. */
  fill({ text, notice }: Reminder): void {
    this.stop();
    const { document } = this.#options;
    this.element.replaceChildren(drawing(document, SPARK, 'icon'), this.#text('text', text), this.#hideButton());
    if (notice !== '') this.element.append(this.#notice(notice));
  }

  start(): void {
    this.#startedMs = performance.now();
    this.#endsMs = this.#startedMs + SHOWN_MS;
    this.#wait();
  }

  /** Somebody went on writing. */
  typed(): void {
    if (!this.#timer.isRunning && !this.#isHovered) return;
    this.#endsMs = Math.min(this.#endsMs, this.#startedMs + LEAST_MS);
    this.#wait();
  }

  stop(): void {
    this.#timer.cancel();
    this.#isHovered = false;
    this.element.classList.remove('fading');
  }

  #hover(isHovered: boolean): void {
    this.#isHovered = isHovered;
    if (isHovered) {
      this.element.classList.remove('fading');
      this.#timer.cancel();
    } else {
      this.#endsMs = Math.max(this.#endsMs, performance.now() + LEAST_MS);
      this.#wait();
    }
  }

  #wait(): void {
    if (this.#isHovered) return;
    this.#timer.start(Math.max(0, this.#endsMs - performance.now()), () => this.#fade());
  }

  #fade(): void {
    this.element.classList.add('fading');
    this.#timer.start(FADE_MS, () => this.#options.onGone());
  }

  #notice(notice: string): HTMLElement {
    const { language, onLess } = this.#options;
    const line = this.#text('notice', notice);
    if (onLess === undefined) return line;
    const less = this.#button('less', onLess);
    less.textContent = translate('presence_less_often', language);
    line.append(less);
    return line;
  }

  #hideButton(): HTMLElement {
    const { document, language, onDismissed } = this.#options;
    const hide = this.#button('hide', onDismissed);
    hide.ariaLabel = translate('presence_hide_reminder', language);
    hide.append(drawing(document, CLOSE_SHAPE, 'icon'));
    return hide;
  }

  /** Every button also sends the line away. */
  #button(className: string, then: () => void): HTMLButtonElement {
    const button = this.#options.document.createElement('button');
    button.type = 'button';
    button.className = className;
    button.tabIndex = -1;
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      this.#options.onGone();
      then();
    });
    return button;
  }

  #text(className: string, text: string): HTMLElement {
    const element = this.#options.document.createElement('div');
    element.className = className;
    element.textContent = text;
    return element;
  }
}
