/** Finds the alert that a publish button would send out, and remembers which texts were looked at. */
import type { AlertedComposer, Editor, Mark } from '@/content/model';

/** A composer with an alert left, and the button that publishes it. */
export interface Alerted {
  readonly composer: AlertedComposer;
  readonly mark: Mark;
  readonly button: HTMLElement;
}

/**
 * What an event on a publish button concerns; null for every other event, and when no alert is left.
 * @param path - of the event, through open shadow roots.
 */
export function alertedBy(path: readonly EventTarget[], composers: Iterable<AlertedComposer>): Alerted | null {
  for (const composer of composers) {
    // Most texts have no alert: then nothing is read from the page.
    const mark = composer.alert();
    const button = mark && composer.surroundings().publishButtons.find((one) => path.includes(one));
    if (mark && button) return { composer, mark, button };
  }
  return null;
}

/** The composer that an event happened in, with its alert; its button is the first of those that can be seen. */
export function alertedInside(path: readonly EventTarget[], composers: Iterable<AlertedComposer>): Alerted | null {
  for (const composer of composers) {
    if (!path.includes(composer.editor.element)) continue;
    const mark = composer.alert();
    const button = composer.surroundings().publishButtons.find((one) => one.checkVisibility()) ?? composer.editor.element;
    return mark && { composer, mark, button };
  }
  return null;
}

/** Once per text of a composer: texts live here as long as the page and their composer. */
export class OncePerText {
  readonly #texts = new WeakMap<Editor, Set<string>>();

  isDue({ composer: { editor } }: Alerted): boolean {
    return this.#texts.get(editor)?.has(editor.read().text) !== true;
  }

  done({ composer: { editor } }: Alerted): void {
    const texts = this.#texts.get(editor) ?? new Set();
    this.#texts.set(editor, texts.add(editor.read().text));
  }
}
