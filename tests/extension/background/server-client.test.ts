import { beforeEach, describe, expect, test, vi } from 'vitest';
import { importKey, type Pairing } from '@/background/channel';
import { fromBase64Url } from '@/shared/encodings';
import { ask } from '@/background/server-client';
import { sealing } from './sealing-server';

let pairing: Pairing;
let stub: ReturnType<typeof vi.fn<typeof fetch>>;

beforeEach(async () => {
  pairing = { port: 18440, kid: 'k1', key: await importKey(new Uint8Array(32)), by: 'code' };
  stub = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', stub);
});

const answers = (status: number, body = ''): void => {
  stub.mockImplementation(async () => new Response(status === 204 ? null : body, { status }));
};

const answersSealed = async (payload: string, seal: Pairing = pairing): Promise<void> =>
  void stub.mockImplementation(await sealing(seal, () => ({ payload })));

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

test('an answer that never ends is given up too, and no more than the limit of it is kept', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 8192;
      controller.enqueue(new Uint8Array(8192));
    },
  });
  stub.mockImplementation(async () => new Response(endless));

  expect(await check()).toEqual({ ok: false, error: 'not_authenticated' });
  expect(sent).toBeLessThan(2 * 65_536);
});

test('an answer of yesterday, to another request, is not our server', async () => {
  const server = await sealing(pairing, () => ({ payload: '{"score":0}' }));
  const yesterdays = await server('', { body: JSON.stringify({ n: 'AAAAAAAAAAAAAAAA', t: 1 }) });
  answers(200, await yesterdays.text());

  expect(await check()).toEqual({ ok: false, error: 'not_authenticated' });
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
