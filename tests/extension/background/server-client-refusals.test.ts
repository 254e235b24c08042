import { beforeEach, expect, test, vi } from 'vitest';
import { importKey, type Pairing } from '@/background/channel';
import { ask } from '@/background/server-client';
import { sealing } from './sealing-server';

let pairing: Pairing;
let stub: ReturnType<typeof vi.fn<typeof fetch>>;

beforeEach(async () => {
  pairing = { port: 18440, kid: 'k1', key: await importKey(new Uint8Array(32)), by: 'code' };
  stub = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', stub);
});

test.each([
  [408, 'not_reached'],
  [429, 'not_reached'],
  [499, 'not_authenticated'],
  [501, 'not_authenticated'],
  [502, 'not_reached'],
])('status %i, which our server does not give, is %s', async (status, error) => {
  stub.mockImplementation(async () => new Response('', { status }));

  expect(await ask(pairing, '/v1/check', {})).toEqual({ ok: false, error });
});

test.each([
  ['another code', { error: { code: 'busy', message: 'A sentence.' }, now_ms: 1 }],
  ['a long message', { error: { code: 'not_authenticated', message: 'x'.repeat(301) }, now_ms: 1 }],
  ['one more key', { error: { code: 'not_authenticated', message: 'A sentence.' }, now_ms: 1, x: 1 }],
])('a sealed refusal with %s is no clock to follow', async (_what, content) => {
  stub.mockImplementation(await sealing(pairing, () => ({ payload: JSON.stringify(content), status: 401 })));

  expect(await ask(pairing, '/v1/check', {})).toEqual({ ok: false, error: 'not_authenticated' });
  expect(stub).toHaveBeenCalledTimes(1);
});
