import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { noteAllGone, noteChecked, noteError, noteGone, noteLeft, noteReady, noteTooLong, RETRY_ALARM, stateOf } from '@/background/states';
import { badgeOf } from '@/background/toolbar';
import { translate, type MessageKey } from '@/background/words';
import { SERVER_STATES, type ServerState } from '@/shared/messages';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

const ICONS = `${import.meta.dirname}/../../../extension/public/icon`;

beforeEach(reset);

describe.each(SERVER_STATES)('the state %s', (state) => {
  test('has its own icon in both sizes', () => {
    expect([16, 32].map((size) => existsSync(`${ICONS}/${state}-${size}.png`))).toEqual([true, true]);
  });

  test('differs from every other by word and by shape', () => {
    const others = SERVER_STATES.filter((other) => other !== state);
    const word = (of: ServerState): string => translate(`state_${of}_title` satisfies MessageKey, 'fr');
    // Without colours, what is left of a drawing is its shape.
    const shape = (of: ServerState): string => readFileSync(`${ICONS}/${of}.svg`, 'utf8').replace(/#[0-9a-f]{3,6}/gi, '');

    expect(others.map(word)).not.toContain(word(state));
    expect(others.map(shape)).not.toContain(shape(state));
  });
});

test('only states in which nothing is wrong leave the badge empty', () => {
  const empty = SERVER_STATES.filter((state) => badgeOf({ state, findings: 0 }) === '');

  expect(empty).toEqual(['idle', 'active']);
});

describe('a tab', () => {
  test('is active once its text was checked, with the number of marks', async () => {
    await noteChecked(1, 3);

    expect(await stateOf(1)).toEqual({ state: 'active', findings: 3 });
    expect(browser.action.setIcon).toHaveBeenCalledWith({
      tabId: 1,
      path: { 16: '/icon/active-16.png', 32: '/icon/active-32.png' },
    });
    expect(browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: 1, text: '3' });
  });

  test('does not make another tab active', async () => {
    await noteChecked(1, 0);

    expect((await stateOf(2)).state).toBe('idle');
  });

  test('loses "active" as soon as the server is in trouble, whoever noticed', async () => {
    await noteChecked(1, 3);
    await noteError(2, 'not_reached');

    expect(await stateOf(1)).toEqual({ state: 'not_reached', findings: 0 });
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith(expect.objectContaining({ text: '?' }));
  });

  test('with a text that is too long says so, and only there', async () => {
    await noteTooLong(1);

    expect((await stateOf(1)).state).toBe('text_too_long');
    expect((await stateOf(2)).state).toBe('idle');
  });

  test('forgets what its last page met', async () => {
    await noteChecked(1, 3);
    await noteGone(1);

    expect(await stateOf(1)).toEqual({ state: 'idle', findings: 0 });
  });
});

test('a page that we left ourselves says so, and no longer that its text was checked', async () => {
  await noteChecked(1, 0);
  await noteLeft(1);

  expect(await stateOf(1)).toEqual({ state: 'left', findings: 0 });
});

test('what was remembered outlives the worker: everything is in the session', async () => {
  await noteChecked(1, 3);
  vi.resetModules();
  const restarted = await import('@/background/states');

  expect(await restarted.stateOf(1)).toEqual({ state: 'active', findings: 3 });
});

test('when the choice of sites changes, no tab keeps a state that its page may have lost', async () => {
  await noteChecked(1, 3);
  await noteAllGone();

  expect(await stateOf(1)).toEqual({ state: 'idle', findings: 0 });
  expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 1, text: '' });
});

test('two answers at once are both remembered', async () => {
  await Promise.all([noteChecked(1, 1), noteChecked(2, 2)]);

  expect([(await stateOf(1)).findings, (await stateOf(2)).findings]).toEqual([1, 2]);
});

test('an unreachable server is tried again by alarm until it answers', async () => {
  await noteError(null, 'not_reached');
  expect(browser.alarms.create).toHaveBeenCalledWith(RETRY_ALARM, { periodInMinutes: 1 });
  await noteReady();

  expect(browser.alarms.clear).toHaveBeenLastCalledWith(RETRY_ALARM);
});

test.each(['not_reached', 'not_authenticated', 'not_configured', 'refused'] as const)(
  'the alarm in the state %s is set once: set anew by every drawing, it would never come',
  async (error) => {
    await noteError(null, error);
    browser.alarms.get.mockResolvedValue({ name: RETRY_ALARM });
    await noteTooLong(1);
    await noteTooLong(2);

    expect(browser.alarms.create).toHaveBeenCalledOnce();
  },
);

test('an old content script that lost its extension says nothing about the server', async () => {
  await noteError(1, 'extension_reloaded');

  expect((await stateOf(1)).state).toBe('idle');
});
