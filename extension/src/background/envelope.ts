/**
 * What both protocols have in common: bytes sealed with AES-256-GCM, bound to what they belong to, and written as JSON.
 * Which key and which binding is the matter of `channel.ts` (PP1) and `service-channel.ts` (PP2).
 */
import { isForm, isText } from '@/shared/closed-form';
import { fromBase64Url, toBase64Url, utf8, type Bytes } from '@/shared/encodings';

/** A request as it travels, and the only way to open its answer. */
export interface Sealed {
  readonly body: string;
  /** 12 bytes, never used twice with one key. */
  readonly nonce: Bytes;
  /** @returns the answer's bytes; null when it was not made by the holder of our key for exactly this request. */
  open(answer: unknown): Promise<Bytes | null>;
}

export type Direction = 'c2s' | 's2c';

/** Both binary values base64url without padding. */
interface SealedText {
  readonly n: string;
  readonly c: string;
}

const NONCE_BYTES = 12;

export const freshNonce = (): Bytes => crypto.getRandomValues(new Uint8Array(NONCE_BYTES));

/** @param bound - what the sealed bytes belong to; it does not travel and must be the same on both sides. */
export async function sealWith(key: CryptoKey, bound: string, payload: Bytes, nonce: Bytes): Promise<SealedText> {
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: utf8(bound) }, key, payload);
  return { n: toBase64Url(nonce), c: toBase64Url(new Uint8Array(sealed)) };
}

/** @returns null for whatever is not an answer of this version, sealed with this key and bound to the same. */
export async function openWith(key: CryptoKey, bound: string, version: 1 | 2, answer: unknown): Promise<Bytes | null> {
  if (!isAnswer(answer, version)) return null;
  const [iv, sealed] = [fromBase64Url(answer.n), fromBase64Url(answer.c)];
  if (iv?.length !== NONCE_BYTES || sealed === null) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(bound) }, key, sealed));
  } catch {
    return null;
  }
}

/** One key for each direction (HKDF-SHA256). */
export async function directionKey(secret: CryptoKey, salt: Bytes, info: Bytes, direction: Direction): Promise<CryptoKey> {
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new Uint8Array([...utf8(direction), ...info]) };
  const use: KeyUsage = direction === 'c2s' ? 'encrypt' : 'decrypt';
  return crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, [use]);
}

/** A port as two bytes, the higher one first. */
export const portBytes = (port: number): Bytes => new Uint8Array([port >> 8, port & 0xff]);

const isAnswer = (value: unknown, version: 1 | 2): value is SealedText =>
  isForm(value, { v: (given) => given === version, n: isText(16), c: isText(65_536) });
