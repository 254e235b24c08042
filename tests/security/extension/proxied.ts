/** A browser that sends everything through a stranger's proxy, requests to this computer too: he sees seals, and can replay them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withBrowser } from '../../browser/browsers';
import { Composer } from '../../browser/composer';
import { send, toolbar, type Driver } from '../../browser/driver';
import { launch } from '../../browser/launch';
import { marksOf, riskyWordsMarked } from '../../browser/marks';
import { servePages, type PageServer } from '../../browser/page-server';
import type { BrowserName } from '../../browser/programs';
import { freePort, Server } from '../../browser/server';
import { until, untilEqual } from '../../browser/until';
import { CANARY, formsIn } from './canary';
import { Proxy } from './proxy';

export function proxied(name: BrowserName): void {
  withBrowser(name, (program) => {
    describe('behind a proxy', () => {
      let driver: Driver;
      let pages: PageServer;
      let server: Server;
      let proxy: Proxy;
      beforeAll(async () => {
        pages = await servePages();
        server = new Server(await freePort());
        await server.start();
        proxy = await Proxy.before(server.port);
        driver = await launch(name, program, { language: 'en', dark: false, proxyPort: proxy.port });
        await send(driver, 'addSite', { origin: pages.watched });
        expect(await send(driver, 'pair', { code: server.pairingCode() })).toMatchObject({ ok: true });
      });
      afterAll(async () => {
        await driver?.close();
        await proxy?.stop();
        await server?.remove();
        await pages?.stop();
      });
      const inTextarea = (use: (composer: Composer) => Promise<void>): Promise<void> =>
        Composer.use(driver, `${pages.watched}/textarea/`, null, use);

      it('H-07 a proxy that everything passes through sees no text', () =>
        inTextarea(async (composer) => {
          const before = proxy.exchanges.length;
          await composer.type(`The teapot says: ${CANARY}`);
          await riskyWordsMarked(composer);
          const exchanges = proxy.exchanges.slice(before);
          expect(exchanges.length).toBeGreaterThan(0);
          expect(exchanges.flatMap(({ request, answer }) => [...formsIn(request), ...formsIn(answer)])).toEqual([]);
          expect(exchanges.some(({ answer }) => answer.includes('boil over'))).toBe(false);
        }));

      it('D-06 an old answer that is given to a new request is not believed', () =>
        inTextarea(async (composer) => {
          await composer.type('A teapot.');
          await riskyWordsMarked(composer);
          const [old] = proxy.exchanges.filter(({ path }) => path === '/v1/check').slice(-1);
          proxy.replay(old!.answer);
          await composer.type(' And gravel.');
          await until('it is not believed', () => toolbar(driver, composer.url), ({ state }) => state === 'not_authenticated');
          await untilEqual('marks', () => marksOf(composer), []);
          proxy.replay(null);
          await composer.type(' Well.');
          await riskyWordsMarked(composer);
        }));

      it('I-21 only the background talks to the server: nothing comes from the page or from our script in it', () =>
        inTextarea(async (composer) => {
          const asked: string[] = [];
          composer.page.on('request', (request) => asked.push(request.url()));
          const before = proxy.exchanges.length;
          await composer.type('A teapot on gravel.');
          await riskyWordsMarked(composer);
          const origins = new Set(proxy.exchanges.slice(before).map(({ origin }) => origin));
          expect([...origins]).toEqual([await driver.inExtension<string>('location.origin')]);
          expect(asked.filter((url) => url.includes(`:${server.port}`))).toEqual([]);
          // The same look finds a request that the page does make.
          await composer.frame.evaluate((port) => fetch(`http://127.0.0.1:${port}/`, { mode: 'no-cors' }).catch(() => null).then(() => null), server.port);
          expect(asked.filter((url) => url.includes(`:${server.port}`))).toHaveLength(1);
        }));
    });
  });
}
