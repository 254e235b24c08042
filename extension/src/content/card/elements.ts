/** Makes the elements of card and note: every text enters as text, and a button only hears a person. */
import { translate, type MessageKey } from '@/content/words';
import type { UiLanguage } from '@/shared/i18n';
import { icon, type IconName } from './icons';

type Tag = 'section' | 'span' | 'p' | 'h2' | 'hr' | 'ul' | 'li' | 'div';

export class Elements {
  constructor(
    private readonly document: Document,
    private readonly language: UiLanguage,
  ) {}

  say(key: MessageKey, substitutions?: string[]): string {
    return translate(key, this.language, substitutions);
  }

  element(tag: Tag, className: string, ...children: (Element | null)[]): HTMLElement {
    const element = this.document.createElement(tag);
    if (className !== '') element.className = className;
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /** A whole of ours, in our language; what comes from the rules finds its own direction. */
  frame(tag: 'section' | 'div', className: string, ...children: (Element | null)[]): HTMLElement {
    const frame = this.element(tag, className, ...children);
    frame.lang = this.language;
    frame.dir = 'ltr';
    return frame;
  }

  text(tag: Tag, className: string, text: string): HTMLElement {
    const element = this.element(tag, className);
    element.dir = 'auto';
    element.textContent = text;
    return element;
  }

  label(tag: Tag, className: string, key: MessageKey, substitutions?: string[]): HTMLElement {
    return this.text(tag, className, this.say(key, substitutions));
  }

  /** @param onPress - called for real clicks and keys only: a page can make up events. */
  button(className: string, onPress: (event: MouseEvent) => void, ...children: Element[]): HTMLButtonElement {
    const button = this.document.createElement('button');
    button.type = 'button';
    button.className = className;
    button.append(...children);
    button.addEventListener('click', (event) => {
      if (event.isTrusted) onPress(event);
    });
    return button;
  }

  wordButton(className: string, key: MessageKey, onPress: (event: MouseEvent) => void): HTMLButtonElement {
    return this.button(className, onPress, this.label('span', '', key));
  }

  iconButton(className: string, name: IconName, label: string, onPress: (event: MouseEvent) => void): HTMLButtonElement {
    const button = this.button(className, onPress, this.icon(name));
    button.ariaLabel = label;
    button.title = label;
    return button;
  }

  /** A link that tells the other side nothing about where it comes from. */
  link(className: string, address: string, ...children: Element[]): HTMLAnchorElement {
    const link = this.document.createElement('a');
    link.className = className;
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.append(...children);
    return link;
  }

  icon(name: IconName): SVGElement {
    return icon(this.document, name);
  }
}
