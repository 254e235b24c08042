/** How many places there are: a heading for the eye, and one quiet sentence for the ear when the number changed. */
import { element, words } from '@/pages/element';

/** Typing changes the number several times a second; only where it comes to rest is worth saying. Milliseconds. */
const REST_MS = 1000;

export class CountVoice {
  readonly heading = element('h2', { class: 'count', hidden: true });
  readonly heard = element('p', { class: 'heard', role: 'status' });
  #said: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param count - null while nothing can be said about the text. */
  show(count: number | null): void {
    this.heading.hidden = count === null || count === 0;
    this.heading.textContent = this.heading.hidden ? '' : sentence(count ?? 0);
    clearTimeout(this.#timer);
    if (count === null || count === this.#said) return;
    this.#timer = setTimeout(() => {
      this.#said = count;
      this.heard.textContent = sentence(count);
    }, REST_MS);
  }
}

function sentence(count: number): string {
  if (count === 0) return words('panel_count_none');
  return count === 1 ? words('panel_count_one') : words('panel_count_many', String(count));
}
