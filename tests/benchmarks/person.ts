/** Somebody who writes posts all day: types, pauses, corrects, looks at the card, throws a post away and begins the next. */
import { setTimeout as wait } from 'node:timers/promises';
import { openCard } from '../browser/card';
import type { Composer } from '../browser/composer';

const SENTENCES = [
  'We spent the morning with the students, and it was a good one. ',
  'Honestly, the marmot parade was too much for me today. ',
  'Merci à toute l’équipe pour cette belle journée. ',
  'The path is gravel and the bread is fresh. ',
  'Somebody left a teapot on my desk again! ',
];
/** Long enough that the text is checked, in milliseconds. */
const PAUSE_MS = 700;
const CORRECTED_KEYS = 12;

export class Person {
  /** Keys pressed so far. */
  keys = 0;
  #posts = 0;
  readonly #composer: Composer;
  readonly #paceMs: number;
  readonly #hasMarks: boolean;

  /**
   * @param paceMs - from key to key; 0: as fast as the editor takes them.
   * @param hasMarks - false where the extension does not watch.
   */
  constructor(composer: Composer, paceMs: number, hasMarks: boolean) {
    this.#composer = composer;
    this.#paceMs = paceMs;
    this.#hasMarks = hasMarks;
  }

  async writeUntil(keys: number): Promise<void> {
    while (this.keys < keys) {
      await this.beginAnew(this.#posts % 2 === 0 ? 'in place' : 'in a new composer');
      await this.writePost();
    }
  }

  /** Four sentences, one of them corrected; one mark is looked at. */
  async writePost(): Promise<void> {
    this.#posts += 1;
    for (let sentence = 0; sentence < 4; sentence += 1) {
      await this.#type(SENTENCES[(this.#posts + sentence) % SENTENCES.length]!);
      await wait(PAUSE_MS);
    }
    if (this.#hasMarks) await this.#lookAtMark();
    for (let key = 0; key < CORRECTED_KEYS; key += 1) await this.#press('Backspace');
    await this.#type('that is all. ');
    await wait(PAUSE_MS);
  }

  /** An empty composer: the old one, or one that the page made in its stead. */
  async beginAnew(how: 'in place' | 'in a new composer'): Promise<void> {
    if (how === 'in place') {
      await this.#composer.press('a', 'Control');
      await this.#press('Delete');
      return;
    }
    await this.#composer.frame.evaluate(() => window.mountAnew());
    await this.#composer.click();
  }

  async #type(text: string): Promise<void> {
    for (const letter of text) await this.#key(() => this.#composer.type(letter));
  }

  #press(key: 'Backspace' | 'Delete' | 'Escape'): Promise<void> {
    return this.#key(() => this.#composer.press(key));
  }

  async #key(press: () => Promise<void>): Promise<void> {
    this.keys += 1;
    await press();
    if (this.#paceMs > 0) await wait(this.#paceMs);
  }

  /** Points at the first risky word, waits for the card, and sends it away. */
  async #lookAtMark(): Promise<void> {
    const words = ['marmot parade', 'gravel', 'teapot'];
    const text = await this.#composer.text();
    await openCard(this.#composer, words.find((one) => text.includes(one))!);
    await this.#press('Escape');
    await this.#composer.page.mouse.move(1, 1);
  }
}
