import { beforeEach, describe, expect, test, vi } from 'vitest';
import { connectByHost, forget } from '@/background/bootstrap';
import { request } from '@/background/connection';
import { forgetPairing, loadPairing, savePairing } from '@/background/key-store';
import { ask } from '@/background/server-client';
import { fail, ok, type CheckError } from '@/shared/errors';
import type { Pairing } from '@/background/channel';
import { browser, reset } from '../fake-browser';
import { hostAnswer, hostSays, timesAsked } from './host';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

const PASTED: Pairing = { port: 18440, kid: 'pasted', key: {} as CryptoKey, by: 'code' };
let kept: Pairing | null;

/** A server that knows this key, on this port. */
const serverIs = (kid: string, port: number, otherwise: CheckError): void =>
  void vi.mocked(ask).mockImplementation(async (server) => {
    const { kid: given, port: asked } = server as Pairing;
    return given === kid && asked === port ? ok('answer') : fail(otherwise);
  });
const check = (): ReturnType<typeof request> => request('/v1/check', { text: 'x' }, 'trouble');

beforeEach(() => {
  reset();
  kept = PASTED;
  vi.mocked(loadPairing).mockImplementation(async () => kept);
  vi.mocked(savePairing).mockImplementation(async (pairing) => void (kept = pairing));
  vi.mocked(forgetPairing).mockImplementation(async () => void (kept = null));
});

test('a server that answers is nothing to ask the host about', async () => {
  serverIs('pasted', 18440, 'not_reached');

  expect(await check()).toEqual(ok('answer'));
  expect(timesAsked()).toBe(0);
});

describe('by itself, in one check', () => {
  test.each<[string, Pairing | null, CheckError, object]>([
    ['another key is followed', PASTED, 'not_authenticated', { kid: 'new' }],
    ['another port is followed', PASTED, 'not_reached', { kid: 'pasted', port: 40001 }],
    ['a first key is taken', null, 'not_configured', { kid: 'new' }],
  ])('%s', async (_what, before, error, answer) => {
    kept = before;
    const said = { kid: 'pasted', port: 18440, ...answer };
    serverIs(said.kid, said.port, error);
    hostSays(hostAnswer(said));

    expect(await check()).toEqual(ok('answer'));
    expect(kept).toMatchObject({ ...said, by: 'host' });
    expect(timesAsked()).toBe(1);
  });
});

test('the same key and port are not tried twice', async () => {
  serverIs('nobody', 1, 'not_authenticated');
  hostSays(hostAnswer({ kid: 'pasted' }));

  expect(await check()).toEqual(fail('not_authenticated'));
  expect(ask).toHaveBeenCalledOnce();
});

test('two refusals in a row are the answer', async () => {
  serverIs('nobody', 1, 'not_authenticated');
  hostSays(hostAnswer());

  expect(await check()).toEqual(fail('not_authenticated'));
  expect(ask).toHaveBeenCalledTimes(2);
});

test.each<CheckError>(['refused', 'text_too_long'])('%s is nothing that a key could end', async (error) => {
  serverIs('nobody', 1, error);

  expect(await check()).toEqual(fail(error));
  expect(timesAsked()).toBe(0);
});

test('without a host the pasted code stays', async () => {
  serverIs('nobody', 1, 'not_authenticated');

  expect(await check()).toEqual(fail('not_authenticated'));
  expect(kept).toBe(PASTED);
});

test('twenty tabs in trouble at once ask the host once, and all follow it', async () => {
  serverIs('new', 18440, 'not_authenticated');
  hostSays(hostAnswer({ kid: 'new' }));
  const answers = await Promise.all(Array.from({ length: 20 }, check));

  expect(answers).toEqual(Array.from({ length: 20 }, () => ok('answer')));
  expect(timesAsked()).toBe(1);
});

test('somebody who forgets the connection while the host is asked has forgotten it afterwards', async () => {
  let answer: (value: unknown) => void = () => undefined;
  browser.runtime.sendNativeMessage.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const connecting = connectByHost();
  const forgetting = forget();
  await vi.waitFor(() => expect(timesAsked()).toBe(1));
  answer(hostAnswer());
  await Promise.all([connecting, forgetting]);

  expect(kept).toBeNull();
  expect(await check()).toEqual(fail('not_configured'));
  expect(timesAsked()).toBe(1);
});

test('a forgotten connection stays forgotten, however long trouble lasts, until the person connects', async () => {
  hostSays(hostAnswer());
  vi.useFakeTimers({ toFake: ['Date'] });
  await forget();
  for (const hours of [1, 2, 3]) {
    vi.setSystemTime(Date.now() + hours * 3_600_000);
    expect(await check()).toEqual(fail('not_configured'));
  }
  expect(timesAsked()).toBe(0);
  await connectByHost();
  vi.useRealTimers();

  expect(kept).toMatchObject({ by: 'host' });
});
