import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase32, fromBase64Url, toBase32, toBase64Url, type Bytes } from '@/shared/encodings';

const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => new Uint8Array(array));

test.each<[string, (bytes: Bytes) => string, (text: string) => Bytes | null]>([
  ['base32', toBase32, fromBase32],
  ['base64url', toBase64Url, fromBase64Url],
])('what %s writes it reads back', (_name, write, read) => {
  fc.assert(
    fc.property(bytes, (given) => {
      expect(read(write(given))).toEqual(given);
    }),
  );
});

test.each(['0', 'a', 'AB', 'A=', 'MZXW6YT1'])('%j is not base32', (text) => {
  expect(fromBase32(text)).toBeNull();
});

test.each(['A', 'AA==', 'A+==', 'AA/A', 'AA A'])('%j is not base64url without padding', (text) => {
  expect(fromBase64Url(text)).toBeNull();
});
