/** Builds page elements with their words; text always enters as text, never as markup. */
import { pageLanguage } from './language';
import { isServiceMode } from './service';
import { ofService, translate, type MessageKey } from './words';

type Child = Node | string;

/** An element with attributes (`true` writes an empty one, `false` and undefined none) and children. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

export function button(key: MessageKey, look: 'main' | 'quiet', onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look === 'main' ? 'button' : 'button quiet' }, words(key));
  made.addEventListener('click', onClick);
  return made;
}

export function switchButton(label: string, on: boolean, disabled: boolean, onClick: () => void): HTMLButtonElement {
  const state = { role: 'switch', 'aria-checked': String(on), 'aria-label': label, disabled };
  const made = element('button', { type: 'button', class: 'switch', ...state });
  made.addEventListener('click', onClick);
  return made;
}

/** The sentence in the page's language, in its form for the company's own service where texts go there. */
export const words = (key: MessageKey, ...substitutions: string[]): string =>
  translate(isServiceMode() ? ofService(key) : key, pageLanguage(), substitutions);
