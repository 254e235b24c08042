/**
 * How often: the budget of reminders. Numbers from the domain research, section 5.4: attention drops at the second sight
 * of the same notice, and each one more costs acceptance.
 */
import { dayOf, daysBetween } from '@/shared/storage/day';
import type { Settings } from '@/shared/settings';
import { HOUR_MS, hourOf, type History } from './history';

export type Level = Settings['reminders'];

const DAY_HOURS = 24;
const MIN_GAP_HOURS = 20;
const WEEK_HOURS = 7 * DAY_HOURS;
const MOST_PER_WEEK = 3;
/** For those who asked for few, and for everybody once they know them. */
const FEW_PER_WEEK = 1;
const TAPER_AFTER_DAYS = 30;
const DISMISSALS_TO_PAUSE = 3;
const PAUSE_HOURS = 14 * DAY_HOURS;

/** Whether one more reminder is within the limits. @param history - settled for `nowMs`. */
export function isWithinLimits(nowMs: number, history: History, level: Level): boolean {
  if (level === 'off') return false;
  const today = dayOf(new Date(nowMs));
  const hoursSince = (hour: number): number => nowMs / HOUR_MS - hour;
  if (history.pausedFrom !== null && hoursSince(history.pausedFrom) < PAUSE_HOURS) return false;
  if (history.shown.some(({ day }) => day === today)) return false;
  if (history.shown.some(({ hour }) => hoursSince(hour) < MIN_GAP_HOURS)) return false;
  const thisWeek = history.shown.filter(({ hour }) => hoursSince(hour) < WEEK_HOURS);
  const isKnown = history.since !== null && daysBetween(history.since, today) >= TAPER_AFTER_DAYS;
  return thisWeek.length < (level === 'rare' || isKnown ? FEW_PER_WEEK : MOST_PER_WEEK);
}

/** The history after the person sent the last reminder away; a second time for the same one changes nothing. */
export function withDismissal(history: History, nowMs: number): History {
  const [last, ...others] = history.shown;
  if (last === undefined || last.dismissed) return history;
  const dismissals = history.dismissals + 1;
  const pauses = dismissals >= DISMISSALS_TO_PAUSE;
  return {
    ...history,
    shown: [{ ...last, dismissed: true }, ...others],
    dismissals: pauses ? 0 : dismissals,
    pausedFrom: pauses ? hourOf(nowMs) : history.pausedFrom,
  };
}
