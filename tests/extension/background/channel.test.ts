import { beforeEach, describe, expect, test } from 'vitest';
import { importKey, open, seal, type Pairing } from '@/background/channel';
import { fromBase64Url, toBase64Url, utf8, type Bytes } from '@/shared/encodings';
import vector from '../../contract/pp1.json';

const nonce = fromBase64Url(vector.request.n)!;
const answer = { v: 1, n: vector.response.n, c: vector.response.c };
let pairing: Pairing;

beforeEach(async () => {
  const secret = Uint8Array.from(vector.psk.match(/../g)!, (hex) => parseInt(hex, 16));
  pairing = { port: vector.port, kid: vector.request.kid, key: await importKey(secret), by: 'code' };
});

const flipped = (text: string): string => {
  const bytes = fromBase64Url(text)!;
  bytes[0]! ^= 1;
  return toBase64Url(bytes);
};

test('a request is sealed as the contract says', async () => {
  const sealed = await seal(pairing, vector.path, utf8(vector.request.payload), vector.request.t, nonce);

  const { kid, t, n, c } = vector.request;
  expect(JSON.parse(sealed.body)).toEqual({ v: 1, kid, t, n, c });
});

test('the answer of the contract opens', async () => {
  const opened = await open(pairing, vector.path, answer, nonce);

  expect(new TextDecoder().decode(opened!)).toBe(vector.response.payload);
});

test('two requests never share a nonce, and none shows its text', async () => {
  const one = await seal(pairing, vector.path, utf8('canary'), 1);
  const two = await seal(pairing, vector.path, utf8('canary'), 1);

  expect(one.nonce).not.toEqual(two.nonce);
  expect(one.body).not.toContain('canary');
});

test('the key cannot be read back', async () => {
  await expect(crypto.subtle.exportKey('raw', pairing.key)).rejects.toThrow();
});

describe('an answer does not open', () => {
  const other = (): Bytes => new Uint8Array(12);

  test.each<[string, () => [Pairing, string, unknown, Bytes]]>([
    ['for another request', () => [pairing, vector.path, answer, other()]],
    ['for another path', () => [pairing, '/v1/ping', answer, nonce]],
    ['for another port', () => [{ ...pairing, port: 18441 }, vector.path, answer, nonce]],
    ['with a changed bit', () => [pairing, vector.path, { ...answer, c: flipped(answer.c) }, nonce]],
    ['with another nonce', () => [pairing, vector.path, { ...answer, n: flipped(answer.n) }, nonce]],
    ['of version 2', () => [pairing, vector.path, { ...answer, v: 2 }, nonce]],
    ['with one more key', () => [pairing, vector.path, { ...answer, plain: '{}' }, nonce]],
    ['without a nonce', () => [pairing, vector.path, { v: 1, c: answer.c }, nonce]],
    ['that is shorter than its seal', () => [pairing, vector.path, { ...answer, c: 'AAAA' }, nonce]],
    ['that is not base64url', () => [pairing, vector.path, { ...answer, c: `${answer.c}=` }, nonce]],
    ['that is no object', () => [pairing, vector.path, undefined, nonce]],
  ])('%s', async (_what, given) => {
    expect(await open(...given())).toBeNull();
  });

  test('under another key', async () => {
    const stranger = { ...pairing, key: await importKey(new Uint8Array(32)) };

    expect(await open(stranger, vector.path, answer, nonce)).toBeNull();
  });
});
