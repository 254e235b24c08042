import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetPairing, loadPairing, savePairing } from '@/background/key-store';
import { begin, connect, pair, ping, unpair } from '@/background/pairing';
import { ask } from '@/background/server-client';
import { stateOf } from '@/background/states';
import vector from '../../contract/pp1.json';
import { browser, reset } from '../fake-browser';
import { hostAnswer, hostSays, timesAsked } from './host';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

const { code } = vector.pairing;

beforeEach(() => {
  reset();
  vi.mocked(loadPairing).mockResolvedValue(null);
});

test('a code that the server knows is kept and shown as ready', async () => {
  vi.mocked(ask).mockResolvedValue({ ok: true, value: {} });

  expect(await pair(code)).toEqual({ ok: true, value: { port: 18440 } });
  expect(savePairing).toHaveBeenCalledWith(expect.objectContaining({ port: 18440, kid: vector.pairing.kid }));
  expect((await stateOf(null)).state).toBe('idle');
});

test.each([
  ['not_reached', 'not_reached', true],
  ['not_authenticated', 'not_authenticated', false],
  ['refused', 'refused', false],
] as const)('when the server is %s the answer is %s, and that the key is kept is %s', async (error, expected, kept) => {
  vi.mocked(ask).mockResolvedValue({ ok: false, error });

  expect(await pair(code)).toEqual({ ok: false, error: expected });
  expect(vi.mocked(savePairing).mock.calls.length).toBe(kept ? 1 : 0);
});

test('a code with a slip asks no server', async () => {
  expect(await pair(code.slice(1))).toEqual({ ok: false, error: 'code_malformed' });
  expect(ask).not.toHaveBeenCalled();
});

test('after forgetting, nothing is configured', async () => {
  await unpair();

  expect(forgetPairing).toHaveBeenCalled();
  expect((await stateOf(null)).state).toBe('not_configured');
});

test('a sign of life after trouble is shown as ready, not as checked', async () => {
  vi.mocked(loadPairing).mockResolvedValue({ port: 1, kid: 'k', key: {} as CryptoKey, by: 'code' });
  vi.mocked(ask).mockResolvedValueOnce({ ok: false, error: 'not_reached' });
  await ping('trouble');
  const before = await stateOf(1);
  vi.mocked(ask).mockResolvedValueOnce({ ok: true, value: {} });

  expect(await ping('trouble')).toEqual({ ok: true, value: null });
  expect([before.state, (await stateOf(1)).state]).toEqual(['not_reached', 'idle']);
});

test('without a pairing a sign of life is not asked for', async () => {
  vi.mocked(loadPairing).mockResolvedValue(null);

  expect(await ping('trouble')).toEqual({ ok: false, error: 'not_configured' });
  expect(ask).not.toHaveBeenCalled();
});

describe('connecting', () => {
  test('by the host needs nothing from the person, and shows ready', async () => {
    hostSays(hostAnswer({ port: 40001 }));
    vi.mocked(ask).mockResolvedValue({ ok: true, value: {} });

    expect(await connect()).toEqual({ ok: true, value: { port: 40001 } });
    expect(savePairing).toHaveBeenCalledWith(expect.objectContaining({ port: 40001, by: 'host' }));
    expect((await stateOf(null)).state).toBe('idle');
  });

  test.each([
    [{ v: 1, error: 'unusable' }, 'unusable'],
    [{ v: 1, error: 'not_running' }, 'not_running'],
    [undefined, 'no_host'],
  ])('with a host that says %j tells why, and keeps nothing', async (answer, error) => {
    hostSays(answer);

    expect(await connect()).toEqual({ ok: false, error });
    expect(savePairing).not.toHaveBeenCalled();
  });
});

test('when the browser starts, the host is asked once before the server is', async () => {
  hostSays(hostAnswer());
  vi.mocked(savePairing).mockImplementation(async (pairing) => void vi.mocked(loadPairing).mockResolvedValue(pairing));
  vi.mocked(ask).mockResolvedValue({ ok: true, value: {} });
  await begin();

  expect(timesAsked()).toBe(1);
  expect(ask).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ by: 'host' }), '/v1/ping', {});
});

test('composers that were left without an answer are told when the server is back, and not before', async () => {
  browser.tabs.query.mockResolvedValue([{ id: 5 }]);
  vi.mocked(loadPairing).mockResolvedValue({ port: 1, kid: 'k', key: {} as CryptoKey, by: 'code' });
  vi.mocked(ask).mockResolvedValue({ ok: false, error: 'not_reached' });
  await ping('trouble');
  expect(browser.tabs.sendMessage).not.toHaveBeenCalled();
  vi.mocked(ask).mockResolvedValue({ ok: true, value: {} });
  await ping('trouble');
  await ping('trouble');

  expect(browser.tabs.sendMessage.mock.calls).toEqual([[5, { notice: 'check_again' }]]);
});
