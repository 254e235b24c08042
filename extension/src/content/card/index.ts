/**
 * The card of a document: opens beside marked words, explains them, does what the person asks, and leaves. It belongs to
 * the person: it never takes focus by itself, and only a real click or key does something. What is done to text, mark
 * or silences is done by others, through `CardActions`.
 */
import type { Card, CardActions, CardOpening, Mark, Replaced } from '@/content/model';
import type { ShadowMode } from '@/content/top-layer';
import type { UiLanguage } from '@/shared/i18n';
import { Announcer } from './announcer';
import { copyText } from './clipboard';
import { buildCard, type CardDeeds } from './content';
import { Elements } from './elements';
import { severityKey } from './labels';
import { buildNote, type Note } from './note';
import type { Anchor } from './placing';
import { Stage } from './stage';
import { WHY_NOT } from './suggestions';

export interface CardOptions {
  readonly document: Document;
  readonly shadowMode: ShadowMode;
  readonly language: UiLanguage;
  readonly actions: CardActions;
  readonly signal: AbortSignal;
}

export function createCard(options: CardOptions): Card {
  return new FindingCard(options);
}

class FindingCard implements Card {
  readonly #options: CardOptions;
  readonly #make: Elements;
  readonly #stage: Stage;
  readonly #announcer: Announcer;
  #shown: { readonly mark: Mark; readonly how: CardOpening } | null = null;

  constructor(options: CardOptions) {
    const { document, language, shadowMode, signal } = options;
    this.#options = options;
    this.#make = new Elements(document, language);
    this.#announcer = new Announcer(document, shadowMode, signal);
    this.#stage = new Stage({ document, shadowMode, signal, onLeft: () => (this.#shown = null) });
  }

  show(mark: Mark, [first, ...rest]: DOMRect[], near: HTMLElement, how: CardOpening): void {
    if (first === undefined || this.#options.signal.aborted) return;
    this.#shown = { mark, how };
    const card = buildCard(this.#options.document, this.#make, mark, this.#deeds(mark));
    this.#stage.show(card, { words: [first, ...rest], near }, 'card');
    if (how === 'keyboard' || how === 'last-look') this.#announcer.say(this.#spoken(mark));
  }

  hide(): void {
    if (this.#shown !== null) this.#stage.clear();
  }

  isOpen(): boolean {
    return this.#shown !== null && this.#stage.isShowing;
  }

  opening(): CardOpening | null {
    return this.isOpen() ? (this.#shown?.how ?? null) : null;
  }

  contains(event: Event): boolean {
    return this.#stage.contains(event);
  }

  shownMark(): Mark | null {
    return this.#shown?.mark ?? null;
  }

  takeFocus(): void {
    this.#stage.takeFocus();
  }

  announce(marks: number): void {
    this.#announcer.count(marks, (count) => {
      if (count === 0) return this.#make.say('card_count_none');
      if (count === 1) return this.#make.say('card_count_one');
      return this.#make.say('card_count_many', [String(count)]);
    });
  }

  #deeds(mark: Mark): CardDeeds {
    const { actions } = this.#options;
    const { propose, learn } = actions;
    const { lesson } = mark.finding;
    return {
      position: actions.position(mark),
      accepts: (event) => this.#stage.accepts(event),
      step: (step) => {
        const next = actions.neighbour(mark, step);
        if (next !== null) actions.goTo(next);
      },
      close: () => this.#stage.clear(),
      dismiss: () => this.#dismiss(mark),
      propose: propose === undefined ? null : (kind) => this.#propose(() => propose(mark, kind)),
      replace: (wording) => this.#replace(mark, wording),
      learn: learn === undefined || lesson === null ? null : () => learn(lesson),
    };
  }

  #dismiss(mark: Mark): void {
    const { anchor } = this.#stage;
    // The mark goes, and with it the card would; the note takes its place.
    this.#shown = null;
    const { undo } = this.#options.actions.dismiss(mark);
    const press = (): void => {
      undo();
      this.#stage.clear();
      this.#announcer.say(this.#make.say('card_back'));
    };
    this.#leaveNote(anchor, { icon: 'done', says: this.#make.say('card_left_alone'), button: { says: 'card_undo', press } });
  }

  #propose(propose: () => void): void {
    const { anchor } = this.#stage;
    this.#shown = null;
    propose();
    this.#leaveNote(anchor, { icon: 'window', says: this.#make.say('card_confirm') });
  }

  async #replace(mark: Mark, wording: string): Promise<Replaced> {
    const { anchor } = this.#stage;
    const replaced = await this.#replaced(mark, wording);
    if (this.#options.signal.aborted) return replaced;
    const isOpenElsewhere = this.#shown !== null && this.#shown.mark.finding !== mark.finding;
    const taken = this.#make.say('card_taken', [isMac() ? '⌘Z' : this.#make.say('card_undo_keys')]);
    const says = replaced === 'done' ? taken : this.#make.say(WHY_NOT[replaced]);
    if (isOpenElsewhere) this.#announcer.say(says);
    else if (replaced === 'done') this.#leaveNote(anchor, { icon: 'done', says });
    // The text changed, and the card closed with it, before the answer came.
    else if (this.#shown === null) this.#offerCopy(anchor, says, wording);
    return replaced;
  }

  async #replaced(mark: Mark, wording: string): Promise<Replaced> {
    try {
      return await this.#options.actions.replace(mark, wording);
    } catch {
      // The composer may have gone from under it; the error could hold the person's text.
      return 'refused';
    }
  }

  #offerCopy(anchor: Anchor | null, says: string, wording: string): void {
    const press = async (): Promise<void> => {
      const copied = await copyText(this.#options.document, wording);
      this.#leaveNote(anchor, { icon: 'copy', says: this.#make.say(copied ? 'card_copied' : 'card_copy_failed') });
    };
    this.#leaveNote(anchor, { icon: 'copy', says, button: { says: 'card_copy', press: () => void press() } });
  }

  #leaveNote(anchor: Anchor | null, note: Note): void {
    if (anchor === null || this.#options.signal.aborted) return;
    this.#shown = null;
    this.#stage.show(buildNote(this.#make, note), anchor, 'note');
    if (!this.#stage.hasFocus) this.#announcer.say(note.says);
  }

  #spoken(mark: Mark): string {
    const { severity, title, message } = mark.finding;
    return `${this.#make.say(severityKey(severity))}. ${title}. ${message}`;
  }
}

const isMac = (): boolean => navigator.platform.startsWith('Mac');
