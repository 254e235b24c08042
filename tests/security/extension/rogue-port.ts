/** Whoever sits on the server's port gets ciphertext, is not believed, and does not slow the page down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerState } from '../../../extension/src/shared/messages';
import type { Bench } from '../../browser/browsers';
import { Composer } from '../../browser/composer';
import { send, toolbar } from '../../browser/driver';
import { marksOf, riskyWordsMarked } from '../../browser/marks';
import { freePort } from '../../browser/server';
import { stays, until, untilEqual } from '../../browser/until';
import { CANARY, formsIn } from './canary';
import { answering } from './forger';
import { postingDelayMs } from './posting';
import { Rogue, says, type Behave } from './rogue';
import { STRANGERS } from './strangers';

const POST = `The teapot says: ${CANARY}`;
/** The client's time limit (`server-client.ts`), and what a busy machine adds. */
const LONGEST_ANSWER_MS = 1_500 + 700;
/** What the two ends of a connection hold in their buffers: far below what the greatest talker would send. */
const MOST_BYTES_TAKEN = 20_000_000;
/** Case I-13. */
const SLOWER_MS = 10;

export function roguePort(bench: Bench): void {
  let code = '';
  const inTextarea = <T>(origin: string, use: (composer: Composer) => Promise<T>): Promise<T> =>
    Composer.use(bench.driver, `${origin}/textarea/`, null, use);
  const shows = (composer: Composer, state: ServerState): Promise<unknown> =>
    until(`the toolbar says ${state}`, () => toolbar(bench.driver, composer.url), (icon) => icon.state === state);
  const withStranger = async (behave: Behave, use: (rogue: Rogue) => Promise<void>): Promise<void> => {
    const rogue = await Rogue.on(bench.server.port, behave);
    try {
      await use(rogue);
    } finally {
      await rogue.stop();
    }
  };
  /** A moment ago it was our server that answered: what comes next gets a text, and the state is none of the expected ones. */
  const trustThePort = async (): Promise<void> => {
    await withStranger(answering(code, {}), async () => expect(await send(bench.driver, 'retry', null)).toMatchObject({ ok: true }));
  };
  const learnedNothing = (rogue: Rogue): void => {
    // What it was sent is the text itself, sealed.
    expect(rogue.captured.includes('/v1/check')).toBe(true);
    expect(formsIn(rogue.captured)).toEqual([]);
  };

  describe('in the place of the server', () => {
    beforeAll(() => {
      code = bench.server.pairingCode();
      return bench.server.stop();
    });
    afterAll(() => bench.server.start());

    it.each(STRANGERS)('H-02 a stranger that $does is shown no text, gets no mark and no more time', async ({ behave, ...stranger }) => {
      const state = (bench.driver.name === 'firefox' ? stranger.inFirefox : undefined) ?? stranger.state;
      await trustThePort();
      await withStranger(behave, (rogue) =>
        inTextarea(bench.pages.watched, async (composer) => {
          await composer.type(POST);
          await shows(composer, state);
          await untilEqual('marks', () => marksOf(composer), []);
          await until('the connection ends', async () => rogue.lastedMs.length, (ended) => ended > 0);
          learnedNothing(rogue);
          expect(rogue.lastedMs[0]).toBeLessThan(LONGEST_ANSWER_MS);
          expect(rogue.bytesGiven).toBeLessThan(MOST_BYTES_TAKEN);
        }),
      );
    });

    it('H-02 a redirect is not followed', async () => {
      const elsewhere = await Rogue.on(await freePort(), says('200 OK', '{}'));
      const redirect = says('307 Temporary Redirect', '', `Location: http://127.0.0.1:${elsewhere.address.port}/v1/check`);
      await trustThePort();
      await withStranger(redirect, () =>
        inTextarea(bench.pages.watched, async (composer) => {
          await composer.type(POST);
          await shows(composer, 'not_authenticated');
        }),
      );
      expect(elsewhere.connections).toBe(0);
      await elsewhere.stop();
    });

    it('H-01 a stranger who was there first keeps the server from starting, and reads nothing', async () => {
      await trustThePort();
      await withStranger(says('200 OK', '{}'), async (rogue) => {
        await expect(bench.server.start()).rejects.toThrow('ended at once');
        await inTextarea(bench.pages.watched, async (composer) => {
          await composer.type(POST);
          await shows(composer, 'not_authenticated');
          learnedNothing(rogue);
        });
      });
    });

    it('I-13 the post button answers as fast as where nothing is watched, whatever sits on the port', async () => {
      const delayOn = (origin: string): Promise<number> =>
        inTextarea(origin, async (composer) => {
          await composer.type(POST);
          return postingDelayMs(composer);
        });
      const usualMs = await delayOn(bench.pages.unwatched);
      const slower: Record<string, number> = { 'is not there': await delayOn(bench.pages.watched) };
      for (const { does, behave } of STRANGERS.filter((stranger) => stranger.isInI13)) {
        await withStranger(behave, async () => void (slower[does] = await delayOn(bench.pages.watched)));
      }
      expect(Object.entries(slower).filter(([, ms]) => ms > usualMs + SLOWER_MS)).toEqual([]);
    });
  });

  it('H-06 a stranger who takes the port of a killed server within a second gets no clear text', () =>
    inTextarea(bench.pages.watched, async (composer) => {
      await composer.type('Mind the teapot. ');
      await riskyWordsMarked(composer);
      await bench.server.kill();
      await withStranger(says('200 OK', '{"findings":[]}'), async (rogue) => {
        await composer.type(CANARY);
        await shows(composer, 'not_authenticated');
        learnedNothing(rogue);
      });
      await bench.server.start();
      await composer.type('.');
      await riskyWordsMarked(composer);
    }));

  it('H-04 nobody else on this computer is asked, whether the server is there or not', async () => {
    const others = await Promise.all(['::1', '127.0.0.2'].map((host) => Rogue.on(bench.server.port, says('200 OK', '{}'), host)));
    await inTextarea(bench.pages.watched, async (composer) => {
      await composer.type('Mind the teapot. ');
      await riskyWordsMarked(composer);
      await bench.server.stop();
      await composer.type(CANARY);
      await shows(composer, 'not_reached');
      await stays(async () => others.map(({ connections }) => connections), [0, 0], LONGEST_ANSWER_MS);
    });
    await Promise.all(others.map((rogue) => rogue.stop()));
    await bench.server.start();
  });
}
