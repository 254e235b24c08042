/**
 * PP1: seals requests to the server and opens its answers, so that whatever else listens on the port sees ciphertext
 * and cannot answer. Does no HTTP and keeps no key; `channel.py` is the other end.
 *
 * Source: shared/reference/security.md section 5.1.
 */
import { isForm, isText } from '@/shared/closed-form';
import { fromBase64Url, toBase64Url, utf8, type Bytes } from './encodings';

/** What pairing left behind: enough to talk to one server. */
export interface Pairing {
  /** TCP port on 127.0.0.1, 1 to 65535. */
  port: number;
  /** Names the key on the wire without telling it. */
  kid: string;
  /** HKDF key, not extractable: it can be used here and read nowhere. */
  key: CryptoKey;
}

export interface Sealed {
  body: string;
  /** Opens the answer to this request and no other. */
  nonce: Bytes;
}

const SALT = utf8('porte-parole/pp1');
const NONCE_BYTES = 12;

export async function importKey(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
}

/**
 * @param nowMs - milliseconds since 1970; the server takes a narrow window around its own clock.
 * @param nonce - 12 bytes, never used twice with one key; given by tests only.
 */
export async function seal(
  pairing: Pairing,
  path: string,
  payload: Bytes,
  nowMs: number,
  nonce: Bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES)),
): Promise<Sealed> {
  const key = await directionKey(pairing, 'c2s', 'encrypt');
  const bound = utf8(`PP1|POST|${path}|${pairing.port}|${pairing.kid}|${nowMs}`);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: bound }, key, payload);
  const envelope = { v: 1, kid: pairing.kid, t: nowMs, n: toBase64Url(nonce), c: toBase64Url(new Uint8Array(sealed)) };
  return { body: JSON.stringify(envelope), nonce };
}

/** @returns the answer's bytes; null when it was not made by the holder of our key for exactly this request. */
export async function open(pairing: Pairing, path: string, answer: unknown, nonce: Bytes): Promise<Bytes | null> {
  if (!isAnswer(answer)) return null;
  const [iv, sealed] = [fromBase64Url(answer.n), fromBase64Url(answer.c)];
  if (iv?.length !== NONCE_BYTES || sealed === null) return null;
  const key = await directionKey(pairing, 's2c', 'decrypt');
  const bound = utf8(`PP1|RESP|${path}|${pairing.port}|${toBase64Url(nonce)}`);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, sealed));
  } catch {
    return null;
  }
}

const isAnswer = (value: unknown): value is { v: 1; n: string; c: string } =>
  isForm(value, { v: (version) => version === 1, n: isText(16), c: isText(65_536) });

// The port is part of the key: a relay on another port cannot pass our requests on.
async function directionKey(pairing: Pairing, direction: 'c2s' | 's2c', use: KeyUsage): Promise<CryptoKey> {
  const info = new Uint8Array([...utf8(direction), pairing.port >> 8, pairing.port & 0xff]);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: SALT, info };
  return crypto.subtle.deriveKey(how, pairing.key, { name: 'AES-GCM', length: 256 }, false, [use]);
}
