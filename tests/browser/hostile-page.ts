/** What a page may try against us, and what it must not get or break by it. Run once per browser. */
import { expect, it } from 'vitest';
import type { Bench } from './browsers';
import { Composer } from './composer';
import { marksOf, riskyIn, riskyWordsMarked } from './marks';
import { until, untilEqual } from './until';

const POST = 'A marmot parade, a teapot.';
/** As many as the program tells of one text (`MAX_FINDINGS` of its `model.py`). */
const MOST_MARKS = 12;

export function hostilePage(bench: Bench): void {
  const watched = (use: (composer: Composer) => Promise<void>): Promise<void> =>
    Composer.use(bench.driver, `${bench.pages.watched}/contenteditable/`, null, use);

  it('throws everything of ours out whenever it appears: marks and typing go on, and it ends', () =>
    watched(async (composer) => {
      await composer.frame.evaluate(throwOut);
      await composer.type(POST);
      await riskyWordsMarked(composer);
      await pointAt(composer, 'teapot');
      const thrownOut = (): Promise<number> => composer.frame.evaluate(() => Number(document.body.dataset.thrownOut));
      const times = await until('it ends', async () => [await thrownOut(), await later(thrownOut)], ([now, then]) => now === then);
      expect(times[0]).toBeLessThan(100);
      await composer.type(' And a teapot.');
      await composer.holds(`${POST} And a teapot.`);
      await riskyWordsMarked(composer);
    }));

  it('speaks to us in our own words: nobody listens, nobody answers', () =>
    watched(async (composer) => {
      await composer.type(POST);
      await riskyWordsMarked(composer);
      expect(await composer.frame.evaluate(speakAsIfItWereUs)).toEqual([]);
      expect(await marksOf(composer)).toEqual(riskyIn(POST));
      const silences = await bench.driver.inExtension("(globalThis.browser ?? chrome).storage.local.get('silences').then(({ silences }) => JSON.stringify(silences))");
      expect(silences).not.toContain('marmot parade');
    }));

  it('three hundred risky words: the worst are marked, and typing goes on', () =>
    watched(async (composer) => {
      await composer.frame.evaluate(() => document.execCommand('insertText', false, 'teapot, '.repeat(300)));
      await until('marks', () => marksOf(composer), ({ length }) => length === MOST_MARKS);
      await composer.type('fine');
      await untilEqual('the end of the text', async () => (await composer.text()).slice(-6), ', fine');
      await until('marks', () => marksOf(composer), ({ length }) => length === MOST_MARKS);
    }));
}

async function pointAt(composer: Composer, words: string): Promise<void> {
  const { x, y } = await composer.middleOf(words);
  await composer.page.mouse.move(x + 2, y);
  await composer.page.mouse.move(x, y);
}

const later = async <T>(ask: () => Promise<T>): Promise<T> => {
  await new Promise((done) => setTimeout(done, 500));
  return ask();
};

/** Runs in the page: removes each of our elements as soon as it is there, and counts. */
function throwOut(): void {
  document.body.dataset.thrownOut = '0';
  const look = (): void => {
    for (const element of document.querySelectorAll('*')) {
      if (!element.localName.startsWith('porte-parole-')) continue;
      element.remove();
      document.body.dataset.thrownOut = String(Number(document.body.dataset.thrownOut) + 1);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: every message of ours it can think of, by every way a page has. @returns the answers. */
async function speakAsIfItWereUs(): Promise<unknown[]> {
  const answers: unknown[] = [];
  const words = { rule: 'parade', title: 'Marmot parade', category: 'heated-slip', words: 'marmot parade' };
  const messages = [
    { name: 'propose', request: { kind: 'words', ...words } },
    { name: 'status', request: { tabId: null } },
    { name: 'unpair', request: null },
    { notice: 'check_again' },
    { notice: 'command', command: 'open_card' },
    { notice: 'paused', paused: true },
  ];
  const sent = messages.map((message) => JSON.stringify(message));
  addEventListener('message', ({ data }) => {
    if (!sent.includes(JSON.stringify(data))) answers.push(data);
  });
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { runtime?: { sendMessage?(message: unknown): unknown } } | undefined>;
  for (const message of messages) {
    postMessage(message, '*');
    document.dispatchEvent(new CustomEvent('porte-parole', { detail: message }));
    for (const api of [browser, chrome]) if (api?.runtime?.sendMessage) answers.push(await api.runtime.sendMessage(message));
  }
  await new Promise((done) => setTimeout(done, 500));
  return answers;
}
