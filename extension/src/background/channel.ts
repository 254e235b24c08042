/**
 * PP1: seals requests to the program on this computer and opens its answers, so that whatever else listens on the port
 * sees ciphertext and cannot answer. Does no HTTP and keeps no key; `channel.py` is the other end.
 *
 * Source: shared/reference/security.md section 5.1.
 */
import { toBase64Url, utf8, type Bytes } from '@/shared/encodings';
import { directionKey, freshNonce, openWith, portBytes, sealWith, type Direction, type Sealed } from './envelope';

/** What pairing left behind: enough to talk to one server. */
export interface Pairing {
  /** TCP port on 127.0.0.1, 1 to 65535. */
  port: number;
  /** Names the key on the wire without telling it. */
  kid: string;
  /** HKDF key, not extractable: it can be used here and read nowhere. */
  key: CryptoKey;
  /** Who brought it: the native host, or the person with a code. */
  by: 'host' | 'code';
}

const SALT = utf8('porte-parole/pp1');

/** @param secret - 32 bytes; all zeros afterwards, so that no copy of the key waits for the garbage collector. */
export async function importKey(secret: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  } finally {
    secret.fill(0);
  }
}

/**
 * @param nowMs - milliseconds since 1970; the server takes a narrow window around its own clock.
 * @param nonce - 12 bytes, never used twice with one key; given by tests only.
 */
export async function seal(pairing: Pairing, path: string, payload: Bytes, nowMs: number, nonce = freshNonce()): Promise<Sealed> {
  const bound = `PP1|POST|${path}|${pairing.port}|${pairing.kid}|${nowMs}`;
  const { n, c } = await sealWith(await keyFor(pairing, 'c2s'), bound, payload, nonce);
  const body = JSON.stringify({ v: 1, kid: pairing.kid, t: nowMs, n, c });
  return { body, nonce, open: (answer) => open(pairing, path, answer, nonce) };
}

/** @returns the answer's bytes; null when it was not made by the holder of our key for exactly this request. */
export async function open(pairing: Pairing, path: string, answer: unknown, nonce: Bytes): Promise<Bytes | null> {
  const bound = `PP1|RESP|${path}|${pairing.port}|${toBase64Url(nonce)}`;
  return openWith(await keyFor(pairing, 's2c'), bound, 1, answer);
}

// The port is part of the key: a relay on another port cannot pass our requests on.
const keyFor = ({ key, port }: Pairing, direction: Direction): Promise<CryptoKey> =>
  directionKey(key, SALT, portBytes(port), direction);
