/**
 * PP2: seals requests to the company's own service, so that only the holder of its private key reads them, also where
 * the company's TLS ends before the service. Stateless: every request brings a key of its own. Does no HTTP;
 * `shared_channel.py` is the other end, and which service it is stands in `shared/service.ts`.
 *
 * Source: shared/reference/security.md section 5.1.
 */
import { toBase64Url, utf8, type Bytes } from '@/shared/encodings';
import type { Service } from '@/shared/service';
import { directionKey, freshNonce, openWith, portBytes, sealWith, type Sealed } from './envelope';

/** Made anew for every request; given by tests only. */
export interface Ephemeral {
  readonly keys: CryptoKeyPair;
  readonly nonce: Bytes;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const SALT = utf8('porte-parole/pp2');
const SECRET_BITS = 256;

/** @throws DOMException when the service's point is not on the curve. */
export async function sealForService(service: Service, path: string, payload: Bytes, ephemeral?: Ephemeral): Promise<Sealed> {
  const { keys, nonce } = ephemeral ?? { keys: await freshKeys(), nonce: freshNonce() };
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const secret = await agree(keys.privateKey, service.point);
  // Bound to both public keys and to the port: an answer of another service, or from another port, does not open.
  const info = new Uint8Array([...point, ...service.point, ...portBytes(service.port)]);
  const key = await directionKey(secret, SALT, info, 'c2s');
  const { n, c } = await sealWith(key, `PP2|POST|${path}|${service.port}`, payload, nonce);
  const body = JSON.stringify({ v: 2, e: toBase64Url(point), n, c });
  const open = async (answer: unknown): Promise<Bytes | null> =>
    openWith(await directionKey(secret, SALT, info, 's2c'), `PP2|RESP|${path}|${service.port}|${n}`, 2, answer);
  return { body, nonce, open };
}

async function agree(privateKey: CryptoKey, point: Bytes): Promise<CryptoKey> {
  const other = await crypto.subtle.importKey('raw', point, CURVE, false, []);
  const bits = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, privateKey, SECRET_BITS));
  try {
    return await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  } finally {
    bits.fill(0);
  }
}

const freshKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
