/**
 * What an hour of writing leaves behind: memory of the page and of the browser, and requests while nothing changes.
 *
 *     npm run bench:hour -- [MINUTES | --keys N] [--browsers chromium,firefox] [--editor contenteditable] [--quiet SECONDS] [--without]
 *
 * An hour is 12,000 keys. With MINUTES they come in real time; with `--keys` (the default, 12,000) as fast as the editor
 * takes them, with real pauses, so that every check happens that would in an hour. Memory is measured in a fresh
 * composer after forced garbage collection, at 10 % of the keys (code warm, caches filled) and at the end. `--without`
 * does the same on the page that the extension does not know, to tell its growth from the page's own.
 * Targets (issue 4): growth of the page's heap below 5 %; no request while nothing changes. Exit code 1 when one is missed.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Composer } from '../browser/composer';
import type { BrowserName } from '../browser/programs';
import { table } from './figures';
import { measureMemory, type Memory } from './memory';
import { Person } from './person';
import { countRequests } from './requests';
import { atDesk, type Desk } from './writing-desk';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string', default: '12000' },
    browsers: { type: 'string', default: 'chromium,firefox' },
    editor: { type: 'string', default: 'contenteditable' },
    quiet: { type: 'string', default: '60' },
    without: { type: 'boolean', default: false },
  },
});

const KEYS_A_MINUTE = 200;
const minutes = positionals[0] === undefined ? null : Number(positionals[0]);
const keys = minutes === null ? Number(options.keys) : minutes * KEYS_A_MINUTE;
/** Pauses, corrections and cards take about a quarter of the time. */
const paceMs = minutes === null ? 0 : (60_000 / KEYS_A_MINUTE) * 0.75;

const TARGET_GROWTH = 0.05;
/** A sleeping background loses what it counted: it is asked more often than it falls asleep (30 s). */
const ASKED_EVERY_S = 10;

let missed = false;

interface Hour {
  readonly memory: readonly [Memory, Memory];
  readonly requests: number;
  readonly quietRequests: number;
}

function anHour(desk: Desk, url: string): Promise<Hour> {
  const { name } = desk.driver;
  return Composer.use(desk.driver, url, null, async (composer) => {
    const asked = await countRequests(desk.driver, composer.page.browser());
    const person = new Person(composer, paceMs, !options.without);
    const measure = async (): Promise<Memory> => {
      await person.beginAnew('in a new composer');
      await wait(2_000);
      return measureMemory(name, composer.page);
    };
    await person.writeUntil(keys / 10);
    const early = await measure();
    await person.writeUntil(keys);
    const requests = await asked();
    const late = await measure();
    await person.writePost();
    await wait(2_000);
    await asked();
    let quietRequests = 0;
    for (let second = 0; second < Number(options.quiet); second += ASKED_EVERY_S) {
      await wait(ASKED_EVERY_S * 1_000);
      quietRequests += await asked();
    }
    return { memory: [early, late], requests, quietRequests };
  });
}

function memoryRows(name: BrowserName, { memory: [early, late] }: Hour): string[][] {
  const row = (what: keyof Memory, digits: number): string[] => {
    const [before, after] = [early[what], late[what]];
    if (before === null || after === null) return [name, what, 'not told', '', ''];
    return [name, what, before.toFixed(digits), after.toFixed(digits), `${((after / before - 1) * 100).toFixed(1)} %`];
  };
  return [row('heapMb', 2), row('nodes', 0), row('pageMb', 1), row('browserMb', 1)];
}

function judge({ memory: [early, late], quietRequests }: Hour): void {
  if (early.heapMb !== null && late.heapMb !== null && late.heapMb > early.heapMb * (1 + TARGET_GROWTH)) missed = true;
  if (quietRequests > 0) missed = true;
}

const memory: string[][] = [];
const requests: string[][] = [];
for (const name of options.browsers.split(',') as BrowserName[]) {
  await atDesk(name, async (desk) => {
    const hour = await anHour(desk, `${options.without ? desk.pages.unwatched : desk.pages.watched}/${options.editor}/`);
    judge(hour);
    memory.push(...memoryRows(name, hour));
    requests.push([name, String(keys), String(hour.requests), String(hour.quietRequests)]);
  });
}
console.log(table(['browser', 'memory', 'at 10 %', 'at the end', 'growth'], memory));
console.log(table(['browser', 'keys', 'requests', `requests in ${options.quiet} quiet s`], requests));
process.exitCode = missed ? 1 : 0;
