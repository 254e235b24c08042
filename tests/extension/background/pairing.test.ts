import { beforeEach, expect, test, vi } from 'vitest';
import { forgetPairing, loadPairing, savePairing } from '@/background/key-store';
import { pair, ping, unpair } from '@/background/pairing';
import { ask } from '@/background/server-client';
import { stateOf } from '@/background/states';
import vector from '../../contract/pp1.json';
import { reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

const { code } = vector.pairing;

beforeEach(reset);

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
  vi.mocked(loadPairing).mockResolvedValue({ port: 1, kid: 'k', key: {} as CryptoKey });
  vi.mocked(ask).mockResolvedValueOnce({ ok: false, error: 'not_reached' });
  await ping();
  const before = await stateOf(1);
  vi.mocked(ask).mockResolvedValueOnce({ ok: true, value: {} });

  expect(await ping()).toEqual({ ok: true, value: null });
  expect([before.state, (await stateOf(1)).state]).toEqual(['not_reached', 'idle']);
});

test('without a pairing a sign of life is not asked for', async () => {
  vi.mocked(loadPairing).mockResolvedValue(null);

  expect(await ping()).toEqual({ ok: false, error: 'not_configured' });
  expect(ask).not.toHaveBeenCalled();
});
