import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DocumentWatch } from '../../../../extension/entrypoints/watch/document-watch';
import type { WatchOptions } from '@/content/start';
import { LIVE_LIST_PORT, nothingListed } from '@/shared/live-list';
import type { Notice } from '@/shared/notices';
import { browser, EXTENSION_ID, reset } from '../../fake-browser';

vi.mock('@/shared/browser', async () => import('../../fake-browser'));

const started = vi.hoisted(() => [] as { options: WatchOptions; watching: Record<string, ReturnType<typeof vi.fn>> }[]);
vi.mock('@/content/start', () => ({
  startWatching: (options: WatchOptions) => {
    const watching = { command: vi.fn(), checkAgain: vi.fn(), follow: vi.fn(), obey: vi.fn(async () => null) };
    started.push({ options, watching });
    return watching;
  },
}));

const SITE = 'https://www.facebook.com';
const now = () => started.at(-1)!;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
let paused: boolean;

type Listener = (...args: unknown[]) => void;
const listenerOf = (event: { addListener: { mock: { calls: unknown[][] } } }) => event.addListener.mock.calls[0]![0] as Listener;
const notice = (sent: Notice, id = EXTENSION_ID) => listenerOf(browser.runtime.onMessage as never)(sent, { id });

async function begin(origin = SITE) {
  new DocumentWatch(origin).begin();
  await vi.waitFor(() => expect(started).not.toEqual([]));
}

beforeEach(() => {
  reset();
  started.length = 0;
  paused = false;
  browser.runtime.sendMessage.mockImplementation(async ({ name }: { name: string }) =>
    name === 'here' ? { paused, topHost: 'top.example' } : { ok: false, error: 'not_reached' },
  );
});

afterEach(() => document.body.replaceChildren());

test('a watched site is watched, with the settings in force, and nobody is woken for it', async () => {
  browser.storage.local.values['settings'] = { marks: 'panel_only', language: 'nl' };
  await begin();

  expect(now().options.settings.marks).toBe('panel_only');
  expect(now().options.language).toBe('nl');
  expect(browser.runtime.sendMessage).not.toHaveBeenCalled();
});

test('a site that was switched off is not watched', async () => {
  browser.storage.local.values['off'] = ['facebook'];
  new DocumentWatch(SITE).begin();
  await settled();

  expect(started).toEqual([]);
});

test('other settings begin anew', async () => {
  await begin();
  const [first] = started;
  await browser.storage.local.set({ settings: { presence: false } });
  await vi.waitFor(() => expect(started).toHaveLength(2));

  expect(first!.options.signal.aborted).toBe(true);
  expect(now().options.settings.presence).toBe(false);
});

test('the first check asks once whether the tab is paused, and names the site of the address bar', async () => {
  await begin();
  await now().options.check({ text: 'one' });
  await now().options.check({ text: 'two' });

  const sent = browser.runtime.sendMessage.mock.calls.map(([message]) => message);
  expect(sent.map(({ name }) => name)).toEqual(['here', 'check', 'check']);
  expect(sent[1].request).toEqual({ text: 'one', site: 'top.example' });
});

test('in a paused tab no text leaves the page, and reading ends until the pause does', async () => {
  paused = true;
  await begin();
  await now().options.check({ text: 'one' });
  await settled();

  expect(browser.runtime.sendMessage.mock.calls.map(([{ name }]) => name)).toEqual(['here']);
  expect(now().options.signal.aborted).toBe(true);

  notice({ notice: 'paused', paused: false });
  await vi.waitFor(() => expect(started).toHaveLength(2));
});

test('notices of somebody else are nothing to us', async () => {
  await begin();
  notice({ notice: 'check_again' }, 'another-extension');
  expect(now().watching['checkAgain']).not.toHaveBeenCalled();
  notice({ notice: 'check_again' });
  expect(now().watching['checkAgain']).toHaveBeenCalledOnce();
});

test('a keyboard command goes to the frame that has the focus only', async () => {
  await begin();
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  notice({ notice: 'command', command: 'next_mark' });
  expect(now().watching['command']).not.toHaveBeenCalled();
  focus.mockReturnValue(true);
  notice({ notice: 'command', command: 'next_mark' });
  expect(now().watching['command']).toHaveBeenCalledWith('next_mark');
});

test('an open list is told anew after every start, and that nothing is read while paused', async () => {
  await begin();
  const port = { name: LIVE_LIST_PORT, sender: { id: EXTENSION_ID }, postMessage: vi.fn(), onMessage: { addListener: vi.fn() }, onDisconnect: { addListener: vi.fn() } };
  listenerOf(browser.runtime.onConnect as never)(port);
  expect(now().watching['follow']).toHaveBeenCalledOnce();

  notice({ notice: 'paused', paused: true });
  await vi.waitFor(() => expect(port.postMessage).toHaveBeenCalledWith(nothingListed('paused')));
  notice({ notice: 'paused', paused: false });
  await vi.waitFor(() => expect(started).toHaveLength(2));
  expect(now().watching['follow']).toHaveBeenCalledOnce();
});

test('a list of somebody else gets nothing', async () => {
  await begin();
  listenerOf(browser.runtime.onConnect as never)({ name: LIVE_LIST_PORT, sender: { id: 'another-extension' } });

  expect(now().watching['follow']).not.toHaveBeenCalled();
});
