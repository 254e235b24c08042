/** What the card says about one mark, as elements; where and when it is shown belongs to `index`. */
import type { Mark } from '@/content/model';
import type { Elements } from './elements';
import { categoryKey, reasonKeys, severityKey } from './labels';
import { suggestionList, type SuggestionDeeds } from './suggestions';

/** What the card's buttons do; those that are null have none. */
export interface CardDeeds extends SuggestionDeeds {
  readonly position: { readonly at: number; readonly of: number };
  step(step: 1 | -1): void;
  close(): void;
  dismiss(): void;
  readonly propose: ((kind: 'words' | 'rule') => void) | null;
  readonly learn: (() => void) | null;
}

export function buildCard(document: Document, make: Elements, { finding }: Mark, deeds: CardDeeds): HTMLElement {
  return new CardBuilder(document, make, finding, deeds).card();
}

class CardBuilder {
  constructor(
    private readonly document: Document,
    private readonly make: Elements,
    private readonly finding: Mark['finding'],
    private readonly deeds: CardDeeds,
  ) {}

  card(): HTMLElement {
    const { make, finding } = this;
    const title = make.text('h2', 'title', finding.title);
    title.id = 'title';
    const body = make.element('div', 'body', title, ...this.#sentences(), ...this.#suggestions(), this.#why(), this.#further());
    const card = make.frame('section', `card ${finding.severity}`, this.#head(), make.element('hr', 'line'), body, this.#verbs());
    card.role = 'dialog';
    card.setAttribute('aria-labelledby', title.id);
    card.setAttribute('aria-describedby', 'message');
    return card;
  }

  #head(): HTMLElement {
    const { make, deeds } = this;
    const { at, of } = deeds.position;
    const step = (name: 'previous' | 'next', way: 1 | -1): HTMLElement =>
      make.iconButton(`step ${name}`, name, make.say(`card_${name}`), () => deeds.step(way));
    const place = make.label('span', 'place', 'card_position', [String(at), String(of)]);
    const walk = of > 1 ? make.element('div', 'walk', step('previous', -1), place, step('next', 1)) : null;
    const close = make.iconButton('close', 'close', make.say('card_close'), deeds.close);
    return make.element('div', 'head', this.#kind(), walk, close);
  }

  #kind(): HTMLElement {
    const { make } = this;
    const { severity, category, title } = this.finding;
    const key = categoryKey(category);
    const name = key === null ? '' : make.say(key);
    // Many rules are named like their category; once is enough.
    const named = name !== '' && name !== title ? make.text('span', 'category', name) : null;
    const words = make.element('span', 'words', make.label('span', 'severity', severityKey(severity)), named);
    return make.element('p', 'kind', make.icon(severity), words);
  }

  #sentences(): HTMLElement[] {
    const { message, advice } = this.finding;
    const why = this.make.text('p', 'message', message);
    why.id = 'message';
    return advice === '' ? [why] : [why, this.make.text('p', 'advice', advice)];
  }

  #suggestions(): HTMLElement[] {
    const { suggestions } = this.finding;
    return suggestions.length === 0 ? [] : suggestionList(this.document, this.make, suggestions, this.deeds);
  }

  #why(): HTMLElement | null {
    const words = reasonKeys(this.finding.reasons).map((key) => this.make.say(key));
    return words.length === 0 ? null : this.make.label('p', 'why', 'card_why', [words.join(' · ')]);
  }

  #further(): HTMLElement | null {
    const { make } = this;
    const { learn } = this.deeds;
    const address = httpsAddress(this.finding.url);
    const lesson = learn && make.button('more learn', learn, make.icon('lesson'), make.label('span', '', 'card_learn'));
    const link = address && make.link('more', address, make.label('span', '', 'card_more'), make.icon('out'));
    return lesson || link ? make.element('div', 'further', lesson, link || null) : null;
  }

  #verbs(): HTMLElement {
    const { make, deeds } = this;
    const { propose } = deeds;
    const meant =
      (run: () => void) =>
      (event: MouseEvent): void => {
        if (deeds.accepts(event)) run();
      };
    const verbs = make.element('div', 'verbs', make.wordButton('dismiss', 'card_not_this_time', meant(deeds.dismiss)));
    if (propose !== null) {
      const words = make.wordButton('quiet never', 'card_never_words', meant(() => propose('words')));
      const rule = make.wordButton('quiet off', 'card_rule_off', meant(() => propose('rule')));
      verbs.append(words, rule);
    }
    return verbs;
  }
}

/** Null unless it is a whole https address: rules come from files, and a card must not lead elsewhere. */
function httpsAddress(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  return parsed?.protocol === 'https:' ? parsed.href : null;
}
