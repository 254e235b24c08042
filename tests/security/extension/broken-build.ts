/** The extension with its own functions throwing, a twelfth of them at a time and then all: the page must not feel it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withBrowser } from '../../browser/browsers';
import { Composer } from '../../browser/composer';
import { send, type Driver } from '../../browser/driver';
import { launch } from '../../browser/launch';
import { riskyWordsMarked } from '../../browser/marks';
import { servePages, type PageServer } from '../../browser/page-server';
import { builtExtension, type BrowserName } from '../../browser/programs';
import { freePort, Server } from '../../browser/server';
import { throwingIn } from './fault-injection';
import { post } from './posting';

const PARTS = 12;
const POST = 'The marmot parade meets a teapot.';

export function brokenBuild(name: BrowserName): void {
  withBrowser(name, (program) => {
    describe('with faults in our own code', () => {
      const parent = mkdtempSync(join(tmpdir(), 'porte-parole-broken-'));
      let driver: Driver;
      let pages: PageServer;
      let server: Server;
      beforeAll(async () => {
        const build = builtExtension(name);
        const copy = join(parent, name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
        cpSync(build, copy, { recursive: true });
        writeFileSync(join(copy, 'watch.js'), throwingIn(readFileSync(join(build, 'watch.js'), 'utf8'), PARTS));
        pages = await servePages();
        server = new Server(await freePort());
        await server.start();
        driver = await launch(name, program, { language: 'en', dark: false, extension: parent });
        await send(driver, 'addSite', { origin: pages.watched });
        await send(driver, 'pair', { code: server.pairingCode() });
      });
      afterAll(async () => {
        await driver?.close();
        await server?.remove();
        await pages?.stop();
        rmSync(parent, { recursive: true });
      });
      const onPage = (fault: string, use: (composer: Composer) => Promise<void>): Promise<void> =>
        Composer.use(driver, `${pages.watched}/contenteditable/?fault=${fault}`, null, use);

      it('I-14 the build is whole where nothing throws', () =>
        onPage('none', async (composer) => {
          await composer.type(POST);
          await riskyWordsMarked(composer);
        }));

      it.each([...Array.from({ length: PARTS }, (_, part) => String(part)), 'all'])('I-14 the post goes out and the page hears no error when part %s of our functions throws', (fault) =>
        onPage(fault, async (composer) => {
          const errors = await composer.frame.evaluateHandle(() => {
            const seen: string[] = [];
            for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, () => seen.push(kind));
            return seen;
          });
          await composer.type(POST);
          await composer.page.mouse.move(300, 300);
          await composer.press('ArrowLeft');
          await composer.press('Escape');
          await composer.press('End', 'Control');
          await composer.type(' Yes.');
          await composer.holds(`${POST} Yes.`);
          expect((await post(composer)).texts.map((text) => text.trimEnd())).toEqual([`${POST} Yes.`]);
          expect(await errors.jsonValue()).toEqual([]);
        }),
      );
    });
  });
}
