import { beforeEach, describe, expect, test, vi } from 'vitest';
import { importKey, type Pairing } from '@/background/channel';
import type * as Client from '@/background/server-client';
import { sealing } from './sealing-server';

const NOON = Date.UTC(2026, 6, 3, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let pairing: Pairing;
let stub: ReturnType<typeof vi.fn<typeof fetch>>;
let ask: typeof Client.ask;
let serverMs = NOON;

const hint = (nowMs: unknown): string => JSON.stringify({ error: { code: 'not_authenticated', message: 'A sentence.' }, now_ms: nowMs });
const check = (): ReturnType<typeof ask> => ask(pairing, '/v1/check', {});
const isInTime = (sentMs: number): boolean => Math.abs(serverMs - sentMs) <= MINUTE;

beforeEach(async () => {
  pairing = { port: 18440, kid: 'k1', key: await importKey(new Uint8Array(32)), by: 'code' };
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  serverMs = NOON;
  stub = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', stub);
  stub.mockImplementation(await sealing(pairing, (sentMs) => (isInTime(sentMs) ? { payload: '{"score":0}' } : { payload: hint(serverMs), status: 401 })));
  // A worker of its own for each test: the clock is remembered for its life.
  vi.resetModules();
  ({ ask } = await import('@/background/server-client'));
  return () => vi.useRealTimers();
});

describe.each([-2 * HOUR, -2 * MINUTE, 2 * MINUTE, 2 * HOUR])('a clock that is %i ms beside the server’s', (ms) => {
  test('costs one more request, once', async () => {
    vi.setSystemTime(NOON + ms);

    expect(await check()).toEqual({ ok: true, value: { score: 0 } });
    expect(stub).toHaveBeenCalledTimes(2);
    expect(await check()).toMatchObject({ ok: true });
    expect(stub).toHaveBeenCalledTimes(3);
  });

  test('and is then set right costs one more again', async () => {
    vi.setSystemTime(NOON + ms);
    await check();
    vi.setSystemTime(NOON);

    expect(await check()).toMatchObject({ ok: true });
    expect(stub).toHaveBeenCalledTimes(4);
  });
});

test('a server that gives another time each time is not followed for ever', async () => {
  stub.mockImplementation(await sealing(pairing, () => ({ payload: hint(NOON + stub.mock.calls.length * HOUR), status: 401 })));

  expect(await check()).toEqual({ ok: false, error: 'not_authenticated' });
  expect(stub).toHaveBeenCalledTimes(2);
});

test.each<[string, () => Promise<typeof fetch>]>([
  ['of somebody else', async () => sealing({ ...pairing, key: await importKey(new Uint8Array(32).fill(1)) }, () => ({ payload: hint(NOON), status: 401 }))],
  ['in the open', async () => async () => new Response(hint(NOON), { status: 401, headers: { 'Content-Type': 'application/pp1+json' } })],
  ['for another path', () => sealing(pairing, () => ({ payload: hint(NOON), status: 401 }), '/v1/ping')],
  ['without a time', () => sealing(pairing, () => ({ payload: hint(null), status: 401 }))],
  ['with a time that is none', () => sealing(pairing, () => ({ payload: hint(-1), status: 401 }))],
  ['with something more', () => sealing(pairing, () => ({ payload: hint(NOON).replace('}', ',"x":1}'), status: 401 }))],
])('a hint %s is not followed', async (_what, server) => {
  stub.mockImplementation(await server());

  expect(await check()).toEqual({ ok: false, error: 'not_authenticated' });
  expect(stub).toHaveBeenCalledOnce();
});
