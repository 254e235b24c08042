/**
 * The contract of every site file with the clone of its site: the built extension under the site's real host name reads
 * audience and account and marks words, in every composer; and the file's own reader, in the page, gets every language
 * right and notices every selector that is turned wrong.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ComposerEntry, SiteFile } from '../../extension/src/shared/site-file';
import { withBrowser } from './browsers';
import { Composer } from './composer';
import { send, type Driver } from './driver';
import { launch } from './launch';
import { liveLists } from './live-list';
import { marksOf } from './marks';
import type { BrowserName } from './programs';
import { serveSecurely, type SecurePages } from './secure-pages';
import { freePort, Server } from './server';
import { breakagesOf } from './site-breakages';
import { CLONES, folderOf, LANGS, spread } from './site-clones';
import { bundleReader, readEverything, unnoticed, type Reading } from './site-reading';
import { untilEqual } from './until';

/** An identifier is marked wherever one writes; a joke is not, where nobody but the addressee reads it. */
const JOKE = 'marmot parade';
const IBAN = 'BE68539007547034';
const OFFICIAL = ['@ACME.official', 'acme belgium'];

const siteFile = (id: string): SiteFile =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../extension/sites/${id}.json`, import.meta.url)), 'utf8')) as SiteFile;

/** What the page shows of a part that the site file describes; what it fixes or leaves out is as it says. */
function expected({ audience, account, publish }: ComposerEntry, shown: { audience: string | undefined; account: string }): object {
  const line = 'selector' in audience;
  return {
    audience: line ? shown.audience : audience.fixed,
    account: account === null ? 'unknown' : shown.account,
    selfTest: {
      composer: 'found',
      publish: publish === null ? 'not_expected' : 'found',
      audience: line ? 'found' : 'not_expected',
      account: account === null ? 'not_expected' : 'found',
    },
  };
}

/** Declares the tests of all sites for one browser: one launch, one server, one tab for each site. */
export function everySite(name: BrowserName): void {
  withBrowser(name, (program) => {
    const bench = {} as { driver: Driver; pages: SecurePages; server: Server; reader: string };

    beforeAll(async () => {
      bench.pages = await serveSecurely(folderOf);
      bench.reader = await bundleReader();
      bench.server = new Server(await freePort());
      await bench.server.start();
      bench.driver = await launch(name, program, { language: 'en', dark: false, everyHostIsHere: true });
      expect(await send(bench.driver, 'pair', { code: bench.server.pairingCode() })).toMatchObject({ ok: true });
      const settings = JSON.stringify({ settings: { official_accounts: OFFICIAL } });
      await bench.driver.inExtension(`(globalThis.browser ?? chrome).storage.local.set(${settings})`);
    });
    afterAll(async () => {
      await bench.driver?.close();
      await bench.server?.remove();
      await bench.pages?.stop();
    });

    it.each(CLONES)('$id', async (clone) => {
      const { composers } = siteFile(clone.id);
      const shown = spread(clone, name);
      const address = `https://${clone.host}:${bench.pages.port}${clone.path}?${new URLSearchParams(shown)}`;
      await Composer.use(bench.driver, address, clone.frame, async (composer) => {
        await typesInEach(composer, composers, shown.account);
        await composer.frame.evaluate(bench.reader);
        await readsEveryLanguage(composer.frame, composers);
        expect(await unnoticed(composer.frame, breakagesOf(composers))).toEqual([]);
      });
    });
  });
}

async function typesInEach(composer: Composer, entries: readonly ComposerEntry[], account: string): Promise<void> {
  for (const [at, entry] of entries.entries()) {
    await composer.frame.evaluate((index) => void (window.page = window.pages[index]!), at);
    await composer.click();
    await composer.type(`${JOKE} ${IBAN}`);
    const words = entry.kind === 'message' ? [IBAN] : [JOKE, IBAN];
    await untilEqual(`marks in composer ${at}`, async () => (await marksOf(composer)).map(({ text }) => text), words);
    const audience = await composer.frame.evaluate(() => window.clone.audiences[0]);
    const { selfTest, ...read } = expected(entry, { audience, account }) as { selfTest: object };
    const told = async (): Promise<object[]> =>
      (await liveLists(composer.driver, composer.url)).map((list) => ({ audience: list.audience, account: list.account, selfTest: list.selfTest }));
    await untilEqual(`popup and panel on composer ${at}`, told, [{ ...read, selfTest }]);
  }
}

async function readsEveryLanguage(frame: Frame, entries: readonly ComposerEntry[]): Promise<void> {
  // Where a company page shows by itself, nobody needs to list it.
  const official = entries.some(({ account }) => account?.official_when) ? [] : OFFICIAL;
  const readings = await readEverything(frame, entries, official, LANGS);
  const wanted = ({ shown, at }: Reading): object => ({ shown, at, rightButton: true, ...expected(entries[at]!, shown) });
  expect(readings).toMatchObject(readings.map(wanted));
  const unnamed = readings.filter(({ at, accountName }) => (accountName === '') !== (entries[at]!.account === null));
  expect(unnamed).toEqual([]);
}
