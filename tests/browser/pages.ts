/** What must hold on every page of the extension: nothing that axe finds, and no scrolling sideways on a narrow screen. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UiLanguage } from '../../extension/src/shared/i18n';
import { faultsOf, overhangOf } from './axe';
import type { Bench } from './browsers';
import { drawn, SHOWN_PAGES, speak, still } from './shown-pages';

/** A page of 1280 pixels at 400 % has these. */
const NARROW = { width: 320, height: 800 };

/**
 * Declares the checks of all pages in the state that the extension is in by then.
 *
 * @param spoken - the language in which axe looks at them; in the `others`, with words of another length, they only have to fit.
 */
export function everyPage(bench: Bench, spoken: UiLanguage, others: readonly UiLanguage[]): void {
  describe(`every page, ${spoken}`, () => {
    let behind: Page;
    beforeAll(async () => {
      behind = await bench.driver.open(`${bench.pages.watched}/textarea/`);
      await behind.click('textarea');
      await behind.keyboard.type('So a marmot parade came. Its teapot is on gravel');
    });
    afterAll(() => behind.close());

    it.each(SHOWN_PAGES)('$name', async (shown) => {
      await speak(bench.driver, spoken);
      const page = await shown.open(bench.driver, behind);
      try {
        await drawn(page);
        for (const { isDark, width, height } of [{ isDark: false, ...shown }, { isDark: true, ...NARROW }]) {
          await bench.driver.prefersDark(isDark);
          await page.resize(width, height);
          await still(page);
          expect(await faultsOf(page)).toEqual([]);
          expect(await overhangOf(page)).toBe(0);
        }
        for (const other of others) {
          await speak(bench.driver, other);
          await drawn(page);
          expect([other, await overhangOf(page)]).toEqual([other, 0]);
        }
      } finally {
        await page.close();
      }
    });
  });
}
