/** What a page can find out about us: what is drawn for the person's eyes, and in panel-only mode nothing at all. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import identity from '../../../server/porte_parole/identity.json';
import type { Bench } from '../../browser/browsers';
import { Composer } from '../../browser/composer';
import { liveLists } from '../../browser/live-list';
import { riskyWordsMarked } from '../../browser/marks';
import { stays, until } from '../../browser/until';
import { fingerprint, type Fingerprint } from './fingerprint';
import { PLAIN_FIELD, RICH, serveHostile, type HostilePage } from './hostile-pages';
import { spy, type Spied } from './spy';
import { omit } from './omit';
import { setSettings } from './stored';

const POST = 'A marmot parade meets a teapot on the gravel, and that is all.';
const RISKY_WORDS = ['marmot parade', 'teapot', 'gravel'];
/** What the card, the sign and the lists may say of them, and no page may read. */
const OURS = /gets noticed|Call it a walk|marmot walk|boil over|heated-slip|severity|Porte-parole ·/i;
/** How these tests themselves look for marks over a text field. */
const READING = 'Element.getClientRects';
/** Longer than the wait before screen readers are told (`announcer.ts`): whatever comes late has come. */
const QUIET_MS = 1_300;
/** Design section 7: the main thread's share of a key. */
const KEY_MS = 2;

interface Seen {
  spied: Spied;
  print: Fingerprint;
}

