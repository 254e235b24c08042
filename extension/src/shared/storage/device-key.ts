/**
 * A random key of this browser profile for keyed digests: they tell that words are the same without telling the words,
 * and mean nothing on another device. Not extractable, and never in `storage.local`, which content scripts can read.
 */
import { inStore } from './database';

const DATABASE = 'porte-parole-device';
const STORE = 'keys';
const ONLY = 'digests';

/** HMAC-SHA-256 of the UTF-8 of `text`, as lower-case hexadecimal. */
export async function digestOf(text: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', await deviceKey(), new TextEncoder().encode(text));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function deviceKey(): Promise<CryptoKey> {
  const known = await load();
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  // `add` fails when another page of ours was faster: then that key counts.
  return inStore(DATABASE, STORE, 'readwrite', (store) => store.add(made, ONLY)).then(
    () => made,
    async (error: unknown) => (await load()) ?? Promise.reject(error as Error),
  );
}

const load = async (): Promise<CryptoKey | undefined> =>
  (await inStore(DATABASE, STORE, 'readonly', (store) => store.get(ONLY))) as CryptoKey | undefined;
