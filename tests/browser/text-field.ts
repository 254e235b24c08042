/** What only text fields need: their marks may be boxes of ours, which must follow the field. Run once per browser. */
import { it } from 'vitest';
import type { Bench } from './browsers';
import { Composer } from './composer';
import { marksOf, riskyIn, riskyWordsMarked } from './marks';
import { untilEqual } from './until';

const LINES = Array.from({ length: 9 }, (_, line) => (line % 3 === 0 ? `${line}: a teapot on gravel` : `${line}: nothing`));

export function textFieldBehaviours(bench: Bench): void {
  it('keeps the marks over their words while the field scrolls, moves and changes its font', () =>
    Composer.use(bench.driver, `${bench.pages.watched}/textarea/`, null, async (composer) => {
      const text = LINES.join('\n');
      await composer.type(text);
      const marked = (when: string): Promise<void> => untilEqual(`marks ${when}`, () => marksOf(composer), riskyIn(text));
      await marked('after typing');
      await composer.frame.evaluate(() => (window.page.editor.scrollTop = 31));
      await marked('after scrolling');
      await composer.frame.evaluate(() => (window.page.editor.style.margin = '40px 0 0 25px'));
      await marked('after the field moved');
      await composer.frame.evaluate(() => (window.page.editor.style.font = '20px/30px monospace'));
      await marked('after the font changed');
    }));

  it('finds the words behind characters that nobody sees', () =>
    Composer.use(bench.driver, `${bench.pages.watched}/textarea/`, null, async (composer) => {
      await composer.type('A\u200bB\u00adC: the teapot');
      await riskyWordsMarked(composer);
    }));
}
