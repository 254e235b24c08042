/** What must hold on every page of the extension: nothing that axe finds, and no scrolling sideways on a narrow screen. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UiLanguage } from '../../extension/src/shared/i18n';
import { faultsOf, overhangOf } from './axe';
import type { Bench } from './browsers';
import type { OwnPage } from './own-page';
import { drawn, SHOWN_PAGES, speak } from './shown-pages';

/** A page of 1280 pixels at 400 % has these. */
const NARROW = { width: 320, height: 800 };

/**
 * Declares the checks of all pages in the state that the extension is in by then.
 *
 * @param spoken - the language in which axe looks at them; in the `others` they only have to fit.
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
        for (const isDark of [false, true]) {
          await bench.driver.prefersDark(isDark);
          await page.resize(shown.width, shown.height);
          await hasNoFault(page);
        }
        await page.resize(NARROW.width, NARROW.height);
        await hasNoFault(page);
        for (const other of others) await fits(bench, page, other);
      } finally {
        await page.close();
      }
    });
  });
}

async function hasNoFault(page: OwnPage): Promise<void> {
  await drawn(page);
  expect(await faultsOf(page)).toEqual([]);
  expect(await overhangOf(page)).toBe(0);
}

/** Words of another length: the page draws itself anew when the language changes. */
async function fits(bench: Bench, page: OwnPage, language: UiLanguage): Promise<void> {
  await speak(bench.driver, language);
  await drawn(page);
  expect([language, await overhangOf(page)]).toEqual([language, 0]);
}
