/** When: the occasions on which a reminder may be welcome. Domain research, section 5.3; never time of day or mood. */
import { dayOf, daysBetween } from '@/shared/storage/day';
import type { Moment } from '@/shared/reminders';
import type { History } from './history';

/** Most particular first: of several, the first one chooses the line. */
export const OCCASIONS = [
  'heated',
  'names_company',
  'account_changed',
  'official',
  'audience_public',
  'audience_unknown',
  'first_here',
  'after_long',
] as const;

export type Occasion = (typeof OCCASIONS)[number];

/** A moment with what only the background knows about it. */
export interface KnownMoment extends Moment {
  /** Id of the listed site, else the host name. */
  readonly network: string;
  /** Another account than the last time on this network, as far as this session of the browser knows. */
  readonly accountChanged: boolean;
}

const LONG_DAYS = 30;

/** In the order of OCCASIONS; empty when there is nothing to remind of. @param history - before this moment. */
export function occasionsOf(nowMs: number, history: History, moment: KnownMoment): Occasion[] {
  const today = dayOf(new Date(nowMs));
  const lastHere = history.networks.find(({ id }) => id === moment.network);
  const wasSmall = lastHere === undefined || lastHere.audience === 'private';
  const is: Record<Occasion, boolean> = {
    heated: moment.heated,
    names_company: moment.namesCompany && history.namedOn !== today,
    account_changed: moment.accountChanged,
    official: moment.account === 'official',
    audience_public: moment.audience === 'public' && wasSmall,
    audience_unknown: moment.audience === 'unknown' && wasSmall,
    first_here: lastHere === undefined,
    after_long: history.wroteOn !== null && daysBetween(history.wroteOn, today) >= LONG_DAYS,
  };
  return OCCASIONS.filter((occasion) => is[occasion]);
}