export function hiding(bench: Bench): void {
  const pages: Record<string, HostilePage> = {};
  beforeAll(async () => {
    pages.rich = await serveHostile(RICH, spy);
    pages.field = await serveHostile(PLAIN_FIELD, spy);
  });
  afterEach(() => setSettings(bench.driver, {}));
  afterAll(() => Promise.all(Object.values(pages).map((page) => page.stop())));

  /** Types a post, and answers everything the page knows once the text is checked (where it is). */
  const spyOn = (url: string, isChecked: (composer: Composer) => Promise<unknown>): Promise<Seen> =>
    Composer.use(bench.driver, url, null, async (composer) => {
      await composer.type(POST);
      await isChecked(composer);
      await composer.settle();
      const look = async (): Promise<Seen> => {
        const spied = await composer.frame.evaluate(() => ({ ...window.spied, events: window.spied.events.toSorted() }));
        const print = await composer.frame.evaluate(fingerprint);
        return JSON.parse(JSON.stringify({ spied, print }).replaceAll('localhost', '127.0.0.1')) as Seen;
      };
      const seen = await look();
      const lasting = async (): Promise<unknown> => [(await look()).print, (await look()).spied.changes];
      await stays(lasting, [seen.print, seen.spied.changes], QUIET_MS);
      return seen;
    });
  const seenWithout = new Map<HostilePage, Promise<Seen>>();
  const without = (page: HostilePage): Promise<Seen> => {
    const seen = seenWithout.get(page) ?? spyOn(page.unwatched, async () => undefined);
    seenWithout.set(page, seen);
    return seen;
  };
  const checkedUnseen = (composer: Composer): Promise<unknown> =>
    until('the panel has the list', () => liveLists(bench.driver, composer.url), (lists) => lists.some(({ marks }) => marks.length === RISKY_WORDS.length));
  const noDelays = ({ spied, print }: Seen): unknown => ({ spied: omit(spied, 'delaysMs'), print });

  it.each(['rich', 'field'])('I-05 in panel-only mode a page with a %s composer sees exactly what it sees without us', async (kind) => {
    const page = pages[kind] as HostilePage;
    await setSettings(bench.driver, { marks: 'panel_only' });
    const watched = await spyOn(page.watched, checkedUnseen);
    const unwatched = await without(page);
    expect(noDelays(watched)).toEqual(noDelays(unwatched));
    expect(median(watched.spied.delaysMs) - median(unwatched.spied.delaysMs)).toBeLessThan(KEY_MS);
  });

  it('I-05 with marks and no sign a page sees the marked words under neutral names, and no change of its own', async () => {
    const page = pages.rich as HostilePage;
    await setSettings(bench.driver, { presence: false });
    const watched = await spyOn(page.watched, riskyWordsMarked);
    const unwatched = await without(page);
    expect(watched.print.highlights).toEqual({ 'pp-3': ['marmot parade'], 'pp-2': ['teapot'], 'pp-1': ['gravel'] });
    expect(watched.print.sheets).toHaveLength(unwatched.print.sheets.length + 1);
    const others = ({ spied, print }: Seen): unknown => ({
      ...omit(spied, 'delaysMs'),
      ...omit(print, 'highlights', 'sheets', 'styles'),
      drawn: omit(print.styles, 'pp-1', 'pp-2', 'pp-3'),
    });
    expect(others(watched)).toEqual(others(unwatched));
  });

  it.each(['rich', 'field'])('I-05 with everything on a page with a %s composer reads none of our words, and its editor is the same', async (kind) => {
    const page = pages[kind] as HostilePage;
    const watched = await spyOn(page.watched, riskyWordsMarked);
    const unwatched = await without(page);
    const { html, ...rest } = watched.print;
    expect(JSON.stringify([watched.spied, rest])).not.toMatch(OURS);
    const hosts = html.match(/<porte-parole-[^]*?<\/porte-parole-[a-z]+>/g) ?? [];
    expect(hosts.map((host) => host.replace(/ style="[^"]*"/, ''))).toEqual(hosts.map((host) => emptyHost(host)));
    expect(withoutHosts(html)).toBe(withoutHosts(unwatched.print.html));
    expect(watched.spied.calls.filter((call) => call !== READING)).toEqual(unwatched.spied.calls);
    expect(watched.spied.errors).toEqual([]);
  });

  it('I-12 asking for our files is answered as for an extension that nobody has', async () => {
    const ours = bench.driver.name === 'chromium' ? `chrome-extension://${identity.chrome_id}` : await bench.driver.inExtension<string>('location.origin');
    const nobodys = bench.driver.name === 'chromium' ? `chrome-extension://${'abcdefghijklmnop'.repeat(2)}` : ours.replace(/[0-9a-f]{12}$/, '0123456789ab');
    await Composer.use(bench.driver, (pages.rich as HostilePage).watched, null, async ({ frame }) => {
      const [known, unknown] = [await frame.evaluate(probe, ours), await frame.evaluate(probe, nobodys)];
      expect(known).toEqual(unknown);
      expect(known.join()).not.toContain('loaded');
    });
  });
}

const median = (values: number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
const emptyHost = (host: string): string => {
  const tag = /^<([a-z-]+)/.exec(host)?.[1] ?? '';
  return `<${tag} popover="manual"${host.includes('aria-hidden') ? ' aria-hidden="true"' : ''}></${tag}>`;
};
const withoutHosts = (html: string): string => html.replace(/<porte-parole-[^]*?<\/porte-parole-[a-z]+>/g, '');

/** Runs in the page: every way to reach a file of an extension. */
async function probe(origin: string): Promise<string[]> {
  const files = ['manifest.json', 'watch.js', 'options.html', 'icon/idle-16.png', 'background.js'];
  const told = (what: string, load: (done: (answer: string) => void) => void): Promise<string> =>
    new Promise((resolve) => {
      setTimeout(() => resolve(`${what} silent`), 700);
      load((answer) => resolve(`${what} ${answer}`));
    });
  const tries = files.flatMap((file) => [
    told(`fetch ${file}`, (done) => fetch(`${origin}/${file}`).then(() => done('loaded'), (error: Error) => done(error.name))),
    ...(['img', 'script', 'link'] as const).map((tag) =>
      told(`${tag} ${file}`, (done) => {
        const element = document.createElement(tag);
        element.onload = () => done('loaded');
        element.onerror = () => done('error');
        if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: `${origin}/${file}` });
        else element.src = `${origin}/${file}`;
        document.head.append(element);
      }),
    ),
  ]);
  const { chrome } = window as { chrome?: { runtime?: object } };
  return [...(await Promise.all(tries)), `runtime ${typeof chrome?.runtime}`];
}
