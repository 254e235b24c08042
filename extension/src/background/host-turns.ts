/**
 * How often the native host may be asked, since every question starts a program: every three seconds in the first minute
 * of trouble, then once a minute; not at all after the person forgot the connection. Kept in the session, since the
 * worker forgets; gone with it when the browser starts anew.
 */
import { browser } from '@/shared/browser';
import { isForm, isWhole, orNull } from '@/shared/closed-form';

/** What wants to ask: trouble that lasts, the person who looks at a page of ours, or the person who wants a connection. */
export type Asker = 'trouble' | 'person' | 'connect';

interface Turns {
  /** When the present trouble first made us ask; null while there is none. */
  readonly sinceMs: number | null;
  /** When we last asked; null: never. */
  readonly lastMs: number | null;
  /** The person forgot the connection. */
  readonly declined: boolean;
}

const KEY = 'host_asks';
const NONE: Turns = { sinceMs: null, lastMs: null, declined: false };
const SHORTEST_MS = 3_000;
const FIRST_PHASE_MS = 60_000;
/** A little less than the minute between two alarms, which come early or late. */
const SLOW_MS = 58_000;

/** Whether it is somebody's turn now; if so, the turn is taken. */
export async function takeTurn(asker: Asker, nowMs: number): Promise<boolean> {
  const turns = await load(nowMs);
  if (asker !== 'connect' && !isDue(turns, asker, nowMs)) return false;
  await save({ sinceMs: turns.sinceMs ?? nowMs, lastMs: nowMs, declined: false });
  return true;
}

/** The server answered: the next trouble is a new one. */
export async function endTrouble(nowMs: number): Promise<void> {
  const turns = await load(nowMs);
  if (turns.sinceMs !== null) await save({ ...turns, sinceMs: null });
}

/** Nobody asks any more until the person connects, or the browser starts anew. */
export const decline = async (): Promise<void> => save({ ...NONE, declined: true });

function isDue({ sinceMs, lastMs, declined }: Turns, asker: Asker, nowMs: number): boolean {
  if (declined) return false;
  const isFirstPhase = sinceMs === null || nowMs - sinceMs < FIRST_PHASE_MS;
  const wait = asker === 'person' || isFirstPhase ? SHORTEST_MS : SLOW_MS;
  return lastMs === null || nowMs - lastMs >= wait;
}

async function load(nowMs: number): Promise<Turns> {
  const kept: unknown = (await browser.storage.session.get(KEY))[KEY];
  if (!isTurns(kept)) return NONE;
  // After a clock was set back nobody knows how much time went by: asking once too often does no harm.
  const wasSetBack = Math.max(kept.sinceMs ?? 0, kept.lastMs ?? 0) > nowMs;
  return wasSetBack ? { ...NONE, declined: kept.declined } : kept;
}

const save = (turns: Turns): Promise<void> => browser.storage.session.set({ [KEY]: turns });

function isTurns(value: unknown): value is Turns {
  const time = orNull(isWhole(0, Number.MAX_SAFE_INTEGER));
  return isForm(value, { sinceMs: time, lastMs: time, declined: (it) => typeof it === 'boolean' });
}
