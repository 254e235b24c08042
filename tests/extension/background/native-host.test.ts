import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { importKey, seal } from '@/background/channel';
import { askNativeHost } from '@/background/native-host';
import { utf8 } from '@/shared/encodings';
import { browser, reset } from '../fake-browser';
import { hostAnswer, hostSays, SECRET } from './host';

vi.mock('@/shared/browser', () => import('../fake-browser'));

beforeEach(reset);
afterEach(() => void vi.useRealTimers());

test('the host is asked one thing, and no text is in it', async () => {
  await askNativeHost();

  expect(browser.runtime.sendNativeMessage.mock.calls).toEqual([['fr.porteparole.bootstrap', { v: 1, ask: 'pairing' }]]);
});

test('its answer becomes a pairing whose key seals like the one it told', async () => {
  hostSays(hostAnswer({ port: 40001 }));
  const answer = await askNativeHost();
  expect(answer).toMatchObject({ ok: true, value: { port: 40001, kid: 'host-kid', by: 'host' } });

  const told = { port: 40001, kid: 'host-kid', key: await importKey(SECRET()), by: 'host' as const };
  const pairings = [answer.ok ? answer.value : told, told];
  const bodies = await Promise.all(pairings.map((pairing) => seal(pairing, '/v1/ping', utf8('{}'), 1, new Uint8Array(12))));
  expect(bodies[0]!.body).toBe(bodies[1]!.body);
});

test('the key can be used and not be read, and its bytes are gone at once', async () => {
  const bytes: Uint8Array[] = [];
  const { subtle } = crypto;
  const importing = subtle.importKey.bind(subtle) as (...given: unknown[]) => Promise<CryptoKey>;
  const spy = vi.spyOn(subtle, 'importKey') as unknown as { mockImplementation(run: (...given: unknown[]) => Promise<CryptoKey>): void };
  spy.mockImplementation(async (...given) => {
    bytes.push(given[1] as Uint8Array);
    return importing(...given);
  });
  hostSays(hostAnswer());
  const answer = await askNativeHost();

  expect(answer.ok && answer.value.key.extractable).toBe(false);
  expect(bytes.map((secret) => [...secret].every((byte) => byte === 0))).toEqual([true]);
});

test.each(['unusable', 'not_running'] as const)('the reason %s is passed on', async (error) => {
  hostSays({ v: 1, error });

  expect(await askNativeHost()).toEqual({ ok: false, error });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'PP1'],
  ['a refusal of our question', { v: 1, error: 'bad_request' }],
  ['a reason that nobody agreed on', { v: 1, error: 'later' }],
  ['another version', hostAnswer({ v: 2 })],
  ['another mode', hostAnswer({ mode: 'plain' })],
  ['one more key', hostAnswer({ url: 'https://example.org' })],
  ['port 0', hostAnswer({ port: 0 })],
  ['a port as text', hostAnswer({ port: '18440' })],
  ['a port that does not exist', hostAnswer({ port: 65_536 })],
  ['a key that is too short', hostAnswer({ key: 'AAAA' })],
  ['a key that is not base64url', hostAnswer({ key: '='.repeat(43) })],
  ['a name of the key with a bar in it', hostAnswer({ kid: 'a|b' })],
  ['no name of the key', hostAnswer({ kid: '' })],
])('a host that answers with %s is none', async (_what, answer) => {
  hostSays(answer);

  expect(await askNativeHost()).toEqual({ ok: false, error: 'no_host' });
});

test('whatever a host answers, the outcome is one of the defined ones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.anything(), fc.record({ v: fc.constant(1), error: fc.string() })), async (answer) => {
      hostSays(answer);
      expect(['no_host', 'unusable', 'not_running']).toContain(await askNativeHost().then((it) => (it.ok ? 'paired' : it.error)));
    }),
  );
});

test('where none is installed, or it is late, there is none', async () => {
  expect(await askNativeHost()).toEqual({ ok: false, error: 'no_host' });

  vi.useFakeTimers();
  browser.runtime.sendNativeMessage.mockReturnValue(new Promise(() => undefined));
  const asking = askNativeHost();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await asking).toEqual({ ok: false, error: 'no_host' });
});
