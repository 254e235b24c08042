/** A part of popup or panel that is drawn again only when what it shows changed, and keeps the keyboard's place then. */
import { element } from '@/pages/element';

export class Section {
  readonly element: HTMLElement;
  #shown = '';

  constructor(attributes: Record<string, string>) {
    this.element = element('section', { ...attributes, hidden: true });
  }

  /**
   * @param value - everything that `parts` depends on, as plain data.
   * @param parts - an empty list hides the section. A part that can have focus needs a `data-focus` name to keep it.
   */
  draw(value: unknown, parts: () => Node[]): void {
    const now = JSON.stringify(value);
    if (now === this.#shown) return;
    this.#shown = now;
    const active = document.activeElement;
    const focused = this.element.contains(active) ? active?.getAttribute('data-focus') : null;
    const made = parts();
    this.element.replaceChildren(...made);
    this.element.hidden = made.length === 0;
    const again = [...this.element.querySelectorAll<HTMLElement>('[data-focus]')];
    if (focused) again.find((part) => part.dataset['focus'] === focused)?.focus();
  }
}
