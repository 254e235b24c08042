import { beforeEach, describe, expect, test } from 'vitest';
import { sealForService, type Ephemeral } from '@/background/service-channel';
import { fromBase64Url, toBase64Url, utf8, type Bytes } from '@/shared/encodings';
import type { Service } from '@/shared/service';
import vector from '../../contract/pp2.json';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const SERVICE: Service = {
  origin: vector.origin,
  host: 'porte-parole.example:8443',
  port: vector.port,
  point: fromBase64Url(vector.service_public_key)!,
  permission: '',
};
const { path, request, response } = vector;
const answer = { v: 2, n: response.n, c: response.c };
let ephemeral: Ephemeral;

/** The key pair of the contract; WebCrypto takes private numbers as JWK only, beside their point. */
async function keyPair(number: string, point: Bytes): Promise<CryptoKeyPair> {
  const d = toBase64Url(Uint8Array.from(number.match(/../g)!, (hex) => parseInt(hex, 16)));
  const [x, y] = [toBase64Url(point.slice(1, 33)), toBase64Url(point.slice(33))];
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  const privateKey = await crypto.subtle.importKey('jwk', { ...jwk, d }, CURVE, false, ['deriveBits']);
  return { privateKey, publicKey: await crypto.subtle.importKey('jwk', jwk, CURVE, true, []) };
}

const flipped = (text: string): string => {
  const bytes = fromBase64Url(text)!;
  bytes[0]! ^= 1;
  return toBase64Url(bytes);
};

beforeEach(async () => {
  ephemeral = { keys: await keyPair(vector.client_private, fromBase64Url(request.e)!), nonce: fromBase64Url(request.n)! };
});

test('a request is sealed as the contract says', async () => {
  const sealed = await sealForService(SERVICE, path, utf8(request.payload), ephemeral);

  expect(JSON.parse(sealed.body)).toEqual({ v: 2, e: request.e, n: request.n, c: request.c });
});

test('the answer of the contract opens', async () => {
  const sealed = await sealForService(SERVICE, path, utf8(request.payload), ephemeral);

  expect(new TextDecoder().decode((await sealed.open(answer))!)).toBe(response.payload);
});

test('two requests share neither key nor nonce, and none shows its text', async () => {
  const [one, two] = [await sealForService(SERVICE, path, utf8('canary')), await sealForService(SERVICE, path, utf8('canary'))];
  const [first, second] = [one, two].map(({ body }) => JSON.parse(body) as { e: string; n: string });

  expect([first!.e === second!.e, first!.n === second!.n]).toEqual([false, false]);
  expect(one.body).not.toContain('canary');
});

describe('an answer does not open', () => {
  const opened = async (change: Partial<Service>, given: unknown, at = path, fixed: Ephemeral | undefined = ephemeral): Promise<unknown> =>
    (await sealForService({ ...SERVICE, ...change }, at, utf8(request.payload), fixed)).open(given);

  test.each<[string, () => Promise<unknown>]>([
    ['from another service', async () => opened({ point: (await generatedPoint()) }, answer)],
    ['from another port', () => opened({ port: 443 }, answer)],
    ['for another path', () => opened({}, answer, '/v1/ping')],
    ['for another request', () => opened({}, answer, path, { ...ephemeral, nonce: new Uint8Array(12) })],
    ['with a changed bit', () => opened({}, { ...answer, c: flipped(answer.c) })],
    ['with another nonce', () => opened({}, { ...answer, n: flipped(answer.n) })],
    ['of version 1', () => opened({}, { ...answer, v: 1 })],
    ['with one more key', () => opened({}, { ...answer, plain: '{}' })],
    ['that is the request itself', () => opened({}, { v: 2, n: request.n, c: request.c })],
    ['that is no object', () => opened({}, undefined)],
  ])('%s', async (_what, open) => {
    expect(await open()).toBeNull();
  });
});

async function generatedPoint(): Promise<Bytes> {
  const { publicKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']) as CryptoKeyPair;
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}
