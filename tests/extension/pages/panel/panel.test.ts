import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startPanel } from '@/pages/panel';
import { translate } from '@/pages/words';
import type { Envelope, ServerState, Status } from '@/shared/messages';
import { loadSilences } from '@/shared/storage/silence-store';
import { browser, reset } from '../../fake-browser';
import { listOf, markOf, withTabs, type FakeTabs } from '../live-lists';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

const STATUS: Status = {
  state: 'active',
  findings: 0,
  port: 18440,
  by: 'code',
  site: { host: 'www.example.org', watched: true, canAdd: false },
  paused: { tab: false, site: false },
};
let main: HTMLElement;
let tabs: FakeTabs;
let status: Status;

const open = async (more: Partial<Status> = {}): Promise<void> => {
  status = { ...STATUS, ...more };
  await startPanel(main);
};
const rows = (): HTMLDetailsElement[] => [...main.querySelectorAll('details')];
const button = (words: string): HTMLButtonElement =>
  [...main.querySelectorAll('button')].find(({ textContent }) => textContent === words)!;
const say = (key: Parameters<typeof translate>[0], ...subs: string[]): string => translate(key, 'en', subs);
const done = (): string => main.querySelector('.done')!.textContent;
const asked = (name: string): unknown =>
  browser.runtime.sendMessage.mock.calls.map(([envelope]) => envelope as Envelope).find((one) => one.name === name)?.request;

beforeEach(() => {
  reset();
  tabs = withTabs();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  browser.runtime.sendMessage.mockImplementation(async ({ name }: Envelope) => (name === 'status' ? status : { ok: true }));
  browser.tabs.query.mockResolvedValue([{ id: 3 }]);
  document.body.innerHTML = '<main></main>';
  main = document.querySelector('main')!;
});

describe('the list', () => {
  test('says what, why, what else and where to learn more, with the masked words only', async () => {
    await open();
    tabs.port().says(listOf([markOf(1, { shown: '••••', words: '1234' })]));

    const [row] = rows();
    for (const part of ['••••', 'Title 1', 'Why', 'Advice', 'a kinder wording', say('category_heated_slip')]) {
      expect(row!.textContent).toContain(part);
    }
    expect(row!.querySelector('a')!.getAttribute('href')).toBe('/learn.html#heated-slip');
    expect(main.innerHTML).not.toContain('1234');
  });

  test('stands in order of severity, with the first one open', async () => {
    await open();
    tabs.port().says(listOf([markOf(1, { severity: 'low' }), markOf(2, { severity: 'high' })]));

    expect(rows().map((row) => row.querySelector('h3')!.textContent)).toEqual(['Title 2', 'Title 1']);
    expect(rows().map((row) => row.open)).toEqual([true, false]);
  });

  test('keeps a row that did not change, so that focus and what was opened stay', async () => {
    await open();
    tabs.port().says(listOf([markOf(1), markOf(2)]));
    const second = rows()[1]!;
    second.open = true;
    tabs.port().says(listOf([markOf(2), markOf(3)]));

    expect(rows()[0]).toBe(second);
    expect(second.open).toBe(true);
  });

  test('of what a page tells enters as text', async () => {
    await open();
    tabs.port().says(listOf([markOf(1, { title: '<img src=x>', category: 'constructor' })]));

    expect(main.querySelector('.finding img')).toBeNull();
    expect(rows()[0]!.querySelector('.kind')!.textContent).toBe(say('card_severity_medium'));
  });

  test('shows a mark in the page', async () => {
    await open();
    tabs.port().says(listOf([markOf(4)]));
    button(say('popup_show')).click();

    expect(tabs.port().postMessage).toHaveBeenCalledWith({ frame: 'frame-1', mark: 4, order: 'show', suggestion: 0 });
  });
});

describe('a suggestion', () => {
  const take = async (): Promise<void> => {
    await open();
    tabs.port().says(listOf([markOf(4, { suggestions: ['first', 'second'] })]));
    button('second').click();
  };

  test('is asked of the frame by its index', async () => {
    await take();

    expect(tabs.port().postMessage).toHaveBeenCalledWith({ frame: 'frame-1', mark: 4, order: 'replace', suggestion: 1 });
  });

  test('that was written is said', async () => {
    await take();
    tabs.port().says({ frame: 'frame-1', mark: 4, replaced: 'done' });

    expect(done()).toBe(say('panel_replaced'));
  });

  test.each(['refused', 'different'])('that was %s can be copied instead', async (replaced) => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', { languages: ['en'], clipboard: { writeText } });
    await take();
    tabs.port().says({ frame: 'frame-1', mark: 4, replaced });
    button(say('card_copy')).click();

    await vi.waitFor(() => expect(done()).toBe(say('panel_copied')));
    expect(writeText).toHaveBeenCalledWith('second');
  });

  test('is not answered by a frame that was not asked', async () => {
    await take();
    tabs.port().says({ frame: 'another', mark: 4, replaced: 'done' });

    expect(done()).toBe('');
  });
});

