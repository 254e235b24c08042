/** The server dies, sleeps or comes back elsewhere, and the browser ends our background: no letter is lost, and it recovers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../../extension/locales/en/states.json';
import type { ServerState } from '../../../extension/src/shared/messages';
import { MAX_TEXT_UTF16 } from '../../../extension/src/shared/wire';
import type { Bench } from '../../browser/browsers';
import { Composer } from '../../browser/composer';
import { COMPOSERS } from '../../browser/composers';
import { send, toolbar, type Toolbar } from '../../browser/driver';
import { marksOf, riskyWordsMarked } from '../../browser/marks';
import { stays, until, untilEqual } from '../../browser/until';
import { post } from './posting';
import { asleep } from './processes';
import { Rogue, says } from './rogue';

/** Issue 5: from the end of the cause. */
const RECOVERED_WITHIN_MS = 5_000;
const RESTARTS = 20;
const SUSPENDED_MS = 3_000;

export function faults(bench: Bench): void {
  const inTextarea = (use: (composer: Composer) => Promise<void>): Promise<void> =>
    Composer.use(bench.driver, `${bench.pages.watched}/textarea/`, null, use);
  const shows = (composer: Composer, state: ServerState): Promise<Toolbar> =>
    until(`the toolbar says ${state}`, () => toolbar(bench.driver, composer.url), (icon) => icon.state === state);

  describe('the server is killed while it reads', () => {
    describe('in every editor', () => {
      beforeAll(() => bench.server.stop());
      afterAll(() => bench.server.start());

      // As the browser sees a killed server: the connection breaks, and the port refuses from then on.
      it.each(COMPOSERS)('no letter is lost in $name, and the post goes out', async ({ path, frame }) => {
        const dying = await Rogue.on(bench.server.port, () => undefined);
        await Composer.use(bench.driver, `${bench.pages.watched}/${path}`, frame, async (composer) => {
          await composer.type('A teapot. ');
          await until('the request is under way', async () => dying.requests, (requests) => requests > 0);
          await composer.type('Typed while it hangs. ');
          await dying.stop();
          await composer.type('Typed when it is dead.');
          await composer.holds('A teapot. Typed while it hangs. Typed when it is dead.');
          expect((await post(composer)).texts).toHaveLength(1);
        });
      });
    });

    it('the marks are back within five seconds after it is', () =>
      inTextarea(async (composer) => {
        await composer.type('A teapot. ');
        await riskyWordsMarked(composer);
        await bench.server.frozen(async () => {
          await composer.type('And gravel.');
          await bench.server.kill();
        });
        expect(await composer.model()).toBe('A teapot. And gravel.');
        await shows(composer, 'not_reached');
        await untilEqual('marks', () => marksOf(composer), []);
        await bench.server.start();
        await riskyWordsMarked(composer, RECOVERED_WITHIN_MS);
      }));
  });

  it('K-05 browser and server sleep and wake in the middle of a sentence: the next request is answered', () =>
    inTextarea(async (composer) => {
      await composer.type('A teapot. ');
      await riskyWordsMarked(composer);
      await composer.type('And');
      await bench.server.frozen(() => asleep(bench.driver.pid, SUSPENDED_MS));
      await composer.type(' gravel.');
      await riskyWordsMarked(composer, RECOVERED_WITHIN_MS);
      expect(await composer.model()).toBe('A teapot. And gravel.');
    }));

  it('I-16 the background ends between request and answer: "not checked", and it recovers', () =>
    inTextarea(async (composer) => {
      await bench.server.stop();
      const silent = await Rogue.on(bench.server.port, () => undefined);
      await composer.type('A teapot.');
      await until('the request is under way', async () => silent.requests, (requests) => requests > 0);
      await bench.driver.stopBackground();
      await composer.type(' And gravel.');
      expect(await marksOf(composer)).toEqual([]);
      await shows(composer, 'not_reached');
      await silent.stop();
      await bench.server.start();
      await riskyWordsMarked(composer, RECOVERED_WITHIN_MS);
      expect(await composer.model()).toBe('A teapot. And gravel.');
    }));

  it(`K-07 after ${RESTARTS} ends of the background one text is still one request`, () =>
    inTextarea(async (composer) => {
      for (let time = 0; time < RESTARTS; time += 1) {
        await bench.driver.stopBackground();
        await send(bench.driver, 'status', { tabId: null });
      }
      await bench.server.stop();
      const counting = await Rogue.on(bench.server.port, says('401 Unauthorized', '{}'));
      await composer.type('A teapot.');
      await until('it asks', async () => counting.requests, (requests) => requests > 0);
      await stays(async () => counting.requests, 1, 1_500);
      await counting.stop();
      await bench.server.start();
      await composer.type(' And gravel.');
      await riskyWordsMarked(composer, RECOVERED_WITHIN_MS);
    }));

  it('I-15 each state looks and reads differently, and only a text that was checked looks so', () =>
    inTextarea(async (composer) => {
      const seen: Toolbar[] = [];
      const see = async (state: ServerState): Promise<void> => void seen.push(await shows(composer, state));
      await composer.type('Nothing to mark');
      await see('active');
      await composer.frame.evaluate((text) => document.execCommand('insertText', false, text), 'a'.repeat(MAX_TEXT_UTF16));
      await see('text_too_long');
      await composer.press('z', 'Control');
      await bench.server.stop();
      await composer.type(' here');
      await see('not_reached');
      const stranger = await Rogue.on(bench.server.port, says('200 OK', '{}'));
      await see('not_authenticated');
      await stranger.stop();
      await send(bench.driver, 'unpair', null);
      await see('not_configured');
      await bench.server.start();
      await send(bench.driver, 'pair', { code: bench.server.pairingCode() });
      expect(new Set(seen.map(({ title }) => title)).size).toBe(seen.length);
      expect(new Set(seen.map(({ badge }) => badge)).size).toBe(seen.length);
      expect(seen.filter(({ title }) => title.includes(english.state_active_title)).map(({ state }) => state)).toEqual(['active']);
    }));
}
