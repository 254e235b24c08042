/**
 * IndexedDB of the extension's own origin: where keys are kept that can be used and not be read. No content script can
 * open it (there, IndexedDB is the page's).
 */

/** Runs one request in a store of a database of its own; both are made when they are not there yet. */
export async function inStore(
  name: string,
  store: string,
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  const database = await settled(opening);
  try {
    return await settled<unknown>(use(database.transaction(store, mode).objectStore(store)));
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
