/** What pages and people do to real editors, and what must come of it. Run once per browser. */
import { expect, it } from 'vitest';
import type { Bench } from './browsers';
import { askForSuggestion, openCard, takeSuggestion } from './card';
import { Composer } from './composer';
import { toolbar } from './driver';
import { marksOf, riskyWordsMarked } from './marks';
import { stays, until, untilEqual } from './until';

const POST = 'A marmot parade, a teapot.';
const WALKED = 'A marmot walk, a teapot.';

/** After this many milliseconds a suggestion is in the text, or never will be. */
const LONGEST_REPLACEMENT_MS = 600;

/** Letters in lines, as an article is. */
const PASTED = `${'a letter '.repeat(11)}\n`.repeat(1_000);
/** Milliseconds by which the paste may hold the page up longer than it does without the extension; a busy machine needs some. */
const STANDSTILL_MS = 300;

export function badInput(bench: Bench): void {
  const on = <T>(url: string, use: (composer: Composer) => Promise<T>): Promise<T> =>
    Composer.use(bench.driver, url, url.includes('in=iframe') ? 'inner' : null, use);
  const watched = (path: string, use: (composer: Composer) => Promise<void>): Promise<void> =>
    on(`${bench.pages.watched}/${path}`, use);

  it.each(['lexical/', 'draft/', 'textarea/'])('goes on with the new composer when %s is mounted anew', (path) =>
    watched(path, async (composer) => {
      for (let time = 0; time < 3; time += 1) {
        await composer.type(POST);
        await riskyWordsMarked(composer);
        await composer.type(' And');
        await mountAnew(composer);
        await untilEqual('no marks in the empty one', () => marksOf(composer), []);
      }
      await composer.type(POST);
      await composer.holds(POST);
      await riskyWordsMarked(composer);
    }));

  it.each(['lexical/', 'textarea/'])('writes nothing when %s is mounted anew under a suggestion', (path) =>
    watched(path, async (composer) => {
      await composer.type(POST);
      await askForSuggestion(composer, 'marmot parade', 'marmot walk');
      await mountAnew(composer);
      await stays(() => composer.text(), '', LONGEST_REPLACEMENT_MS);
    }));

  it.each(['prosemirror/', 'textarea/'])('says that a paste of 100,000 letters into %s is not checked, and lets the page go on', async (path) => {
    await on(`${bench.pages.unwatched}/textarea/`, copyMuch);
    const without = await on(`${bench.pages.unwatched}/${path}`, pasteAndTime);
    await watched(path, async (composer) => {
      expect(await pasteAndTime(composer)).toBeLessThan(without + STANDSTILL_MS);
      await until('it says "too long"', () => toolbar(bench.driver, composer.url), ({ state }) => state === 'text_too_long');
      await composer.press('a', 'Control');
      await composer.type(POST);
      await composer.holds(POST);
      await riskyWordsMarked(composer);
      await until('it is active', () => toolbar(bench.driver, composer.url), ({ state }) => state === 'active');
    });
  });

  it.each(['lexical', 'slate', 'textarea'])('keeps two composers on one page apart: %s', (folder) =>
    watched(`${folder}/?composers=2`, async (composer) => {
      await composer.type(POST);
      await riskyWordsMarked(composer);
      await turnTo(composer, 1);
      await composer.type('The other teapot');
      await composer.holds('The other teapot');
      await turnTo(composer, 0, 'only by eye');
      await takeSuggestion(composer, 'marmot parade', 'marmot walk');
      await composer.holds(WALKED);
      await turnTo(composer, 1, 'only by eye');
      await composer.holds('The other teapot');
    }));

  it('works in a frame of a watched site inside a page that is not watched', () =>
    on(`${bench.pages.unwatched}/lexical/?in=iframe&frame=127.0.0.1`, async (composer) => {
      await composer.type(POST);
      await riskyWordsMarked(composer);
      await takeSuggestion(composer, 'marmot parade', 'marmot walk');
      await composer.holds(WALKED);
    }));

  it('leaves a frame of a strange site alone inside a page that is watched', () =>
    watched('lexical/?in=iframe&frame=localhost', async (composer) => {
      await composer.type(POST);
      await composer.holds(POST);
      await stays(() => marksOf(composer), [], LONGEST_REPLACEMENT_MS);
    }));

  it.each(['contenteditable', 'textarea'])('breaks no rule of a page with a strict policy and Trusted Types: %s', (folder) =>
    watched(`${folder}/?strict`, async (composer) => {
      const broken = await composer.frame.evaluateHandle(() => {
        const seen: string[] = [];
        document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
        return seen;
      });
      await composer.type(POST);
      await riskyWordsMarked(composer);
      await takeSuggestion(composer, 'marmot parade', 'marmot walk');
      await composer.holds(WALKED);
      expect(await broken.jsonValue()).toEqual([]);
    }));

  it('works in a dialog that fetches the focus back', () =>
    watched('lexical/?in=trap', async (composer) => {
      await composer.type(POST);
      await riskyWordsMarked(composer);
      await openCard(composer, 'teapot');
      await composer.press('ArrowLeft');
      await composer.press('ArrowLeft');
      await composer.press('ArrowDown', 'Alt');
      await takeSuggestion(composer, 'marmot parade', 'marmot walk');
      await composer.holds(WALKED);
      await composer.type('s');
      await composer.holds(WALKED.replace('walk', 'walks'));
    }));
}

/** As a site does that draws its composer again and gives it the focus. */
function mountAnew(composer: Composer): Promise<void> {
  return composer.frame.evaluate(() => {
    window.mountAnew();
    window.page.editor.focus();
  });
}

/** Looks at another composer of the page from now on, and clicks into it unless told otherwise. */
async function turnTo(composer: Composer, index: number, how?: 'only by eye'): Promise<void> {
  await composer.frame.evaluate((at) => (window.page = window.pages[at] as typeof window.page), index);
  if (how === undefined) await composer.click();
}

/** Puts the long text on the browser's clipboard. */
async function copyMuch(composer: Composer): Promise<void> {
  await composer.frame.evaluate((text) => ((window.page.editor as HTMLTextAreaElement).value = text), PASTED);
  await composer.press('a', 'Control');
  await composer.press('c', 'Control');
}

/** Pastes it, and answers the longest time (ms) between two turns of the page's event loop in the two seconds around that. */
async function pasteAndTime(composer: Composer): Promise<number> {
  const standstill = composer.frame.evaluate(longestStandstill);
  await composer.press('v', 'Control');
  const longest = await standstill;
  expect((await composer.model()).length).toBeGreaterThanOrEqual(PASTED.length);
  return longest;
}

/** Runs in the page. */
async function longestStandstill(): Promise<number> {
  const end = performance.now() + 2_000;
  let longest = 0;
  for (let last = performance.now(); last < end; ) {
    const before = last;
    await new Promise((done) => setTimeout(done));
    last = performance.now();
    longest = Math.max(longest, last - before);
  }
  return longest;
}
