/** What the card says about one mark, as elements; where and when it is shown belongs to `index`. */
import type { Mark } from '@/content/model';
import { translate, type MessageKey } from '@/content/words';
import type { UiLanguage } from '@/shared/i18n';
import { copyText } from './clipboard';
import { icon } from './icons';
import { categoryKey, reasonKeys, severityKey } from './labels';

export interface CardActions {
  dismiss(): void;
  close(): void;
}

/** How long a chip says that it was copied, in milliseconds. */
const COPIED_MS = 2_000;

export function buildCard(document: Document, mark: Mark, language: UiLanguage, actions: CardActions): HTMLElement {
  const build = new CardBuilder(document, language);
  return build.card(mark, actions);
}

class CardBuilder {
  constructor(
    private readonly document: Document,
    private readonly language: UiLanguage,
  ) {}

  card(mark: Mark, actions: CardActions): HTMLElement {
    const { finding } = mark;
    const card = this.element('section', `card ${finding.severity}`);
    card.role = 'dialog';
    card.lang = this.language;
    card.dir = 'ltr';
    card.setAttribute('aria-labelledby', 'title');
    card.setAttribute('aria-describedby', 'message');
    const title = this.text('h2', 'title', finding.title);
    const message = this.text('p', 'message', finding.message);
    title.id = 'title';
    message.id = 'message';
    card.append(this.kind(mark), this.element('hr', 'line'), title, message);
    if (finding.advice !== '') card.append(this.text('p', 'advice', finding.advice));
    if (finding.suggestions.length > 0) card.append(...this.suggestions(finding.suggestions));
    card.append(...this.why(mark), this.actions(mark, actions), this.closeButton(actions));
    return card;
  }

  private kind(mark: Mark): HTMLElement {
    const { severity, category, title } = mark.finding;
    const kind = this.element('p', 'kind');
    kind.append(icon(this.document, severity), this.label('span', 'severity', severityKey(severity)));
    const key = categoryKey(category);
    const name = key === null ? '' : translate(key, this.language);
    // Many rules are named like their category; once is enough.
    if (name !== '' && name !== title) kind.append(this.text('span', 'category', name));
    return kind;
  }

  private suggestions(wordings: readonly string[]): HTMLElement[] {
    const heard = this.element('p', 'heard');
    heard.role = 'status';
    const chips = this.element('ul', 'chips');
    for (const wording of wordings) {
      const item = this.element('li', '');
      item.append(this.chip(wording, heard));
      chips.append(item);
    }
    return [this.label('p', 'label', 'card_suggestions'), chips, heard];
  }

  private chip(wording: string, heard: HTMLElement): HTMLElement {
    const text = this.text('span', 'wording', wording);
    const show = (name: 'copy' | 'done', words: string): void => {
      text.textContent = words;
      chip.firstElementChild?.replaceWith(icon(this.document, name));
    };
    const copy = async (): Promise<void> => {
      const copied = await copyText(this.document, wording);
      const answer = translate(copied ? 'card_copied' : 'card_copy_failed', this.language);
      heard.textContent = answer;
      show(copied ? 'done' : 'copy', answer);
      setTimeout(() => show('copy', wording), COPIED_MS);
    };
    const chip = this.button('chip', () => void copy());
    chip.append(icon(this.document, 'copy'), text);
    chip.title = translate('card_copy', this.language);
    return chip;
  }

  private why(mark: Mark): HTMLElement[] {
    const words = reasonKeys(mark.finding.reasons).map((key) => translate(key, this.language));
    if (words.length === 0) return [];
    return [this.text('p', 'why', translate('card_why', this.language, [words.join(' · ')]))];
  }

  private actions(mark: Mark, actions: CardActions): HTMLElement {
    const row = this.element('div', 'actions');
    const dismiss = this.button('dismiss', actions.dismiss);
    dismiss.textContent = translate('card_not_this_time', this.language);
    row.append(dismiss);
    const address = httpsAddress(mark.finding.url);
    if (address !== null) row.append(this.link(address));
    return row;
  }

  private link(address: string): HTMLElement {
    const link = this.document.createElement('a');
    link.className = 'more';
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.append(this.label('span', '', 'card_more'), icon(this.document, 'out'));
    return link;
  }

  private closeButton(actions: CardActions): HTMLElement {
    const close = this.button('close', actions.close);
    close.ariaLabel = translate('card_close', this.language);
    close.append(icon(this.document, 'close'));
    return close;
  }

  private button(className: string, onClick: () => void): HTMLButtonElement {
    const button = this.document.createElement('button');
    button.type = 'button';
    button.className = className;
    button.addEventListener('click', (event) => {
      // Only a person decides; a page can make up events.
      if (event.isTrusted) onClick();
    });
    return button;
  }

  private label(tag: 'span' | 'p', className: string, key: MessageKey): HTMLElement {
    return this.text(tag, className, translate(key, this.language));
  }

  private text(tag: 'span' | 'p' | 'h2', className: string, text: string): HTMLElement {
    const element = this.element(tag, className);
    element.dir = 'auto';
    element.textContent = text;
    return element;
  }

  private element(tag: 'section' | 'span' | 'p' | 'h2' | 'hr' | 'ul' | 'li' | 'div', className: string): HTMLElement {
    const element = this.document.createElement(tag);
    if (className !== '') element.className = className;
    return element;
  }
}

/** Null unless it is a whole https address: rules come from files, and a card must not lead elsewhere. */
function httpsAddress(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  return parsed?.protocol === 'https:' ? parsed.href : null;
}
