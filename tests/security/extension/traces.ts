/** What is left of a text when the session is over: nothing of ours, in memory that lasts or on disk. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Buffer } from 'node:buffer';
import { beforeAll, expect, it } from 'vitest';
import { openCard } from '../../browser/card';
import { Composer } from '../../browser/composer';
import { riskyWordsMarked } from '../../browser/marks';
import { until } from '../../browser/until';
import { CANARY, CONTROL, formsIn } from './canary';
import type { Desk } from './native';
import { everyCommandLine } from './processes';
import { everythingStored } from './stored';

const STAY_MS = 3_000;

/** Runs last: it closes the browser. */
export function traces(desk: Desk): void {
  const writeOn = (origin: string, words: string, use: (composer: Composer) => Promise<void>): Promise<void> =>
    Composer.use(desk.driver, `${origin}/textarea/`, null, async (composer) => {
      await composer.type(`${words}, says the teapot. ${words}.`);
      await use(composer);
    });

  // First, so that the browser had as much time to keep it: browsers save the forms of open tabs now and then.
  beforeAll(() => writeOn(desk.pages.unwatched, CONTROL, () => new Promise((done) => setTimeout(done, STAY_MS))));

  it('J-06 a text that was read stands in no storage, no console and no command line of ours', () =>
    writeOn(desk.pages.watched, CANARY, async (composer) => {
      await riskyWordsMarked(composer);
      await openCard(composer, 'teapot');
      const lines = await desk.driver.consoles(composer.page);
      const stored = await everythingStored(desk.driver);
      expect(stored).toContain('porte-parole/pairing');
      for (const place of [lines, stored, everyCommandLine()]) expect(formsIn(Buffer.from(place))).toEqual([]);
      // The same looks find what is there to be found.
      await composer.frame.evaluate((words) => console.warn(words), CANARY);
      const heard = async (): Promise<string[]> => formsIn(Buffer.from(await desk.driver.consoles(composer.page)));
      await until('the console has it', heard, (forms) => forms.includes('UTF-8'));
    }));

  it('J-06 on disk the browser leaves of it what it leaves of a text that we never saw, and the server nothing', async () => {
    await desk.driver.close();
    const kept = (words: string): string[] => filesWith(desk.home, words).map(kindOf);
    const ofOthers = new Set(kept(CONTROL));
    expect(kept(CANARY).filter((kind) => !ofOthers.has(kind))).toEqual([]);
    expect(filesWith(desk.server.home, CANARY)).toEqual([]);
  });
}

/** Files below `folder` that hold `words` in any form. */
function filesWith(folder: string, words: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const is = lstatSync(path);
    if (is.isDirectory()) found.push(...filesWith(path, words));
    else if (is.isFile() && formsIn(readFileSync(path), words).length > 0) found.push(path);
  }
  return found;
}

/** The path without numbers and names that differ from run to run. */
const kindOf = (path: string): string => path.replace(/[0-9a-f]{8,}|\d+/gi, '#');
