/** What one browser is asked about our own pages, the card and the keyboard: first without a key, then with one. */
import { beforeAll, describe, expect } from 'vitest';
import { inBrowser } from './browsers';
import { theCard } from './card-axe';
import { send } from './driver';
import { hostilePage } from './hostile-page';
import { theKeyboard } from './keyboard';
import { everyPage } from './pages';
import type { BrowserName } from './programs';
import { fillStore } from './shown-pages';

export function thePages(name: BrowserName): void {
  inBrowser(name, (bench) => {
    describe('before pairing', () => everyPage(bench, 'en', []));

    describe('paired, after two months', () => {
      beforeAll(async () => {
        await fillStore(bench.driver);
        expect(await send(bench.driver, 'pair', { code: bench.server.pairingCode() })).toMatchObject({ ok: true });
      });
      everyPage(bench, 'fr', ['de']);
      theCard(bench);
      describe('with the keyboard alone', () => theKeyboard(bench));
      describe('a page that means harm', () => hostilePage(bench));
    });
  });
}
