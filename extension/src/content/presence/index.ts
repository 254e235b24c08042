/**
 * The sign beside the composer that is written in, and now and then a reminder below it. What they say comes from
 * `sign-words` and the background; where they are from `seat`. Neither ever takes focus or covers what people click.
 */
import type { Guard } from '@/content/faults';
import type { Presence, PresenceView } from '@/content/model';
import type { ShadowMode } from '@/content/top-layer';
import type { UiLanguage } from '@/shared/i18n';
import type { Reminder } from '@/shared/reminders';
import { LINE_CSS, SIGN_CSS } from './presence-style';
import { ReminderLine } from './reminder-line';
import { Seat } from './seat';
import { Sign } from './sign';
import { signWords } from './sign-words';
import { Surface } from './surface';

export interface PresenceOptions {
  readonly document: Document;
  readonly shadowMode: ShadowMode;
  readonly language: UiLanguage;
  readonly signal: AbortSignal;
  /** Around everything that the page or a clock starts. */
  readonly guard?: Guard;
  /** A click on the sign. */
  onOpen(): void;
  /** Absent where there are no settings to go to. */
  onLessReminders?(): void;
  onReminderDismissed(): void;
  /** The page took our sign away so often that we stay away from this composer. */
  onGivenUp?(): void;
}

const unguarded: Guard = (run) => run;

export function createPresence(options: PresenceOptions): Presence {
  return new ComposerPresence(options);
}

class ComposerPresence implements Presence {
  readonly #options: PresenceOptions;
  readonly #guard: Guard;
  readonly #signSurface: Surface;
  readonly #lineSurface: Surface;
  readonly #sign: Sign;
  readonly #line: ReminderLine;
  #seat: Seat | null = null;
  /** Ends what follows the composer of now. */
  #until = new AbortController();

  constructor(options: PresenceOptions) {
    const { document, language, signal } = options;
    this.#options = options;
    this.#guard = options.guard ?? unguarded;
    this.#sign = new Sign(document, language, () => options.onOpen());
    this.#line = new ReminderLine({
      document,
      language,
      guard: this.#guard,
      onGone: () => this.#hideLine(),
      onDismissed: () => options.onReminderDismissed(),
      onLess: options.onLessReminders && (() => options.onLessReminders?.()),
    });
    this.#signSurface = this.#surface('porte-parole-sign', SIGN_CSS, this.#sign.element);
    this.#lineSurface = this.#surface('porte-parole-line', LINE_CSS, this.#line.element);
    signal.addEventListener('abort', this.#guard(() => this.hide()));
  }

  show(composer: HTMLElement, view: PresenceView): void {
    if (this.#options.signal.aborted) return;
    const seat = this.#seat?.composer === composer ? this.#seat : this.#sitDown(composer);
    seat.buttons = view.surroundings.publishButtons;
    // A mark is more useful than a line.
    if (view.worst !== null) this.#hideLine();
    if (this.#sign.say(signWords(view, this.#options.language))) seat.resized();
    else seat.look();
  }

  hide(): void {
    this.#until.abort();
    this.#hideLine();
    this.#signSurface.leave();
    this.#seat = null;
  }

  remind(reminder: Reminder): void {
    if (this.#seat === null) return;
    this.#line.fill(reminder);
    if (this.#seat.showLine()) this.#line.start();
    else this.#hideLine();
  }

  contains(event: Event): boolean {
    return this.#signSurface.contains(event) || this.#lineSurface.contains(event);
  }

  #sitDown(composer: HTMLElement): Seat {
    this.hide();
    this.#until = new AbortController();
    const signal = this.#until.signal;
    const guard = this.#guard;
    const typed = guard(() => this.#line.typed());
    composer.addEventListener('input', typed, { capture: true, passive: true, signal });
    // Now, and not in the middle of a sentence: another node in the page ends a step of Chromium's undo.
    this.#signSurface.enter(composer);
    const surfaces = { sign: this.#signSurface, line: this.#lineSurface, lineElement: this.#line.element };
    return (this.#seat = new Seat({ composer, ...surfaces, guard, signal }));
  }

  #hideLine(): void {
    this.#line.stop();
    this.#seat?.hideLine();
  }

  #surface(tag: string, css: string, content: HTMLElement): Surface {
    const { document, shadowMode } = this.#options;
    const returned = (): void => this.#seat?.look();
    const lost = (): void => {
      this.hide();
      this.#options.onGivenUp?.();
    };
    return new Surface({ document, tag, shadowMode, css, content, events: { returned, lost } });
  }
}
