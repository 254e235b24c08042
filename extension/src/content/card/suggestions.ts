/** Other wordings to take over into the text, or to copy where the page does not take them. */
import type { Replaced } from '@/content/model';
import type { MessageKey } from '@/content/words';
import { copyText } from './clipboard';
import type { Elements } from './elements';

export interface SuggestionDeeds {
  /** Whether a click on something that changes the text is meant. */
  accepts(event: MouseEvent): boolean;
  replace(wording: string): Promise<Replaced>;
}

/** How long a copy button says that it copied, in milliseconds. */
const COPIED_MS = 2_000;

/** Why a wording was not taken over. */
export const WHY_NOT: Record<Exclude<Replaced, 'done'>, MessageKey> = { refused: 'card_refused', different: 'card_different' };

/** @param wordings - at least one. */
export function suggestionList(document: Document, make: Elements, wordings: readonly string[], deeds: SuggestionDeeds): HTMLElement[] {
  const result = make.element('p', 'result');
  result.role = 'status';
  const tell = (key: MessageKey): void => {
    result.textContent = make.say(key);
  };
  const items = wordings.map((wording) => new Suggestion(document, make, wording, deeds, tell).element);
  return [make.label('p', 'label', 'card_suggestions'), make.element('ul', 'chips', ...items), result];
}

/** `copy_only`: the page did not take it over. */
type State = 'offered' | 'working' | 'copy_only';

class Suggestion {
  readonly element: HTMLElement;
  readonly #text: HTMLElement;
  readonly #chip: HTMLButtonElement;
  readonly #copy: HTMLButtonElement;
  #state: State = 'offered';

  constructor(
    private readonly document: Document,
    private readonly make: Elements,
    private readonly wording: string,
    private readonly deeds: SuggestionDeeds,
    private readonly tell: (key: MessageKey) => void,
  ) {
    this.#text = make.element('span', 'offer', make.text('span', 'wording', wording));
    this.#chip = make.button('chip', (event) => this.#pressed(event), make.icon('take'), this.#text);
    this.#chip.title = make.say('card_take');
    this.#copy = make.iconButton('copy', 'copy', make.say('card_copy'), () => void this.#copyWording());
    this.element = make.element('li', '', this.#chip, this.#copy);
  }

  #pressed(event: MouseEvent): void {
    if (this.#state === 'copy_only') void this.#copyWording();
    else if (this.#state === 'offered' && this.deeds.accepts(event)) void this.#take();
  }

  async #take(): Promise<void> {
    const hadFocus = this.#chip.matches(':focus');
    const offered = this.#text;
    this.#state = 'working';
    this.#chip.ariaBusy = 'true';
    this.#say('take', this.make.label('span', '', 'card_taking'));
    const replaced = await this.deeds.replace(this.wording);
    if (replaced === 'done') return;
    this.tell(WHY_NOT[replaced]);
    this.#state = 'copy_only';
    this.#chip.ariaBusy = null;
    this.#chip.title = '';
    offered.append(this.make.label('span', 'instead', 'card_copy'));
    this.#say('copy', offered);
    this.#copy.hidden = true;
    if (hadFocus) this.#chip.focus();
  }

  #say(icon: 'take' | 'copy', words: HTMLElement): void {
    this.#chip.replaceChildren(this.make.icon(icon), words);
  }

  async #copyWording(): Promise<void> {
    const copied = await copyText(this.document, this.wording);
    this.tell(copied ? 'card_copied' : 'card_copy_failed');
    if (!copied) return;
    const button = this.#state === 'copy_only' ? this.#chip : this.#copy;
    button.firstElementChild?.replaceWith(this.make.icon('done'));
    setTimeout(() => button.firstElementChild?.replaceWith(this.make.icon('copy')), COPIED_MS);
  }
}
