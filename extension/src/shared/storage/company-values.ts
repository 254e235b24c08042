/**
 * What the company set by policy: the one way to managed storage. Content scripts read it too; it holds no secret.
 *
 * Firefox refuses where no policy is set, and knows no schema. Chromium may answer `{}` at first and tell the values
 * seconds later, or keep a read waiting until it has them: whoever reads must also listen.
 */
import { browser } from '@/shared/browser';
import { fittingValues } from './setting-values';
import type { SettingValues } from '@/shared/settings';
import { onStored } from './stored-change';

/** Milliseconds until a read counts as empty; nobody should wait longer for their text to be checked. */
const TIME_LIMIT_MS = 1000;

/** A read that missed its time limit and is still on its way: while there is one, nobody waits for another. */
let late: Promise<unknown> | null = null;
const waiting = new Set<() => void>();

/** Never throws; empty when there is no policy, or when the browser did not tell in time. */
export async function loadCompanyValues(): Promise<SettingValues> {
  return late === null ? fittingValues(await loadManaged(), 'company') : {};
}

/** Calls back when the company's values changed, or arrived after a read had given up on them. */
export function onCompanyValues(callback: () => void, signal: AbortSignal): void {
  onStored('managed', [], callback, signal);
  waiting.add(callback);
  signal.addEventListener('abort', () => waiting.delete(callback));
}

/** Everything in managed storage as it is, for the page that shows what is stored; like `loadCompanyValues` in the rest. */
export async function loadManaged(): Promise<unknown> {
  const reading = readAll().catch(() => ({}));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<void>((resolve) => (timer = setTimeout(resolve, TIME_LIMIT_MS)));
  const first = await Promise.race([reading.then((values) => ({ values })), tooLate]);
  clearTimeout(timer);
  if (first !== undefined) return first.values;
  late ??= reading.then(() => {
    late = null;
    for (const callback of waiting) callback();
  });
  return {};
}

// A function of its own, since the area itself may be missing.
const readAll = async (): Promise<unknown> => browser.storage.managed.get();
