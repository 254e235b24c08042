/**
 * Keeps the one pairing of this browser in IndexedDB, which no content script can open and where a key that is not
 * extractable stays so. Never `storage.local`: content scripts can read that.
 */
import { inStore } from '@/shared/storage/database';
import type { Pairing } from './channel';

const DATABASE = 'porte-parole';
const STORE = 'pairing';
const ONLY = 'current';

export async function loadPairing(): Promise<Pairing | null> {
  const found: unknown = await inPairings('readonly', (store) => store.get(ONLY));
  // Pairings of earlier versions name nobody: there were codes only.
  return found === undefined ? null : { by: 'code', ...(found as Omit<Pairing, 'by'> & Partial<Pairing>) };
}

export async function savePairing(pairing: Pairing): Promise<void> {
  await inPairings('readwrite', (store) => store.put(pairing, ONLY));
}

export async function forgetPairing(): Promise<void> {
  await inPairings('readwrite', (store) => store.delete(ONLY));
}

const inPairings = (mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest): Promise<unknown> =>
  inStore(DATABASE, STORE, mode, use);
