/** How long a mark takes from the end of the writer's pause until it is drawn, in a long composer. */
import { setTimeout as wait } from 'node:timers/promises';
import { Composer } from '../browser/composer';
import { longPost, MOST_MARKS } from './long-post';
import { copy, marked, paste, type Desk } from './writing-desk';

/** The extension's own pause before it asks, in milliseconds (design, section 3). */
export const PAUSE_MS = 400;
/** One less than a report can name: the new one is the last that fits. */
const STANDING = MOST_MARKS - 1;
const KEY_MS = 40;

/**
 * Milliseconds of each sample: from the last key (its event's time) to the first frame that draws the new mark, less the
 * pause of 400 ms. Waiting for the frames before and after is in it, as it is for a person.
 */
export async function pausesToMarks(desk: Desk, url: string, samples: number): Promise<number[]> {
  const text = longPost(STANDING);
  await copy(desk, text);
  return Composer.use(desk.driver, url, null, async (composer) => {
    await paste(composer, text.length, STANDING);
    await composer.press('End', 'Control');
    const delays: number[] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      const words = ` ${sample} teapot`;
      const delay = composer.frame.evaluate(untilMarked, STANDING + 1);
      await composer.page.keyboard.type(words, { delay: KEY_MS });
      delays.push((await delay) - PAUSE_MS);
      for (const key of Array<'Backspace'>(words.length).fill('Backspace')) await composer.press(key);
      await marked(composer, STANDING);
      // The text without them is checked as well, or the next sample would meet that request.
      await wait(PAUSE_MS * 2);
    }
    return delays;
  });
}

/** Runs in the page: milliseconds between the last key and the frame that finds `count` marks. */
function untilMarked(count: number): Promise<number> {
  return new Promise((resolve) => {
    let lastKey = 0;
    const listener = new AbortController();
    window.addEventListener('keydown', ({ timeStamp }) => (lastKey = timeStamp), { capture: true, signal: listener.signal });
    const look = (): void => {
      const drawn = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      if (drawn < count) {
        requestAnimationFrame(look);
        return;
      }
      listener.abort();
      resolve(performance.now() - lastKey);
    };
    look();
  });
}
