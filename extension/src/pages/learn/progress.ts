/** Which lessons the person has done; kept on this device only. */
import { browser } from '@/shared/browser';
import { dayOf } from '@/shared/storage/day';
import { createQueue } from '@/shared/storage/in-turn';

const KEY = 'lessons';
const inTurn = createQueue();

/** Lesson → the day (ISO, local) on which its question was first answered rightly. */
export type Progress = Readonly<Record<string, string>>;

export async function loadProgress(): Promise<Progress> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).filter(([, day]) => typeof day === 'string')) as Progress;
}

export const noteDone = (lesson: string): Promise<void> =>
  inTurn(async () => {
    const progress = await loadProgress();
    if (!Object.hasOwn(progress, lesson)) await browser.storage.local.set({ [KEY]: { ...progress, [lesson]: dayOf(new Date()) } });
  });

export const eraseProgress = (): Promise<void> => inTurn(() => browser.storage.local.remove(KEY));
