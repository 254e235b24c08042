import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveLists } from '@/pages/live-list';
import { LIVE_LIST_PORT } from '@/shared/live-list';
import { browser, reset } from '../../fake-browser';
import { listOf, markOf, withTabs, type FakeTabs } from '../live-lists';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

let tabs: FakeTabs;
let events: { onChange: ReturnType<typeof vi.fn>; onReplaced: ReturnType<typeof vi.fn> };
let stop: AbortController;
let lists: LiveLists;

beforeEach(() => {
  reset();
  tabs = withTabs();
  events = { onChange: vi.fn(), onReplaced: vi.fn() };
  stop = new AbortController();
  lists = new LiveLists(events as never, stop.signal);
  lists.follow(3);
});

test('marks of every frame are there, those of the frame that spoke last first', () => {
  tabs.port().says(listOf([markOf(1)], { frame: 'outer' }));
  tabs.port().says(listOf([markOf(1), markOf(2)], { frame: 'inner', audience: 'group' }));

  expect(lists.marks.map(({ frame, id }) => `${frame} ${String(id)}`)).toEqual(['inner 1', 'inner 2', 'outer 1']);
  expect(lists.current?.audience).toBe('group');
});

test('a frame without a composer is not the current one, however late it speaks', () => {
  tabs.port().says(listOf([markOf(1)]));
  tabs.port().says(listOf([], { frame: 'advertisement', state: 'none' }));

  expect(lists.current?.frame).toBe('frame-1');
});

test('orders go to the tab with the frame they are for', () => {
  tabs.port().says(listOf([markOf(7)]));
  lists.order(lists.marks[0]!, 'replace', 2);

  expect(browser.tabs).toHaveProperty('connect');
  expect(tabs.port().postMessage).toHaveBeenCalledWith({ frame: 'frame-1', mark: 7, order: 'replace', suggestion: 2 });
});

describe('the connection', () => {
  test('goes to the tab under the agreed name', () => {
    const { connect } = browser.tabs as unknown as { connect: unknown };

    expect(connect).toHaveBeenCalledWith(3, { name: LIVE_LIST_PORT });
  });

  test('is made anew when the tab has loaded another page, and forgets the old one', () => {
    tabs.port().says(listOf([markOf(1)]));
    tabs.onUpdated.fire(3, { status: 'complete' });

    expect(tabs.ports).toHaveLength(2);
    expect(tabs.ports[0]!.disconnect).toHaveBeenCalled();
    expect(lists.marks).toEqual([]);
  });

  test('is left alone while another tab loads, or this one has not finished', () => {
    tabs.onUpdated.fire(4, { status: 'complete' });
    tabs.onUpdated.fire(3, { status: 'loading' });

    expect(tabs.ports).toHaveLength(1);
  });

  test('that the page closed leaves nothing old behind', () => {
    tabs.port().says(listOf([markOf(1)]));
    tabs.port().onDisconnect.fire();

    expect(lists.current).toBeNull();
    expect(events.onChange).toHaveBeenCalledTimes(2);
  });

  test('to a tab that was left is not heard any more', () => {
    lists.follow(4);
    tabs.ports[0]!.says(listOf([markOf(1)]));

    expect(lists.marks).toEqual([]);
  });

  test('is tried again only while no composer is known', () => {
    lists.lookAgain();
    expect(tabs.ports).toHaveLength(2);
    tabs.port().says(listOf([]));
    lists.lookAgain();

    expect(tabs.ports).toHaveLength(2);
  });

  test('ends with the page of ours', () => {
    stop.abort();

    expect(tabs.port().disconnect).toHaveBeenCalled();
    expect(tabs.onUpdated.listeners.size).toBe(0);
  });
});

describe('what does not have the closed form is not believed', () => {
  test.each<[string, unknown]>([
    ['no object', 'checked'],
    ['an unknown key', { ...listOf([]), more: 1 }],
    ['a missing key', { frame: 'x', state: 'checked' }],
    ['an unknown state', { ...listOf([]), state: 'green' }],
    ['a mark with a strange severity', listOf([markOf(1, { severity: 'fatal' as never })])],
    ['a mark whose words are no text', listOf([markOf(1, { words: {} as never })])],
    ['words longer than can be silenced', listOf([markOf(1, { words: 'x'.repeat(301) })])],
    ['an account name that fills the window', listOf([], { accountName: 'x'.repeat(101) })],
    ['a runaway list', listOf(Array.from({ length: 201 }, (_, id) => markOf(id)))],
  ])('%s', (_what, message) => {
    tabs.port().says(message);

    expect(events.onChange).not.toHaveBeenCalled();
    expect(lists.current).toBeNull();
  });

  test('a page with endless frames', () => {
    for (let at = 0; at < 60; at += 1) tabs.port().says(listOf([markOf(1)], { frame: `frame-${String(at)}` }));

    expect(lists.marks).toHaveLength(50);
  });

  test('an answer to a replacement is passed on, a malformed one is not', () => {
    tabs.port().says({ frame: 'frame-1', mark: 1, replaced: 'done' });
    tabs.port().says({ frame: 'frame-1', mark: 1, replaced: 'perhaps' });

    expect(events.onReplaced.mock.calls).toEqual([[{ frame: 'frame-1', mark: 1, replaced: 'done' }]]);
  });
});
