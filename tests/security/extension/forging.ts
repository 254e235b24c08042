/** Words put into our mouth: by a page, and by a page that has taken over the process our content script runs in. */
import { expect, it } from 'vitest';
import { WHO } from '../../../extension/src/shared/messages';
import type { Bench } from '../../browser/browsers';
import { Composer } from '../../browser/composer';
import { send } from '../../browser/driver';
import { marksOf, riskyWordsMarked } from '../../browser/marks';
import { inContentWorld } from './content-world';
import { omit } from './omit';
import { everythingStored } from './stored';

/** A whole burst, and what comes back while a thousand are sent (`checking.ts`: 12 at once, then 3 a second). */
const MOST_ANSWERS = 12 + 3 * 5;
const REPORT_KEYS = ['findings', 'language', 'level', 'score', 'tiers'];

interface Chrome {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: { session?: { get(keys: null): Promise<object> } };
}

export function forging(bench: Bench): void {
  const onPage = (use: (composer: Composer) => Promise<void>): Promise<void> =>
    Composer.use(bench.driver, `${bench.pages.watched}/contenteditable/`, null, async (composer) => {
      await composer.type('A teapot.');
      await riskyWordsMarked(composer);
      await use(composer);
    });

  it('I-01 nothing a page posts, dispatches or puts on its window is heard', () =>
    onPage(async (composer) => {
      const before = await lasting(bench);
      const names = [...Object.keys(WHO), 'settings.set', 'rules.add'];
      expect(await composer.frame.evaluate(shout, names)).toEqual([]);
      expect(await lasting(bench)).toBe(before);
      await composer.type(' Another teapot.');
      await riskyWordsMarked(composer);
    }));

  it("I-02 messages of our own pages, and made up ones, are not answered when a content script sends them, and change nothing", () =>
    onPage(async (composer) => {
      const before = await lasting(bench);
      const ofPages = Object.entries(WHO).flatMap(([name, who]) => (who === 'pages' ? [name] : []));
      const requests = [null, { code: bench.server.pairingCode() }, { origin: 'https://evil.example' }, { origin: bench.pages.watched }, { tabId: null }];
      for (const name of [...ofPages, 'settings.set', 'settings', 'rules.add', 'key']) {
        const answers = await inContentWorld(bench.driver, composer.url, sendEach, requests.map((request) => ({ name, request })));
        expect([name, answers]).toEqual([name, requests.map(() => null)]);
      }
      expect(await lasting(bench)).toBe(before);
      await composer.type(' Still a teapot.');
      await riskyWordsMarked(composer);
    }));

  it('I-02 a content script reaches neither the session nor the key', () =>
    onPage(async (composer) => {
      const reached = await inContentWorld(bench.driver, composer.url, lookAround);
      expect(reached).toEqual({ session: false, databases: [] });
    }));

  it('I-03 "check" from a page that is not watched any more is ignored', () =>
    onPage(async (composer) => {
      const request = { text: 'A teapot.' };
      expect(await inContentWorld(bench.driver, composer.url, sendEach, [{ name: 'check', request }])).toMatchObject([{ ok: true }]);
      await send(bench.driver, 'removeSite', { origin: bench.pages.watched });
      expect(await inContentWorld(bench.driver, composer.url, sendEach, [{ name: 'check', request }])).toEqual([null]);
      await send(bench.driver, 'addSite', { origin: bench.pages.watched });
    }));

  it('I-03 a sandboxed frame of a watched page, which has no origin, is left alone', () =>
    onPage(async (composer) => {
      await composer.frame.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.sandbox.add('allow-scripts');
        frame.srcdoc = '<textarea style="width: 200px; height: 80px"></textarea>';
        frame.style.height = '120px';
        document.body.append(frame);
      });
      const frame = await composer.page.waitForFrame((inner) => inner.url() === 'about:srcdoc');
      const field = await frame.waitForSelector('textarea');
      await field!.click();
      await composer.page.keyboard.type('A teapot.');
      await composer.settle();
      expect(await frame.evaluate(() => [CSS.highlights.size, document.querySelectorAll('*').length])).toEqual([0, 4]);
    }));

  it('I-04 "check" with a megabyte, an object, or a thousand times is refused', () =>
    onPage(async (composer) => {
      const forms = [{ text: 'a'.repeat(1_000_000) }, { text: {} }, 'A teapot.', { text: 'A teapot.', url: 'http://127.0.0.1:1/' }];
      const answers = await inContentWorld(bench.driver, composer.url, sendEach, forms.map((request) => ({ name: 'check', request })));
      expect(answers).toEqual([{ ok: false, error: 'text_too_long' }, null, null, null]);
      const reports = (await inContentWorld(bench.driver, composer.url, checkOften, 1_000)) as Record<string, unknown>[];
      expect(reports.length).toBeGreaterThan(0);
      expect(reports.length).toBeLessThanOrEqual(MOST_ANSWERS);
      expect(Object.keys(reports[0] ?? {}).sort()).toEqual(REPORT_KEYS);
      expect(await marksOf(composer)).toHaveLength(1);
    }));
}

