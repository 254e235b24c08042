import { describe, expect, test } from 'vitest';
import { situationOf } from '@/pages/live-list/situation';
import { SERVER_STATES, type Status } from '@/shared/messages';
import type { LiveList } from '@/shared/live-list';
import { listOf, markOf } from '../live-lists';

const STATUS: Status = {
  state: 'active',
  findings: 0,
  port: 18440,
  by: 'code',
  site: { host: 'example.org', watched: true, canAdd: false },
  paused: { tab: false, site: false },
};
const checked = listOf([]);

test.each<[string, Partial<Status>, LiveList | null, string]>([
  ['a page no extension may read', { site: null }, null, 'unreadable'],
  ['a site that is off', { site: { host: 'x', watched: false, canAdd: true } }, null, 'off'],
  ['a site that the company switched off', { site: { host: 'x', watched: false, canAdd: false } }, null, 'locked'],
  ['a paused tab', { paused: { tab: true, site: false } }, checked, 'paused'],
  ['a paused site', { paused: { tab: false, site: true } }, checked, 'paused'],
  ['a frame that says it is paused', {}, listOf([], { state: 'paused' }), 'paused'],
  ['no composer', {}, null, 'nothing_open'],
  ['a text on its way', {}, listOf([], { state: 'checking' }), 'reading'],
  ['a text that could not be read', {}, listOf([markOf(1)], { state: 'not_checked' }), 'not_checked'],
  ['a text with marks', {}, listOf([markOf(1)]), 'marks'],
  ['a text with marks that is read again', {}, listOf([markOf(1)], { state: 'checking' }), 'marks'],
  ['a text without marks', {}, checked, 'clear'],
])('%s', (_what, status, current, expected) => {
  expect(situationOf({ ...STATUS, ...status }, current, current?.marks.length ?? 0)).toBe(expected);
});

describe('nothing looks reassuring', () => {
  const trouble = SERVER_STATES.filter((state) => state.startsWith('not_') || state === 'refused');

  test.each(trouble)('while the program is %s, whatever a frame says', (state) => {
    expect(situationOf({ ...STATUS, state }, checked, 0)).toBe('not_checked');
  });

  test.each<LiveList['state']>(['none', 'checking', 'paused', 'not_checked'])('for a frame that is %s', (state) => {
    expect(situationOf(STATUS, listOf([], { state }), 0)).not.toBe('clear');
  });
});
