import { beforeEach, expect, test, vi } from 'vitest';
import { inStore } from '@/shared/storage/database';
import { digestOf } from '@/shared/storage/device-key';

vi.mock('@/shared/storage/database');

let kept: Map<string, unknown>;

beforeEach(() => {
  kept = new Map();
  const store = {
    get: (key: string) => kept.get(key),
    add: (value: unknown, key: string) => {
      if (kept.has(key)) throw new Error('ConstraintError');
      kept.set(key, value);
    },
  };
  vi.mocked(inStore).mockImplementation(async (_name, _store, _mode, use) => use(store as never));
});

test('the same words have the same digest, and others another', async () => {
  expect(await digestOf('été')).toMatch(/^[0-9a-f]{64}$/);
  expect(await digestOf('été')).toBe(await digestOf('été'));
  expect(await digestOf('été')).not.toBe(await digestOf('ete'));
});

test('another device gives other digests', async () => {
  const here = await digestOf('BE68 5390 0754 7034');
  kept.clear();

  expect(await digestOf('BE68 5390 0754 7034')).not.toBe(here);
});

test('the key can be used and not be read', async () => {
  await digestOf('x');

  expect([...kept.values()]).toEqual([expect.objectContaining({ extractable: false, usages: ['sign'] })]);
});

test('two pages that need the first key at once get the same one', async () => {
  const [one, other] = await Promise.all([digestOf('x'), digestOf('x')]);

  expect(one).toBe(other);
});

test('a database that cannot be opened is no reason to make digests that nobody can repeat', async () => {
  vi.mocked(inStore).mockRejectedValue(new Error('SecurityError'));

  await expect(digestOf('x')).rejects.toThrow();
});