/** What outlives the page; counts and the state of tabs go on by themselves. */
async function lasting(bench: Bench): Promise<string> {
  const stored = JSON.parse(await everythingStored(bench.driver)) as { session: object; local: Record<string, unknown> };
  return JSON.stringify([omit(stored, 'session', 'local'), omit(stored.local, 'figures', 'reminders')]);
}

/** Runs in the content world. @returns the answers; null for none. */
async function sendEach(messages: unknown[]): Promise<unknown[]> {
  const { runtime } = ((globalThis as { browser?: Chrome }).browser ?? (globalThis as unknown as { chrome: Chrome }).chrome);
  return Promise.all(messages.map((message) => runtime.sendMessage(message).then((answer) => answer ?? null, () => null)));
}

/** Runs in the content world. @returns the reports that came. */
async function checkOften(times: number): Promise<unknown[]> {
  const { runtime } = ((globalThis as { browser?: Chrome }).browser ?? (globalThis as unknown as { chrome: Chrome }).chrome);
  const check = (): Promise<unknown> => runtime.sendMessage({ name: 'check', request: { text: 'A teapot.' } });
  const answers = (await Promise.all(Array.from({ length: times }, check))) as ({ ok: boolean; value?: unknown } | undefined)[];
  return answers.flatMap((answer) => (answer?.ok ? [answer.value] : []));
}

/** Runs in the content world. */
async function lookAround(): Promise<unknown> {
  const { storage } = ((globalThis as { browser?: Chrome }).browser ?? (globalThis as unknown as { chrome: Chrome }).chrome);
  const session = await (storage.session?.get(null) ?? Promise.reject(new Error('none'))).then(() => true, () => false);
  const databases = (await indexedDB.databases()).map(({ name }) => name);
  return { session, databases };
}

/** Runs in the page. @returns what came back. */
async function shout(names: string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  const sent = new Set<string>();
  addEventListener('message', ({ data }) => data === undefined || data === null || sent.has(JSON.stringify(data)) || answers.push(data));
  const { chrome, browser } = globalThis as unknown as Record<string, { runtime?: { sendMessage?(message: unknown): unknown } } | undefined>;
  Object.assign(window, { porteParoleIsHere: () => false, browser: { runtime: { id: 'x' } } });
  for (const name of names) {
    const message = { name, notice: name, request: null, code: 'PP1-1', origin: 'https://evil.example' };
    sent.add(JSON.stringify(message));
    postMessage(message, '*');
    for (const target of [window, document, document.body]) {
      for (const kind of [name, 'porte-parole', 'message']) target.dispatchEvent(new CustomEvent(kind, { detail: message, bubbles: true, composed: true }));
    }
    for (const api of [browser, chrome]) if (api?.runtime?.sendMessage) answers.push(await api.runtime.sendMessage(message));
  }
  dispatchEvent(new Event('pageshow'));
  dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true }));
  await new Promise((done) => setTimeout(done, 300));
  return answers;
}
