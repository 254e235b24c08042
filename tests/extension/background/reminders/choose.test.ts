import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, type Choice } from '@/background/reminders/choose';
import { isHistory, NO_HISTORY, type History } from '@/background/reminders/history';
import { withDismissal, type Level } from '@/background/reminders/limits';
import { linesIn, type Line } from '@/background/reminders/lines';
import type { KnownMoment } from '@/background/reminders/occasions';
import { dayOf } from '@/shared/storage/day';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Friday morning; local, as days are. */
const START = new Date(2026, 6, 3, 10).getTime();

const MOMENT: KnownMoment = {
  site: 'x.com',
  network: 'x',
  audience: 'public',
  account: 'unknown',
  accountName: '',
  accountChanged: false,
  namesCompany: false,
  heated: false,
};
/** On which there is always an occasion, so that only the limits decide. */
const OFFICIAL: KnownMoment = { ...MOMENT, account: 'official' };
const { lines: LINES } = linesIn('fr', []);

const first = (): number => 0;
const at = (nowMs: number, history: History, moment = OFFICIAL, level: Level = 'normal', lines: readonly Line[] = LINES): Choice =>
  choose(nowMs, history, moment, lines, level, first);

/** Asks at each of these times; the times at which a reminder came, and which. */
function run(times: readonly number[], level: Level = 'normal', moment = OFFICIAL, from: History = NO_HISTORY, random = first) {
  let history = from;
  const shown: { atMs: number; line: Line; turn: number }[] = [];
  for (const [turn, nowMs] of times.entries()) {
    const choice = choose(nowMs, history, moment, LINES, level, random);
    history = choice.history;
    if (choice.line) shown.push({ atMs: nowMs, line: choice.line, turn });
  }
  return { shown, history };
}

const every = (stepMs: number, days: number, from = START): number[] =>
  Array.from({ length: Math.floor((days * DAY) / stepMs) }, (_, step) => from + step * stepMs);
const mostWithin = (times: readonly number[], spanMs: number): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + spanMs).length));

describe('over a year of writing every half hour', () => {
  const { shown, history } = run(every(HOUR / 2, 365));
  const times = shown.map(({ atMs }) => atMs);

  test('there is at most one a day, and never less than twenty hours between two', () => {
    expect(new Set(times.map((time) => dayOf(new Date(time)))).size).toBe(times.length);
    expect(Math.min(...times.slice(1).map((time, at) => time - times[at]!))).toBeGreaterThanOrEqual(20 * HOUR);
  });

  test('there are three in a week in the first month, one in a week afterwards', () => {
    expect(mostWithin(times.filter((time) => time < START + 29 * DAY), 7 * DAY)).toBe(3);
    expect(mostWithin(times.filter((time) => time >= START + 30 * DAY), 7 * DAY)).toBe(1);
  });

  test('no line comes again among the next six', () => {
    const ids = shown.map(({ line }) => line.id);
    const again = ids.filter((id, at) => ids.slice(Math.max(0, at - 6), at).includes(id));

    expect(again).toEqual([]);
  });

  test('of any four in a row, one encourages', () => {
    const tones = shown.map(({ line }) => line.encourages);
    const dull = tones.slice(3).filter((_, at) => !tones.slice(at, at + 4).includes(true));

    expect([tones.length > 50, dull]).toEqual([true, []]);
  });

  test('what is remembered stays small, and is what may be stored', () => {
    expect(isHistory(JSON.parse(JSON.stringify(history)))).toBe(true);
    expect(JSON.stringify(history).length).toBeLessThan(2000);
  });
});

test('twenty-one hours later is still today, when the first one came at night', () => {
  const night = new Date(2026, 6, 3, 0, 30).getTime();
  const { history } = at(night, NO_HISTORY);

  expect(at(night + 21 * HOUR, history).line).toBeNull();
  expect(at(night + 24 * HOUR, history).line).not.toBeNull();
});

