/** What can be said of the page in front of the person: the background's word and the frames' lists made one. */
import type { ServerState, Status } from '@/shared/messages';
import type { LiveList } from '@/shared/live-list';

/**
 * - `unreadable`: no page that an extension may read, or one that nobody added.
 * - `off`, `locked`: a watched site that the person, or the company, switched off.
 * - `not_checked`: there is a text, or trouble with the program; never to look reassuring.
 * - `clear`: a text was really read and nothing is left to point out; the only one that may look reassuring.
 */
export type Situation =
  | 'unreadable'
  | 'off'
  | 'locked'
  | 'paused'
  | 'not_checked'
  | 'nothing_open'
  | 'reading'
  | 'clear'
  | 'marks';

const TROUBLE: ReadonlySet<ServerState> = new Set<ServerState>(['not_reached', 'not_authenticated', 'not_configured', 'refused']);

/** @param current - the composer written in last, null when none is open; `marks` counts those of all frames. */
export function situationOf({ site, paused, state }: Status, current: LiveList | null, marks: number): Situation {
  if (site === null) return 'unreadable';
  if (!site.watched) return site.canAdd ? 'off' : 'locked';
  if (paused.tab || paused.site || current?.state === 'paused') return 'paused';
  if (TROUBLE.has(state)) return 'not_checked';
  if (current === null) return 'nothing_open';
  if (current.state === 'not_checked') return 'not_checked';
  if (marks > 0) return 'marks';
  return current.state === 'checked' ? 'clear' : 'reading';
}
