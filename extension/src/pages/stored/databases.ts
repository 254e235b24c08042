/** Which keys there are in IndexedDB: counted, never read. What nobody described is shown too. */
import { element, words } from '@/pages/element';
import { listOf } from './entries';
import type { MessageKey } from '@/pages/words';

/** One store of one database of the extension. */
export interface KeptStore {
  readonly database: string;
  readonly store: string;
  readonly entries: number;
}

/** By "database/store". */
const ABOUT: Record<string, [title: MessageKey, text: MessageKey]> = {
  'porte-parole/pairing': ['stored_pairing', 'stored_pairing_text'],
  'porte-parole-device/keys': ['stored_device', 'stored_device_text'],
};

/** In the order the browser names them. */
export async function loadDatabases(): Promise<KeptStore[]> {
  const databases = await indexedDB.databases();
  return (await Promise.all(databases.map(({ name = '' }) => storesOf(name)))).flat();
}

export function databaseList(stores: readonly KeptStore[]): HTMLElement {
  return listOf(
    stores.map(({ database, store, entries }) => {
      const name = `${database}/${store}`;
      const [title, text] = ABOUT[name] ?? (['stored_other', 'stored_other_text'] as const);
      const state = element('span', { class: 'key-state' }, words(entries > 0 ? 'stored_key_there' : 'stored_key_absent'));
      const heading = element('h3', {}, words(title), ' ', element('code', {}, name));
      const way = name === 'porte-parole/pairing' ? [element('a', { href: '/options.html#pairing' }, words('stored_change'))] : [];
      return element('li', { 'data-entry': name }, heading, element('p', { class: 'note' }, words(text)), state, ...way);
    }),
  );
}

function storesOf(database: string): Promise<KeptStore[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    // It went away meanwhile: opening it by name alone would make an empty one, in which nobody could store a key.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => reject(opening.error ?? new Error('IndexedDB could not be opened'));
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames];
      void Promise.all(names.map((store) => countIn(opening.result, store)))
        .then((counts) => resolve(names.map((store, at) => ({ database, store, entries: counts[at] ?? 0 }))), reject)
        .finally(() => opening.result.close());
    };
  });
}

function countIn(database: IDBDatabase, store: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const counting = database.transaction(store, 'readonly').objectStore(store).count();
    counting.onsuccess = () => resolve(counting.result);
    counting.onerror = () => reject(counting.error ?? new Error('IndexedDB could not be counted'));
  });
}
