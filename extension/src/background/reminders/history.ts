/**
 * What is remembered so that reminders stay rare and new: days, hours and names of lines and networks; nothing of a
 * text, no account. Says what may be in it and brings it up to the clock; who stores it is `index.ts`.
 */
import { isForm, isList, isOneOf, isText, isWhole, orNull } from '@/shared/closed-form';
import { dayOf } from '@/shared/storage/day';
import { AUDIENCES, type Audience } from '@/shared/wire';

/** The limits look back on six lines and on one week. */
export const REMEMBERED_LINES = 12;
const MOST_NETWORKS = 300;
export const HOUR_MS = 3_600_000;

export interface ShownLine {
  /** Name of the line in `lines/`, or of one of the company's. */
  readonly id: string;
  /** ISO, local. */
  readonly day: string;
  /** Hours since 1970, rounded up: no gap that is counted from it comes out too short. */
  readonly hour: number;
  readonly dismissed: boolean;
}

export interface History {
  /** Day of the first thing remembered; null before. */
  readonly since: string | null;
  /** Newest first. */
  readonly shown: readonly ShownLine[];
  /** Since the last pause that dismissals brought. */
  readonly dismissals: number;
  /** Hour (as in `ShownLine`) of the last dismissal that brought a pause. */
  readonly pausedFrom: number | null;
  /** Kinds of reminder that were explained once. */
  readonly explained: readonly string[];
  /** Networks that were written on, the newest first, each with the audience of the last time. */
  readonly networks: readonly { readonly id: string; readonly audience: Audience }[];
  /** Last day on which something was begun to be written, and on which the company was named. */
  readonly wroteOn: string | null;
  readonly namedOn: string | null;
}

export const NO_HISTORY: History = {
  since: null,
  shown: [],
  dismissals: 0,
  pausedFrom: null,
  explained: [],
  networks: [],
  wroteOn: null,
  namedOn: null,
};

const isName = isText(255, 1);
const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isHour = isWhole(0, Number.MAX_SAFE_INTEGER);

export function isHistory(value: unknown): value is History {
  const isShown = (item: unknown): boolean =>
    isForm(item, { id: isName, day: isDay, hour: isHour, dismissed: (it) => typeof it === 'boolean' });
  return isForm(value, {
    since: orNull(isDay),
    shown: isList(isShown, REMEMBERED_LINES),
    dismissals: isWhole(0, 2),
    pausedFrom: orNull(isHour),
    explained: isList(isName, 50),
    networks: isList((item) => isForm(item, { id: isName, audience: isOneOf(AUDIENCES) }), MOST_NETWORKS),
    wroteOn: orNull(isDay),
    namedOn: orNull(isDay),
  });
}

export const hourOf = (nowMs: number): number => Math.ceil(nowMs / HOUR_MS);

/** What lies in the future, since the clock was set back, counts as now: from here on it ages like everything else. */
export function settled(history: History, nowMs: number): History {
  const [today, thisHour] = [dayOf(new Date(nowMs)), hourOf(nowMs)];
  const notAfter = (day: string | null): string | null => (day !== null && day > today ? today : day);
  return {
    ...history,
    since: notAfter(history.since),
    shown: history.shown.map((line) => ({
      ...line,
      day: line.day > today ? today : line.day,
      hour: Math.min(line.hour, thisHour),
    })),
    pausedFrom: history.pausedFrom === null ? null : Math.min(history.pausedFrom, thisHour),
    wroteOn: notAfter(history.wroteOn),
    namedOn: notAfter(history.namedOn),
  };
}

/** The history after somebody began to write. */
export function withWriting(history: History, nowMs: number, network: string, audience: Audience, named: boolean): History {
  const today = dayOf(new Date(nowMs));
  const others = history.networks.filter(({ id }) => id !== network);
  return {
    ...history,
    since: history.since ?? today,
    networks: [{ id: network, audience }, ...others].slice(0, MOST_NETWORKS),
    wroteOn: today,
    namedOn: named ? today : history.namedOn,
  };
}
