import { beforeEach, describe, expect, test, vi } from 'vitest';
import { importKey, type Pairing } from '@/background/channel';
import { fromBase64Url, toBase64Url, utf8 } from '@/background/encodings';
import { ask } from '@/background/server-client';

let pairing: Pairing;
let stub: ReturnType<typeof vi.fn<typeof fetch>>;

beforeEach(async () => {
  pairing = { port: 18440, kid: 'k1', key: await importKey(new Uint8Array(32)) };
  stub = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', stub);
});

const answers = (status: number, body = ''): void => {
  stub.mockImplementation(async () => new Response(status === 204 ? null : body, { status }));
};

/** Answers as the real server would: sealed with the same key, bound to the request's nonce. */
async function answersSealed(payload: string, seal: Pairing = pairing): Promise<void> {
  const info = new Uint8Array([...utf8('s2c'), seal.port >> 8, seal.port & 0xff]);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: utf8('porte-parole/pp1'), info };
  const key = await crypto.subtle.deriveKey(how, seal.key, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  stub.mockImplementation(async (_url, init) => {
    const { n } = JSON.parse(String(init?.body)) as { n: string };
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = utf8(`PP1|RESP|/v1/check|${seal.port}|${n}`);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, utf8(payload));
    return Response.json({ v: 1, n: toBase64Url(iv), c: toBase64Url(new Uint8Array(sealed)) });
  });
}

const check = (): ReturnType<typeof ask> => ask(pairing, '/v1/check', { text: 'canary' });

test('a sealed answer is opened and read', async () => {
  await answersSealed('{"score":0}');

  expect(await check()).toEqual({ ok: true, value: { score: 0 } });
});

test('the text goes to 127.0.0.1 only, as ciphertext only, without cookies', async () => {
  await answersSealed('{}');
  await check();

  const [url, init] = stub.mock.calls[0]!;
  expect(url).toBe('http://127.0.0.1:18440/v1/check');
  expect(init).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'manual' });
  expect(new Headers(init!.headers).get('content-type')).toBe('application/pp1+json');
  const body = JSON.parse(String(init!.body)) as { c: string };
  expect(Object.keys(body)).toEqual(['v', 'kid', 't', 'n', 'c']);
  expect(new TextDecoder().decode(fromBase64Url(body.c)!)).not.toContain('canary');
});

describe.each<[number, string, string]>([
  [400, 'bad_request', 'refused'],
  [401, 'not_authenticated', 'not_authenticated'],
  [403, 'forbidden', 'refused'],
  [404, 'not_found', 'not_authenticated'],
  [405, 'method_not_allowed', 'not_authenticated'],
  [413, 'too_large', 'text_too_long'],
  [415, 'unsupported_media_type', 'refused'],
  [422, 'invalid_post', 'refused'],
  [422, 'text_too_long', 'text_too_long'],
  [500, 'internal', 'not_reached'],
  [503, 'busy', 'not_reached'],
])('status %i with %s', (status, code, error) => {
  test(`becomes ${error}`, async () => {
    answers(status, JSON.stringify({ error: { code, message: 'A sentence.' } }));

    expect(await check()).toEqual({ ok: false, error });
  });
});

test.each([
  ['an unsealed report', '{"score":0,"level":"clear","language":"fr","tiers":[],"findings":[]}'],
  ['a page', '<!doctype html>'],
  ['nothing', ''],
  ['null', 'null'],
  ['more than 64 KiB', JSON.stringify({ v: 1, n: 'x', c: 'A'.repeat(70_000) })],
])('another program that answers with %s is not our server', async (_what, body) => {
  answers(200, body);

  expect(await check()).toEqual({ ok: false, error: 'not_authenticated' });
});

test('an answer under another key is not our server', async () => {
  await answersSealed('{}', { ...pairing, key: await importKey(new Uint8Array(32).fill(1)) });

  expect(await check()).toEqual({ ok: false, error: 'not_authenticated' });
});

test('a sealed answer that is no JSON is a server we do not understand', async () => {
  await answersSealed('green');

  expect(await check()).toEqual({ ok: false, error: 'refused' });
});

test.each(['null', '5', '{"error":null}', '{"error":"text_too_long"}', '<html>'])(
  'a refusal without a code that we know (%s) is a refusal',
  async (body) => {
    answers(422, body);

    expect(await check()).toEqual({ ok: false, error: 'refused' });
  },
);

test('nobody on the port is "not reached"', async () => {
  stub.mockRejectedValue(new TypeError('fetch failed'));

  expect(await check()).toEqual({ ok: false, error: 'not_reached' });
});

test('a server that never answers is given up after 1.5 seconds', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
  stub.mockImplementation(async (_url, init) => {
    init!.signal!.throwIfAborted();
    return new Response('');
  });

  expect(await check()).toEqual({ ok: false, error: 'not_reached' });
  expect(timeout).toHaveBeenCalledWith(1500);
});
