import { expect, test } from 'vitest';
import { createQueue } from '@/shared/storage/in-turn';

test('work that comes at once is done one after the other, each with its own answer', async () => {
  const inTurn = createQueue();
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    return name;
  };

  expect(await Promise.all([inTurn(work('a')), inTurn(work('b'))])).toEqual(['a', 'b']);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('work that fails says so to its own caller and keeps nobody waiting', async () => {
  const inTurn = createQueue();
  const failing = inTurn(() => Promise.reject(new Error('full')));

  await expect(failing).rejects.toThrow('full');
  expect(await inTurn(async () => 'next')).toBe('next');
});