describe('what the person asked for', () => {
  test('rare is one a week from the first day on', () => {
    expect(mostWithin(run(every(HOUR, 60), 'rare').shown.map(({ atMs }) => atMs), 7 * DAY)).toBe(1);
  });

  test('off is none, ever', () => {
    expect(run(every(HOUR, 60), 'off').shown).toEqual([]);
  });

  test('three sent away pause for fourteen days; a second click on the same one counts once', () => {
    let history: History = NO_HISTORY;
    let now = START;
    for (let count = 0; count < 3; count += 1, now += 3 * DAY) {
      const choice = at(now, history);
      expect(choice.line).not.toBeNull();
      history = withDismissal(withDismissal(choice.history, now), now);
    }
    const lastMs = now - 3 * DAY;

    expect(run(every(HOUR, 13, lastMs), 'normal', OFFICIAL, history).shown).toEqual([]);
    expect(at(lastMs + 14 * DAY - HOUR, history).line).toBeNull();
    expect(at(lastMs + 14 * DAY + HOUR, history).line).not.toBeNull();
  });

  test('after such a pause, it takes three again', () => {
    const paused: History = { ...NO_HISTORY, since: '2026-07-01', pausedFrom: 1 };
    const { history } = at(START, paused);

    expect(withDismissal(history, START)).toMatchObject({ dismissals: 1, pausedFrom: 1 });
  });

  test('sending away when none was shown counts nothing', () => {
    expect(withDismissal(NO_HISTORY, START)).toBe(NO_HISTORY);
  });
});

