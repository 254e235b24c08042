import { beforeEach, describe, expect, test, vi } from 'vitest';
import { request } from '@/background/connection';
import { loadPairing } from '@/background/key-store';
import { begin } from '@/background/pairing';
import { status } from '@/background/status';
import { fail } from '@/shared/errors';
import vector from '../../contract/pp2.json';
import { browser, reset } from '../fake-browser';
import { hostAnswer, hostSays, timesAsked } from './host';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');

let stub: ReturnType<typeof vi.fn<typeof fetch>>;
const asked = (): unknown[] => stub.mock.calls.map(([url]) => url);
const ping = (): ReturnType<typeof request> => request('/v1/ping', {}, 'trouble');

beforeEach(() => {
  reset();
  stub = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('fetch failed'));
  vi.stubGlobal('fetch', stub);
  vi.mocked(loadPairing).mockResolvedValue({ port: 18440, kid: 'k', key: {} as CryptoKey, by: 'code' });
  browser.runtime.getManifest.mockReturnValue({ host_permissions: ['https://porte-parole.example/*'] });
  Object.assign(browser.storage.managed.values, { service_origin: vector.origin, service_public_key: vector.service_public_key });
  hostSays(hostAnswer());
});

test('requests go to the service, in its own type, and nowhere else, whatever happens', async () => {
  expect(await ping()).toEqual(fail('not_reached'));

  expect(asked()).toEqual(['https://porte-parole.example:8443/v1/ping']);
  const [, init] = stub.mock.calls[0]!;
  expect(new Headers(init!.headers).get('content-type')).toBe('application/pp2+json');
  expect(Object.keys(JSON.parse(String(init!.body)) as object)).toEqual(['v', 'e', 'n', 'c']);
});

test('the native host is never asked: it has no say there', async () => {
  await begin();
  await ping();

  expect(timesAsked()).toBe(0);
});

test('the status says that a service reads, and not the pairing that may be left', async () => {
  expect(await status(null)).toMatchObject({ by: 'service', port: 8443 });
});

describe('a copy made for a service', () => {
  test('that was not told which reaches nobody and is not configured', async () => {
    Reflect.deleteProperty(browser.storage.managed.values, 'service_public_key');

    expect(await ping()).toEqual(fail('not_configured'));
    expect(asked()).toEqual([]);
    expect(await status(null)).toMatchObject({ state: 'not_configured', by: null, port: null });
    expect(timesAsked()).toBe(0);
  });
});

test('an ordinary copy ignores the service and goes on with the program on this computer', async () => {
  browser.runtime.getManifest.mockReturnValue({ host_permissions: ['http://127.0.0.1/*'] });

  expect(await status(null)).toMatchObject({ by: 'code', port: 18440 });
});
