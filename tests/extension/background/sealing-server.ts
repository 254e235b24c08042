/** A server without a server: opens nothing, and seals its answers as the real one does, bound to the request's nonce. */
import type { Pairing } from '@/background/channel';
import { toBase64Url, utf8 } from '@/shared/encodings';

interface Answer {
  payload: string;
  status?: number;
}

/** @param answer - from the time in the request, in milliseconds since 1970. */
export async function sealing({ port, key: secret }: Pairing, answer: (sentMs: number) => Answer, path = '/v1/check'): Promise<typeof fetch> {
  const info = new Uint8Array([...utf8('s2c'), port >> 8, port & 0xff]);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: utf8('porte-parole/pp1'), info };
  const key = await crypto.subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  return async (_url, init) => {
    const { n, t } = JSON.parse(String(init?.body)) as { n: string; t: number };
    const { payload, status = 200 } = answer(t);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = utf8(`PP1|RESP|${path}|${port}|${n}`);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, utf8(payload));
    const body = { v: 1, n: toBase64Url(iv), c: toBase64Url(new Uint8Array(sealed)) };
    return Response.json(body, { status, headers: { 'Content-Type': 'application/pp1+json' } });
  };
}
