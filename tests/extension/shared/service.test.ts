import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fromBase64Url, toBase64Url } from '@/shared/encodings';
import { isMadeForService, serviceIn } from '@/shared/service';
import vector from '../../contract/pp2.json';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

const ORIGIN = vector.origin;
const KEY = vector.service_public_key;
const mayReach = (...patterns: string[]): void => void browser.runtime.getManifest.mockReturnValue({ host_permissions: patterns });
const changed = (change: (point: Uint8Array) => void): string => {
  const point = fromBase64Url(KEY)!;
  change(point);
  return toBase64Url(point);
};

beforeEach(() => {
  reset();
  mayReach('https://porte-parole.example/*');
});

test('where the company set nothing, there is no service and no problem', async () => {
  expect(await serviceIn({})).toEqual({ service: null, problem: null });
});

test.each([
  ['https://porte-parole.example:8443', 'porte-parole.example:8443', 8443],
  ['https://porte-parole.example', 'porte-parole.example', 443],
])('%s is a service', async (origin, host, port) => {
  const { service } = await serviceIn({ service_origin: origin, service_public_key: KEY });

  expect(service).toMatchObject({ origin, host, port, permission: 'https://porte-parole.example/*' });
  expect(toBase64Url(service!.point)).toBe(KEY);
});

test('a permission that names the port counts too', async () => {
  mayReach(`${ORIGIN}/*`);

  expect((await serviceIn({ service_origin: ORIGIN, service_public_key: KEY })).service?.permission).toBe(`${ORIGIN}/*`);
});

describe('ignored, with the reason', () => {
  test.each([
    ['without encryption', 'http://porte-parole.example:8443'],
    ['with a slash after it', 'https://porte-parole.example/'],
    ['with a path', 'https://porte-parole.example/v1'],
    ['with a name to log in', 'https://user@porte-parole.example'],
    ['with a question', 'https://porte-parole.example?x'],
    ['with the ordinary port', 'https://porte-parole.example:443'],
    ['in capitals', 'https://Porte-Parole.example'],
    ['that is a script', 'javascript:alert(1)'],
    ['that is no address', 'porte-parole.example'],
  ])('an origin %s', async (_what, origin) => {
    expect(await serviceIn({ service_origin: origin, service_public_key: KEY })).toEqual({ service: null, problem: 'service_origin' });
  });

  test('a key without an origin', async () => {
    expect(await serviceIn({ service_public_key: KEY })).toEqual({ service: null, problem: 'service_origin' });
  });

  test.each<[string, string | undefined]>([
    ['no key', undefined],
    ['a key that is too short', KEY.slice(0, -2)],
    ['a key with padding', `${KEY}=`],
    ['a compressed point', toBase64Url(fromBase64Url(KEY)!.slice(0, 33))],
    ['a point of another form', changed((point) => (point[0] = 6))],
    ['a point beside the curve', changed((point) => (point[64]! ^= 1))],
  ])('%s', async (_what, key) => {
    const values = { service_origin: ORIGIN, ...(key === undefined ? {} : { service_public_key: key }) };

    expect(await serviceIn(values)).toEqual({ service: null, problem: 'service_public_key' });
  });

  test.each([['http://127.0.0.1/*'], ['https://example/*'], ['https://*/*'], ['https://other.example/*']])(
    'a service in a copy that may reach %s only',
    async (pattern) => {
      mayReach(pattern);

      expect(await serviceIn({ service_origin: ORIGIN, service_public_key: KEY })).toEqual({ service: null, problem: 'service_not_allowed' });
    },
  );
});

test('a copy made for a service is one that cannot reach this computer', () => {
  expect(isMadeForService()).toBe(true);
  mayReach('https://x.com/*', 'http://127.0.0.1/*');
  expect(isMadeForService()).toBe(false);
});
