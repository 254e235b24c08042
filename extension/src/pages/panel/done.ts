/** Says what the person's last click did, with the way back; stays until the next one, since reading takes its time. */
import { element, words } from '@/pages/element';
import type { MessageKey } from '@/pages/words';

export class DoneLine {
  readonly element = element('div', { class: 'done', hidden: true });

  /** @param way - the one button beside the sentence; what it does answers with the sentence that follows. */
  show(sentence: string, way?: { key: MessageKey; run(): Promise<string> }): void {
    const text = element('p', { id: 'done' }, sentence);
    this.element.hidden = false;
    this.element.replaceChildren(text);
    if (way === undefined) return;
    const undo = element('button', { type: 'button', class: 'undo', 'aria-describedby': 'done' }, words(way.key));
    undo.addEventListener('click', () => {
      undo.remove();
      void way.run().then(
        (next) => (text.textContent = next),
        () => (text.textContent = words('panel_failed')),
      );
      this.#takeFocus(text);
    });
    this.element.append(undo);
    // The row with the button that was pressed goes away: the keyboard must not fall back to the top of the page.
    undo.focus();
  }

  clear(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  #takeFocus(text: HTMLElement): void {
    text.tabIndex = -1;
    text.focus();
  }
}
