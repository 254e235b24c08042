import { beforeEach, expect, test, vi } from 'vitest';
import { checkThroughBackground } from '@/shared/send';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

beforeEach(reset);

test('an answer comes through as it is', async () => {
  browser.runtime.sendMessage.mockResolvedValue({ ok: false, error: 'not_configured' });

  expect(await checkThroughBackground({ text: 'x' })).toEqual({ ok: false, error: 'not_configured' });
});

test('a message that was ignored counts as not reached', async () => {
  browser.runtime.sendMessage.mockResolvedValue(undefined);

  expect(await checkThroughBackground({ text: 'x' })).toEqual({ ok: false, error: 'not_reached' });
});

test('a worker that stops while it answers counts as not reached', async () => {
  browser.runtime.sendMessage.mockRejectedValue(new Error('The message port closed before a response was received.'));

  expect(await checkThroughBackground({ text: 'x' })).toEqual({ ok: false, error: 'not_reached' });
});

test.each([
  ['has no id any more', { id: undefined, sendMessage: () => Promise.reject(new Error('Extension context invalidated.')) }],
  ['is gone', undefined],
])('an extension whose runtime %s was updated: the page must be loaded again', async (_how, runtime) => {
  Object.assign(browser, { runtime });

  expect(await checkThroughBackground({ text: 'x' })).toEqual({ ok: false, error: 'extension_reloaded' });
});
