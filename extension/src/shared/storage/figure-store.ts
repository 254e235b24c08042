/** The person's own figures: how often marks were shown, reworded and dismissed. On this device only, and erasable. */
import { browser } from '@/shared/browser';
import { isForm, isText, isWhole } from '@/shared/closed-form';
import { dayOf } from './day';
import { createQueue } from './in-turn';
import type { CountedThing } from '@/shared/messages';

const KEY = 'figures';
const inTurn = createQueue();

/** `since`: the day of the first count (ISO, local), null when nothing was counted. */
export type Figures = { readonly since: string | null } & Readonly<Record<CountedThing, number>>;

const NONE: Figures = { since: null, shown: 0, reworded: 0, dismissed: 0 };

export async function loadFigures(): Promise<Figures> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  return isFigures(kept) ? kept : NONE;
}

/** Whether the person wants to be counted is asked by the caller. */
export function addFigure(what: CountedThing, times: number): Promise<void> {
  return inTurn(async () => {
    const now = await loadFigures();
    const sum = Math.min(now[what] + times, Number.MAX_SAFE_INTEGER);
    await browser.storage.local.set({ [KEY]: { ...now, since: now.since ?? dayOf(new Date()), [what]: sum } });
  });
}

export const eraseFigures = (): Promise<void> => inTurn(() => browser.storage.local.remove(KEY));

function isFigures(value: unknown): value is Figures {
  const count = isWhole(0, Number.MAX_SAFE_INTEGER);
  return isForm(value, { since: isText(10, 10), shown: count, reworded: count, dismissed: count });
}
