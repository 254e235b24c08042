/**
 * Keeps what the person silenced for good. For the background and our own pages: content scripts have no device key.
 * What a silence does to a report is the background's.
 */
import { browser } from '@/shared/browser';
import { digestOf } from './device-key';
import { fail, ok, type Outcome } from '@/shared/errors';
import { createQueue } from './in-turn';
import { masked } from '@/shared/masking';
import { isKeptAsDigest, isSilence, keyOf, MOST_SILENCES, normalWords, type Proposal, type Silence } from '@/shared/silence';
import { fromFile, toFile } from './silence-file';
import { onStored } from './stored-change';

const KEY = 'silences';
const inTurn = createQueue();

/** Newest first; at most MOST_SILENCES. */
export async function loadSilences(): Promise<Silence[]> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(kept) ? kept.filter(isSilence).slice(0, MOST_SILENCES) : [];
}

/** One that is there already becomes the newest; where the list is full, the oldest goes. Empty words change nothing. */
export async function addSilence(proposal: Proposal): Promise<void> {
  const silence = await silenceOf(proposal, Date.now());
  if (silence !== null) await addAll([silence]);
}

export function removeSilence(silence: Silence): Promise<void> {
  return inTurn(async () => {
    const kept = await loadSilences();
    await browser.storage.local.set({ [KEY]: kept.filter((other) => keyOf(other) !== keyOf(silence)) });
  });
}

/** Calls back after every change of what `loadSilences` reads. */
export const onSilences = (callback: () => void, signal: AbortSignal): void => onStored('local', [KEY], callback, signal);

/** JSON text for another device. */
export const exportSilences = async (): Promise<string> => toFile(await loadSilences());

/**
 * Adds what the file holds, all of it or nothing.
 *
 * @returns how many were new; `not_a_list` for whatever `exportSilences` would not have written.
 */
export async function importSilences(text: string): Promise<Outcome<number, 'not_a_list' | 'too_many'>> {
  const wanted = fromFile(text);
  if (!wanted.ok) return wanted;
  const kept = await loadSilences();
  const known = new Set(kept.map(keyOf));
  const added = wanted.value.filter((silence) => !known.has(keyOf(silence)));
  if (kept.length + added.length > MOST_SILENCES) return fail('too_many');
  await addAll(added);
  return ok(added.length);
}

function addAll(silences: readonly Silence[]): Promise<void> {
  return inTurn(async () => {
    const kept = await loadSilences();
    const added = new Set(silences.map(keyOf));
    const others = kept.filter((old) => !added.has(keyOf(old)));
    await browser.storage.local.set({ [KEY]: [...silences, ...others].slice(0, MOST_SILENCES) });
  });
}

async function silenceOf({ kind, rule, title, category, words }: Proposal, atMs: number): Promise<Silence | null> {
  if (kind === 'rule') return { kind, rule, title, atMs };
  const normal = normalWords(words);
  if (normal === '') return null;
  if (!isKeptAsDigest(category)) return { kind, words: normal, digest: null, atMs };
  return { kind, words: null, digest: await digestOf(normal), shown: masked(normal), atMs };
}