describe('a clock that is wrong', () => {
  const week = run(every(HOUR, 5)).history;

  test('set back, brings no second reminder for the same days', () => {
    const { shown } = run(every(HOUR, 1, START - 300 * DAY), 'normal', OFFICIAL, week);

    expect(shown).toEqual([]);
  });

  test('set back for good, goes on as if all had just happened, and not a year later', () => {
    const fromFuture = run(every(HOUR, 5, START + 365 * DAY)).history;
    const { shown } = run(every(HOUR, 9), 'normal', OFFICIAL, fromFuture);

    expect(shown.length).toBeGreaterThan(0);
    expect(shown[0]!.atMs - START).toBeGreaterThanOrEqual(20 * HOUR);
  });

  test('set forward, brings one and no burst', () => {
    expect(run(every(60_000, 0.5, START + 3650 * DAY), 'normal', OFFICIAL, week).shown).toHaveLength(1);
  });

  test('that was wrong once and is right again brings nothing for the rest of the day', () => {
    const far = at(START + 50 * DAY, at(START, NO_HISTORY).history);
    const back = run(every(60_000, 0.8), 'normal', OFFICIAL, far.history);

    expect(far.line).not.toBeNull();
    expect(back.shown).toEqual([]);
  });

  test('that jumps at random never brings a reminder before it ran for twenty hours, from wherever it was set', () => {
    const stream = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 60 }), stream, (hours, chances) => {
        const times = hours.map((hour) => START + hour * HOUR);
        const { shown, history } = run(times, 'normal', OFFICIAL, NO_HISTORY, () => chances.next().value as number);
        const hoursRun = shown.slice(1).map(({ atMs, turn }, index) => {
          const lowestMs = Math.min(...times.slice(shown[index]!.turn, turn + 1));
          return (atMs - lowestMs) / HOUR;
        });

        return isHistory(history) && hoursRun.every((ran) => ran >= 20);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an occasion', () => {
  const known: History = { ...NO_HISTORY, since: '2026-07-01', wroteOn: '2026-07-03', networks: [{ id: 'x', audience: 'public' }] };
  const isOccasion = (moment: Partial<KnownMoment>, history: History = known): boolean =>
    at(START, history, { ...MOMENT, ...moment }).line !== null;

  test('is none where nothing is new', () => {
    expect(isOccasion({})).toBe(false);
  });

  test.each<[string, Partial<KnownMoment>, Partial<History>]>([
    ['the first post on a network', { network: 'facebook', audience: 'friends' }, {}],
    ['public after private', {}, { networks: [{ id: 'x', audience: 'private' }] }],
    ['unknown after private', { audience: 'unknown' }, { networks: [{ id: 'x', audience: 'private' }] }],
    ['the company named for the first time', { namesCompany: true }, {}],
    ['the company named for the first time today', { namesCompany: true }, { namedOn: '2026-07-02' }],
    ['an official account', { account: 'official' }, {}],
    ['another account', { accountChanged: true }, {}],
    ['thirty days without a post', {}, { wroteOn: '2026-06-03' }],
    ['a heated moment', { heated: true }, {}],
  ])('is %s', (_what, moment, history) => {
    expect(isOccasion(moment, { ...known, ...history })).toBe(true);
  });

  test.each<[string, Partial<KnownMoment>, Partial<History>]>([
    ['friends after private', { audience: 'friends' }, { networks: [{ id: 'x', audience: 'private' }] }],
    ['public after public', {}, {}],
    ['the company named again today', { namesCompany: true }, { namedOn: '2026-07-03' }],
    ['twenty-nine days without a post', {}, { wroteOn: '2026-06-04' }],
  ])('is not %s', (_what, moment, history) => {
    expect(isOccasion(moment, { ...known, ...history })).toBe(false);
  });

  test('that a limit kept silent is over: the network is known now', () => {
    const today = { id: 'coffee', day: '2026-07-03', hour: Math.ceil(START / HOUR), dismissed: false };
    const { line, history } = at(START, { ...NO_HISTORY, shown: [today] }, MOMENT);

    expect([line, history.networks]).toEqual([null, [{ id: 'x', audience: 'public' }]]);
    expect(at(START + 9 * DAY, { ...history, wroteOn: '2026-07-12' }, MOMENT).line).toBeNull();
  });
});

describe('the line', () => {
  const kindsOf = (moment: Partial<KnownMoment>, history: History = NO_HISTORY): readonly string[] =>
    at(START, history, { ...MOMENT, ...moment }).line?.when ?? [];

  test('fits the most particular occasion', () => {
    expect(kindsOf({ heated: true, namesCompany: true, account: 'official' })).toContain('heated');
    expect(kindsOf({ namesCompany: true, account: 'official' })).toContain('names_company');
    expect(kindsOf({ account: 'official' })).toContain('official');
  });

  test('says who reads only where they do', () => {
    const used = LINES.filter(({ when }) => when.includes('first_here')).map(({ id }) => ({ id, day: '2026-01-01', hour: 1, dismissed: false }));
    const history = { ...NO_HISTORY, since: '2026-01-01', shown: used };

    expect(kindsOf({ audience: 'friends' }, history)).toContain('audience_friends');
    expect(kindsOf({ audience: 'group' }, history)).toContain('audience_group');
  });

  test('of a heated moment cheers nobody up: with none that fits, there is none', () => {
    const used = LINES.filter(({ when }) => when.includes('heated')).map(({ id }) => ({ id, day: '2026-01-01', hour: 1, dismissed: false }));

    expect(at(START, { ...NO_HISTORY, shown: used }, { ...MOMENT, heated: true }).line).toBeNull();
  });

  test("is the company's own among the others, but not in a heated moment", () => {
    const { lines } = linesIn('fr', ['Chez nous, on sourit.']);
    const last = (): number => 0.999;
    const chosen = (moment: KnownMoment): string | undefined => choose(START, NO_HISTORY, moment, lines, 'normal', last).line?.id;

    expect([chosen(OFFICIAL), chosen({ ...MOMENT, heated: true })]).toEqual(['company:0', expect.not.stringContaining('company')]);
  });

  test('is explained the first time that its kind comes', () => {
    const once = at(START, NO_HISTORY);
    const twice = at(START + 2 * DAY, once.history);
    const other = at(START + 4 * DAY, twice.history, { ...MOMENT, heated: true });

    expect([once, twice, other].map(({ isNewKind }) => isNewKind)).toEqual([true, false, true]);
  });

  test('is missing where the company and we have none', () => {
    expect(at(START, NO_HISTORY, OFFICIAL, 'normal', []).line).toBeNull();
  });
});
