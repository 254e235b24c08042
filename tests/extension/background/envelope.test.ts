import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openWith, sealWith } from '@/background/envelope';
import { toBase64Url, utf8, type Bytes } from '@/shared/encodings';

let key: CryptoKey;
beforeAll(async () => {
  key = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt', 'decrypt']);
});

const bytes = fc.uint8Array({ maxLength: 60 }).map((array): Bytes => new Uint8Array(array));

test('what is sealed opens with the same key and binding, and with no other binding', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.string(), async (payload, bound) => {
      const sealed = await sealWith(key, bound, payload, crypto.getRandomValues(new Uint8Array(12)));

      expect(await openWith(key, bound, 1, { v: 1, ...sealed })).toEqual(payload);
      expect(await openWith(key, `${bound}.`, 1, { v: 1, ...sealed })).toBeNull();
      expect(await openWith(key, bound, 2, { v: 1, ...sealed })).toBeNull();
    }),
  );
});

test('whatever answers, opening never throws, and nothing that we did not seal opens', async () => {
  const looksRight = fc.record({ v: fc.constant(1), n: fc.oneof(bytes.map(toBase64Url), fc.string()), c: fc.oneof(bytes.map(toBase64Url), fc.string()) });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.anything(), fc.jsonValue(), looksRight), async (answer) => {
      expect(await openWith(key, 'x', 1, answer)).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test('one changed bit anywhere is noticed', async () => {
  const sealed = await sealWith(key, 'x', utf8('bonjour'), new Uint8Array(12));
  const raw = Uint8Array.from(atob(sealed.c.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  for (let bit = 0; bit < raw.length * 8; bit++) {
    const changed = new Uint8Array(raw);
    changed[bit >> 3]! ^= 1 << (bit & 7);

    expect(await openWith(key, 'x', 1, { v: 1, n: sealed.n, c: toBase64Url(changed) })).toBeNull();
  }
});
