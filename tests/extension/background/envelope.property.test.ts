import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { directionKey, freshNonce, openWith, portBytes, sealWith } from '@/background/envelope';
import { utf8 } from '@/shared/encodings';

const BOUND = 'PP1|RESP|/v1/check|18440|AAAA';
let ours: CryptoKey;
let theirs: CryptoKey;

beforeEach(async () => {
  const secret = await crypto.subtle.importKey('raw', new Uint8Array(32), 'HKDF', false, ['deriveKey']);
  const key = { name: 'HKDF', hash: 'SHA-256', salt: utf8('salt'), info: new Uint8Array([...utf8('s2c'), ...portBytes(18440)]) };
  theirs = await crypto.subtle.deriveKey(key, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  ours = await directionKey(secret, utf8('salt'), portBytes(18440), 's2c');
});

test('what is sealed opens to itself, and with nothing else beside it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ minLength: 1 }), async (text, other) => {
      const sealed = { v: 1, ...(await sealWith(theirs, BOUND, utf8(text), freshNonce())) };

      expect(await openWith(ours, BOUND, 1, sealed)).toEqual(utf8(text));
      expect(await openWith(ours, BOUND + other, 1, sealed)).toBeNull();
      expect(await openWith(ours, BOUND, 2, sealed)).toBeNull();
    }),
  );
});

test('anything else at all is null, not an exception', async () => {
  const field = fc.oneof(fc.base64String(), fc.string(), fc.anything());
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.anything(), fc.record({ v: fc.constant(1), n: field, c: field })), async (answer) => {
      expect(await openWith(ours, BOUND, 1, answer)).toBeNull();
    }),
  );
});

test.each([13, 16, 32])('a nonce of %i bytes does not open, though its key made it', async (bytes) => {
  const sealed = await sealWith(theirs, BOUND, utf8('{}'), new Uint8Array(bytes));

  expect(await openWith(ours, BOUND, 1, { v: 1, ...sealed })).toBeNull();
});

test('an answer that no server of ours sends for its length does not open, though its key made it', async () => {
  const sealed = await sealWith(theirs, BOUND, new Uint8Array(50_000), freshNonce());

  expect(sealed.c.length).toBeGreaterThan(65_536);
  expect(await openWith(ours, BOUND, 1, { v: 1, ...sealed })).toBeNull();
});
