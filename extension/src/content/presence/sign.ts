/** The sign itself, as an element: our bubble, a word or three, and the shape of the most serious mark if there is one. */
import { drawing, redraw, SEVERITY_SHAPES } from '@/content/drawing';
import type { UiLanguage } from '@/shared/i18n';
import type { SignWords } from './sign-words';

/** A speech bubble with a line that is read; without the line when nothing was read. */
const BUBBLE = 'M3.75 2h8.5A1.75 1.75 0 0 1 14 3.75v5.5A1.75 1.75 0 0 1 12.25 11H7.5L4.75 13.75V11h-1A1.75 1.75 0 0 1 2 9.25v-5.5A1.75 1.75 0 0 1 3.75 2z';
const READ = 'M5 6.75q1.5-3 3 0t3 0';
const UNREAD = 'M5 6.5h.01M8 6.5h.01M11 6.5h.01';

const LOOKS: readonly SignWords['look'][] = ['quiet', 'trouble', 'low', 'medium', 'high'];

export class Sign {
  readonly element: HTMLButtonElement;
  readonly #bubble: SVGElement;
  readonly #words: Text;
  readonly #shape: SVGElement;
  #said = '';

  constructor(document: Document, language: UiLanguage, onClick: () => void) {
    this.#bubble = drawing(document, BUBBLE, 'icon bubble');
    this.#shape = drawing(document, '', 'icon shape');
    this.#words = document.createTextNode('');
    const words = document.createElement('span');
    words.className = 'words';
    words.append(this.#words);
    this.element = document.createElement('button');
    this.element.type = 'button';
    this.element.className = 'sign';
    // Tab goes through the page as if we were not there; commands and panel are the keyboard's way.
    this.element.tabIndex = -1;
    this.element.lang = language;
    this.element.append(this.#bubble, words, this.#shape);
    this.element.addEventListener('click', (event) => {
      // Only a person decides; a page can make up events.
      if (event.isTrusted) onClick();
    });
  }

  /**
   * Its parts change and none is taken away: a node that goes, even one of ours, ends a step of Chromium's own undo.
   * @returns whether the sign looks different now.
   */
  say(words: SignWords): boolean {
    const { parts, told, look } = words;
    const said = [look, told, ...parts].join('\n');
    if (said === this.#said) return false;
    this.#said = said;
    for (const name of LOOKS) this.element.classList.toggle(name, name === look);
    this.element.ariaLabel = `Porte-parole · ${parts.filter((part) => part !== '?').join(' · ')}. ${told}`;
    this.element.title = told;
    this.#words.data = parts.join(' · ');
    redraw(this.#bubble, BUBBLE + (look === 'trouble' ? UNREAD : READ));
    redraw(this.#shape, look === 'quiet' || look === 'trouble' ? '' : SEVERITY_SHAPES[look]);
    return true;
  }
}
