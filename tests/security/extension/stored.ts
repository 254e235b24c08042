/** What the extension has stored, set and read as its own pages do. */
import type { SettingValues } from '../../../extension/src/shared/settings';
import type { Driver } from '../../browser/driver';

/** The person's settings, all of them; open pages follow by themselves. */
export async function setSettings(driver: Driver, settings: SettingValues): Promise<void> {
  await driver.inExtension(`(globalThis.browser ?? chrome).storage.local.set({ settings: ${JSON.stringify(settings)} }).then(() => null)`);
}

/** Every area of storage, every database and every cache of the extension, as text. */
export function everythingStored(driver: Driver): Promise<string> {
  return driver.inExtension(`(async () => {
    const { storage } = globalThis.browser ?? chrome;
    const all = {};
    for (const area of ['local', 'sync', 'session', 'managed']) all[area] = await storage[area].get(null).catch((error) => error.name);
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      await new Promise((done) => (opening.onsuccess = done));
      for (const store of opening.result.objectStoreNames) {
        const reading = opening.result.transaction(store).objectStore(store).getAll();
        await new Promise((done) => (reading.onsuccess = done));
        all[name + '/' + store] = reading.result;
      }
      opening.result.close();
    }
    all.caches = await caches.keys();
    all.pages = { local: { ...localStorage }, session: { ...sessionStorage } };
    return JSON.stringify(all);
  })()`);
}
