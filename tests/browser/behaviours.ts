/** What must hold on every composer, in every browser. */
import { expect, it } from 'vitest';
import type { Bench } from './browsers';
import { cardSaying, clickButton, noCard } from './card';
import { Composer } from './composer';
import type { ComposerCase } from './composers';
import { toolbar, type Toolbar } from './driver';
import { marksOf, riskyIn, riskyWordsMarked, RISKY } from './marks';
import { stays, until, untilEqual } from './until';

const POST = 'Hi 😀, the marmot parade meets a teapot.\nOne more teapot waits on the gravel.';

/** Milliseconds in which marks must be back once the server answers again (issue 2). */
const BACK_WITHIN_MS = 5_000;

async function toolbarSays(composer: Composer, what: string, good: (answer: Toolbar) => boolean): Promise<void> {
  await until(`the toolbar says ${what}`, () => toolbar(composer.driver, composer.url), good);
}

/** Declares the shared behaviours for one composer. */
export function everyBehaviour(bench: Bench, { path, frame }: ComposerCase): void {
  const on = <T>(origin: string, use: (composer: Composer) => Promise<T>): Promise<T> =>
    Composer.use(bench.driver, `${origin}/${path}`, frame, use);

  const withMarkedPost = (use: (composer: Composer) => Promise<void>): Promise<void> =>
    on(bench.pages.watched, async (composer) => {
      await composer.type(POST);
      await riskyWordsMarked(composer);
      await use(composer);
    });

  it('marks exactly the risky words, and keeps the marks on them while typing goes on and the server is silent', () =>
    withMarkedPost(async (composer) => {
      expect((await marksOf(composer)).map((mark) => mark.text)).toEqual(['marmot parade', 'teapot', 'teapot', 'gravel']);
      await toolbarSays(composer, 'four words', ({ state, findings }) => state === 'active' && findings === 4);

      // One key at a time: a server held still for longer would count as away.
      const typeWatching = async (text: string): Promise<void> => {
        for (const character of text) {
          await bench.server.frozen(async () => {
            await composer.type(character);
            await riskyWordsMarked(composer);
          });
        }
      };
      await composer.press('Home', 'Control');
      await typeWatching('Well, well: ');
      await composer.press('End', 'Control');
      // Nobody types in two places within one frame.
      await composer.settle();
      await typeWatching(' And so on');
      await composer.type(', says the teapot');
      await riskyWordsMarked(composer);
    }));

  it('leaves text, nodes and undo as they are without the extension', async () => {
    const run = (origin: string, whenTyped: (composer: Composer) => Promise<void>): Promise<object> =>
      on(origin, async (composer) => {
        await composer.type(POST);
        await whenTyped(composer);
        const typed = { model: await composer.model(), nodes: await composer.nodes() };
        await composer.type(' And a last teapot');
        const undone: string[] = [];
        for (let step = 0; step < 8; step += 1) {
          await composer.press('z', 'Control');
          await composer.settle();
          undone.push(await composer.model());
        }
        return { typed, undone, nodes: await composer.nodes() };
      });
    const without = await run(bench.pages.unwatched, async (composer) => {
      expect(await marksOf(composer)).toEqual([]);
    });
    const watched = await run(bench.pages.watched, riskyWordsMarked);
    expect(watched).toEqual(without);
  });

  it('lets the person type on while the server is away, says "not checked", and marks again when it is back', () =>
    withMarkedPost(async (composer) => {
      const before = await composer.model();
      await bench.server.stop();
      try {
        await composer.type(' A teapot too');
        expect(await composer.model()).toBe(`${before} A teapot too`);
        await toolbarSays(composer, 'not checked', ({ state, title }) => state === 'not_reached' && /not checked/i.test(title));
        await untilEqual('marks', () => marksOf(composer), []);
      } finally {
        await bench.server.start();
      }
      await riskyWordsMarked(composer, BACK_WITHIN_MS);
      await toolbarSays(composer, 'active again', ({ state }) => state === 'active');
    }));

  it('opens the card under the mouse and at the caret, closes it with Escape, and takes neither focus nor selection', () =>
    withMarkedPost(async (composer) => {
      const stillHere = async (act: () => Promise<unknown>): Promise<void> => {
        const before = await composer.focusAndSelection();
        await act();
        expect(await composer.focusAndSelection()).toBe(before);
      };
      const { x, y } = await composer.middleOf('marmot parade');
      await stillHere(async () => {
        await composer.page.mouse.move(x, y, { steps: 3 });
        await cardSaying(composer, 'Marmot parade', 'A marmot parade gets noticed.', 'Call it a walk instead.');
        await composer.press('Escape');
        await noCard(composer);
      });
      // Over "vel." at the end of the post: into the middle of "gravel".
      for (let step = 0; step < 4; step += 1) await composer.press('ArrowLeft');
      await stillHere(() => cardSaying(composer, 'Gravel', 'Sand is softer.'));
      await composer.type('x');
      await until('the key reached the editor', () => composer.model(), (model) => model.endsWith('graxvel.'));
    }));

  it('opens the card on a click, and "not this time" takes the mark away for good', () =>
    withMarkedPost(async (composer) => {
      const { x, y } = await composer.middleOf('marmot parade');
      await composer.page.mouse.click(x, y);
      const card = await cardSaying(composer, 'Marmot parade');
      const focus = await composer.focusAndSelection();
      await clickButton(composer, card, /not this time/i);
      await noCard(composer);
      expect(await composer.focusAndSelection()).toBe(focus);

      const others = async (): Promise<object> => riskyIn(await composer.text()).filter((mark) => mark.severity !== RISKY['marmot parade']);
      await untilEqual('the other marks', () => marksOf(composer), await others());
      await composer.press('End', 'Control');
      await composer.type(' Next teapot');
      await untilEqual('the marks after another check', () => marksOf(composer), await others());
      await stays(() => marksOf(composer), await others(), 500);
    }));
}
