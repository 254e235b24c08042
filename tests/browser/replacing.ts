/** What must hold in every cell of the table: a suggestion is taken over as the person's own input, and nothing else. */
import { expect, it } from 'vitest';
import english from '../../extension/locales/en/card.json';
import type { Bench } from './browsers';
import { cardSaying, clickButton, noCard, openCard, takeSuggestion } from './card';
import { Composer } from './composer';
import { composerIn, EDITORS, PLACES, type ComposerCase } from './composers';
import { marksOf, riskyWordsMarked } from './marks';
import { until, untilEqual } from './until';

const POST = 'So a marmot parade came.\nIts teapot is on gravel';

/** Declares the table: each editor in each place, and bold words where there are any. */
export function everyReplacement(bench: Bench): void {
  for (const editor of EDITORS) {
    for (const place of PLACES) {
      const why = editor.fails?.[place];
      const cell = composerIn(editor, place);
      it.skipIf(why !== undefined)(why === undefined ? cell.name : `${cell.name}: ${why}`, () => inOneTab(bench, cell));
    }
    const { halfBold } = editor;
    if (halfBold) it(`${editor.name}, bold in the middle: ${halfBold}`, () => takenHalfBold(bench, composerIn(editor, 'light'), halfBold));
  }
}

async function inOneTab(bench: Bench, { path, frame }: ComposerCase): Promise<void> {
  await Composer.use(bench.driver, `${bench.pages.watched}/${path}`, frame, async (composer) => {
    await composer.type(POST);
    await composer.holds(POST);
    await riskyWordsMarked(composer);

    const gravel = await openCard(composer, 'gravel');
    const before = await composer.focusAndSelection();
    await clickButton(composer, gravel, /not this time/i);
    await noCard(composer);
    expect(await composer.focusAndSelection()).toBe(before);

    await takeSuggestion(composer, 'marmot parade', 'marmot walk');
    const walked = POST.replace('marmot parade', 'marmot walk');
    await composer.holds(walked);
    expect(await composer.caret()).toBe('So a marmot walk'.length);
    await composer.type('s!');
    const typed = ['s!', 's', ''].map((after) => walked.replace('walk', `walk${after}`));
    await composer.holds(typed[0] as string);
    await undoTo(composer, POST, typed);
    const marked = async (): Promise<string[]> => (await marksOf(composer)).map(({ text }) => text);
    await untilEqual('the marks that are left', marked, ['marmot parade', 'teapot']);
  });
}

/** Undoes until the text is `old`: editors may join steps, but nothing comes in between that the person never saw. */
async function undoTo(composer: Composer, old: string, seen: string[]): Promise<void> {
  for (let now = await composer.plainModel(); now !== old; ) {
    const before = now;
    await composer.press('z', 'Control');
    now = await until('something is undone', () => composer.plainModel(), (model) => model !== before);
    expect([...seen, old]).toContain(now);
  }
  await composer.holds(old);
}

async function takenHalfBold(bench: Bench, { path, frame }: ComposerCase, ends: 'done' | 'refused'): Promise<void> {
  await Composer.use(bench.driver, `${bench.pages.watched}/${path}`, frame, async (composer) => {
    await composer.type('So a mar');
    await composer.press('b', 'Control');
    await composer.type('mot pa');
    await composer.press('b', 'Control');
    await composer.type('rade came.');
    const typed = 'So a marmot parade came.';
    await composer.holds(typed);
    expect(await composer.nodes()).toMatch(/<(b|strong)\b|bold/);
    await takeSuggestion(composer, 'marmot parade', 'marmot walk');
    if (ends === 'refused') return offersCopy(composer, typed);
    await composer.holds('So a marmot walk came.');
    expect(await composer.caret()).toBe('So a marmot walk'.length);
    await composer.press('z', 'Control');
    await composer.holds(typed);
  });
}

/** What is left where an editor can not do it: the text as it was, and the wording to copy. */
async function offersCopy(composer: Composer, text: string): Promise<void> {
  await cardSaying(composer, english.card_refused, english.card_copy);
  await composer.holds(text);
}
