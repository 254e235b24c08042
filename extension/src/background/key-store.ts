/**
 * Keeps the one pairing of this browser in IndexedDB, which no content script can open and where a key that is not
 * extractable stays so. Never `storage.local`: content scripts can read that.
 */
import type { Pairing } from './channel';

const DATABASE = 'porte-parole';
const STORE = 'pairing';
const ONLY = 'current';

export async function loadPairing(): Promise<Pairing | null> {
  const found: unknown = await inStore('readonly', (store) => store.get(ONLY));
  return (found as Pairing | undefined) ?? null;
}

export async function savePairing(pairing: Pairing): Promise<void> {
  await inStore('readwrite', (store) => store.put(pairing, ONLY));
}

export async function forgetPairing(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(ONLY));
}

async function inStore(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    return await settled<unknown>(use(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB request failed'));
  });
}
