/** The practice page's own part: two places to write, posts to try, and a list of what was found in the last text. */
import type { CheckError } from '@/shared/errors';
import type { UiLanguage } from '@/shared/i18n';
import type { Report } from '@/shared/wire';
import { element } from '@/pages/element';
import { EXAMPLES } from './examples';
import { FindingsPanel } from './findings';
import '@/pages/look.css';
import './writing.css';
import './findings.css';
import './practice.css';
import { translate, type MessageKey } from '@/pages/words';

const LANGUAGE_NAMES = { fr: 'Français', en: 'English' } as const;

export class PracticePage {
  private readonly findings: FindingsPanel;
  private readonly post: HTMLElement;
  private readonly reply: HTMLTextAreaElement;

  /** Draws the page into `main`; `onLanguage` is called when the reader asks for another language. */
  constructor(
    main: HTMLElement,
    private readonly language: UiLanguage,
    private readonly onLanguage: (language: UiLanguage) => void,
  ) {
    document.documentElement.lang = language;
    document.title = this.words('practice_title');
    this.findings = new FindingsPanel(language);
    this.post = this.postField();
    this.reply = this.replyField();
    main.replaceChildren(
      this.top(),
      element('div', { class: 'columns' }, this.writing(), this.findings.element),
    );
    main.tabIndex = -1;
  }

  showReport(text: string, report: Report): void {
    this.findings.take(text, report);
  }

  showState(state: 'checking' | 'checked' | CheckError | 'gone' | 'left', findings: number): void {
    const isEmpty = this.post.textContent.trim() === '' && this.reply.value.trim() === '';
    this.findings.show(state === 'gone' || state === 'left' || (state === 'checked' && isEmpty) ? 'idle' : state, findings);
  }

  private top(): HTMLElement {
    return element(
      'header',
      {},
      element('div', { class: 'brand' }, element('span', {}, 'Porte-parole'), this.languageSwitch()),
      element('h1', {}, this.words('practice_heading')),
      element('p', { class: 'promise' }, this.words('practice_promise')),
    );
  }

  private writing(): HTMLElement {
    return element('div', { class: 'writing' }, this.postBox(), this.replyBox());
  }

  private languageSwitch(): HTMLElement {
    const choices = (['fr', 'en'] as const).map((language) => {
      const attributes = { type: 'button', lang: language, 'aria-pressed': String(language === this.language) };
      const choice = element('button', attributes, LANGUAGE_NAMES[language]);
      choice.addEventListener('click', () => this.onLanguage(language));
      return choice;
    });
    return element('div', { class: 'languages', role: 'group', 'aria-label': this.words('practice_language') }, ...choices);
  }

  private postField(): HTMLElement {
    return element('div', {
      class: 'field',
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': this.words('practice_post_label'),
      spellcheck: 'false',
      'data-placeholder': this.words('practice_post_placeholder'),
    });
  }

  private replyField(): HTMLTextAreaElement {
    return element('textarea', {
      class: 'field',
      rows: '2',
      spellcheck: 'false',
      'aria-label': this.words('practice_reply_label'),
      placeholder: this.words('practice_reply_placeholder'),
    });
  }

  private postBox(): HTMLElement {
    const examples = element(
      'div',
      { class: 'examples' },
      element('p', { id: 'examples' }, this.words('practice_examples')),
      this.exampleChips(),
    );
    const hint = element('p', { class: 'note' }, this.words('practice_hint'));
    return element('section', { class: 'sheet' }, this.author(), this.post, examples, hint);
  }

  private author(): HTMLElement {
    const name = element('strong', {}, this.words('practice_author'));
    const audience = element('span', {}, this.words('practice_audience'));
    const face = element('span', { class: 'face', 'aria-hidden': 'true' }, 'C');
    return element('div', { class: 'author' }, face, element('div', {}, name, audience));
  }

  private exampleChips(): HTMLElement {
    const chips = EXAMPLES[this.language === 'fr' ? 'fr' : 'en'].map(({ name, text }) => {
      const chip = element('button', { type: 'button' }, name);
      chip.addEventListener('click', () => this.fill(text));
      return chip;
    });
    return element('div', { class: 'chips', role: 'group', 'aria-labelledby': 'examples' }, ...chips);
  }

  private replyBox(): HTMLElement {
    const comment = element(
      'div',
      { class: 'comment' },
      element('strong', {}, this.words('practice_comment_author')),
      element('p', {}, this.words('practice_comment')),
    );
    return element('section', { class: 'sheet reply' }, comment, this.reply);
  }

  /** Replaces the post as typing would, so that everything that listens to typing hears of it. */
  private fill(text: string): void {
    this.post.focus();
    this.post.textContent = text;
    getSelection()?.selectAllChildren(this.post);
    getSelection()?.collapseToEnd();
    this.post.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
  }

  private words(key: MessageKey): string {
    return translate(key, this.language);
  }
}