describe('the three verbs', () => {
  const press = async (key: 'card_not_this_time' | 'card_never_words' | 'card_rule_off'): Promise<void> => {
    await open();
    tabs.port().says(listOf([markOf(4, { shown: '•••••' })]));
    button(say(key)).click();
    await vi.waitFor(() => expect(button(say('card_undo'))).toBeDefined());
  };

  test('"not this time" is an order to the frame, and undone by another', async () => {
    await press('card_not_this_time');
    button(say('card_undo')).click();

    const orders = tabs.port().postMessage.mock.calls.map(([order]) => (order as { order: string }).order);
    expect(orders).toEqual(['dismiss', 'restore']);
  });

  test('"never for these words" silences the words themselves at once', async () => {
    await press('card_never_words');

    expect(await loadSilences()).toMatchObject([{ kind: 'words', words: 'words 4' }]);
  });

  test('"turn this advice off" silences the rule at once', async () => {
    await press('card_rule_off');

    expect(await loadSilences()).toMatchObject([{ kind: 'rule', rule: 'en.heated-slip.rule-4', title: 'Title 4' }]);
    expect(done()).toContain('Title 4');
  });

  test.each(['card_never_words', 'card_rule_off'] as const)('%s is taken back by Undo, which has the focus', async (key) => {
    await press(key);
    expect(document.activeElement).toBe(button(say('card_undo')));
    button(say('card_undo')).click();

    await vi.waitFor(() => expect(done()).toBe(say('panel_undone')));
    expect(await loadSilences()).toEqual([]);
  });

  test('one that failed says so', async () => {
    await open();
    tabs.port().says(listOf([markOf(4)]));
    browser.storage.local.set.mockRejectedValue(new Error('quota'));
    button(say('card_rule_off')).click();

    await vi.waitFor(() => expect(done()).toBe(say('panel_failed')));
  });
});

describe('where there is no list', () => {
  const heading = (): string => main.querySelector('.empty h2')!.textContent;

  test.each<[string, Partial<Status>, Parameters<typeof listOf>[1] | null, Parameters<typeof translate>[0]]>([
    ['nothing is open', {}, null, 'panel_nothing_open_title'],
    ['nothing is left', {}, {}, 'panel_clear_title'],
    ['the text is being read', {}, { state: 'checking' }, 'panel_reading_title'],
    ['the text could not be read', {}, { state: 'not_checked' }, 'panel_not_checked_title'],
    ['the page is none of ours', { site: null }, null, 'panel_unreadable_title'],
    ['the site is off', { site: { host: 'x', watched: false, canAdd: true } }, null, 'panel_off_title'],
    ['the tab is paused', { paused: { tab: true, site: false } }, {}, 'panel_paused_title'],
  ])('because %s, it says so', async (_why, more, list, key) => {
    await open(more);
    if (list !== null) tabs.port().says(listOf([], list));

    expect(heading()).toBe(say(key));
    expect(rows()).toEqual([]);
  });

  test.each<ServerState>(['not_reached', 'not_authenticated', 'not_configured', 'refused'])(
    'in the state %s the reason and the next step stand there',
    async (state) => {
      await open({ state });
      tabs.port().says(listOf([markOf(1)]));

      expect(heading()).toBe(say(`state_${state}_title`));
      expect(rows()).toEqual([]);
    },
  );

  test('a pause ends with one click, whichever it was', async () => {
    await open({ paused: { tab: false, site: true } });
    button(say('panel_resume')).click();

    expect(asked('pause')).toEqual({ tabId: 3, tab: false, site: false });
  });

  test('a site is switched on with the permission asked in the click', async () => {
    browser.tabs.get.mockResolvedValue({ id: 3, url: 'http://127.0.0.1:8080/page' });
    await open({ site: { host: '127.0.0.1', watched: false, canAdd: true } });
    button(say('panel_switch_on')).click();

    expect(browser.permissions.request).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] });
  });

  test('a background that does not answer is said', async () => {
    browser.runtime.sendMessage.mockRejectedValue(new Error('Could not establish connection'));
    await startPanel(main);

    expect(main.querySelector('[role=alert]')!.textContent).toBe(say('unexpected'));
  });
});

describe('when the person turns to another tab', () => {
  test('the panel follows, and offers no undo of the tab before', async () => {
    await open();
    tabs.port().says(listOf([markOf(4)]));
    button(say('card_not_this_time')).click();
    tabs.onActivated.fire({ tabId: 8, windowId: 1 });

    await vi.waitFor(() => expect(tabs.port().tabId).toBe(8));
    expect(done()).toBe('');
    expect(rows()).toEqual([]);
  });

  test('or loads another page there, neither', async () => {
    await open();
    tabs.port().says(listOf([markOf(4)]));
    button(say('card_not_this_time')).click();
    tabs.onUpdated.fire(3, { status: 'complete' });

    expect(done()).toBe('');
    expect(rows()).toEqual([]);
  });

  test('in another window nothing changes', async () => {
    await open();
    tabs.onActivated.fire({ tabId: 8, windowId: 2 });

    expect(tabs.port().tabId).toBe(3);
  });
});

describe('a screen reader', () => {
  const heard = (): string => main.querySelector('[role=status].heard')!.textContent;

  test('hears a number once it rests, and only when it is another', async () => {
    await open();
    vi.useFakeTimers();
    tabs.port().says(listOf([markOf(1)]));
    tabs.port().says(listOf([markOf(1), markOf(2)]));
    expect(heard()).toBe('');
    vi.advanceTimersByTime(1000);
    expect(heard()).toBe(say('panel_count_many', '2'));
    const spoken = new MutationObserver(() => undefined);
    spoken.observe(main.querySelector('[role=status].heard')!, { childList: true, characterData: true, subtree: true });
    tabs.port().says(listOf([markOf(2), markOf(3)]));
    vi.advanceTimersByTime(1000);
    expect(spoken.takeRecords()).toEqual([]);
    tabs.port().says(listOf([]));
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();

    expect(heard()).toBe(say('panel_count_none'));
  });
});
