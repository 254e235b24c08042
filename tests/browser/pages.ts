/** What must hold on every page of the extension: nothing that axe finds, and no scrolling sideways on a narrow screen. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, overhangOf } from './axe';
import type { Bench } from './browsers';
import { LOOKS } from './looks';
import { drawn, SHOWN_PAGES, speak, type ShownPage } from './shown-pages';

/** A page of 1280 pixels at 400 % has these. */
const NARROW = 320;

/** Declares the checks of all pages, `when` the extension is in some state. */
export function everyPage(bench: Bench, when: string): void {
  describe.each(LOOKS)(`${when}, $language, dark: $dark`, ({ language, dark }) => {
    let behind: Page;
    beforeAll(async () => {
      await bench.driver.prefersDark(dark);
      await speak(bench.driver, language);
      behind = await bench.driver.open(`${bench.pages.watched}/textarea/`);
      await behind.click('textarea');
      await behind.keyboard.type('So a marmot parade came. Its teapot is on gravel');
    });
    afterAll(() => behind.close());

    it.each(SHOWN_PAGES)('$name', (shown) => hasNoFault(bench, shown, behind));
  });
}

async function hasNoFault(bench: Bench, shown: ShownPage, behind: Page): Promise<void> {
  const page = await shown.open(bench.driver, behind);
  try {
    await page.resize(shown.width, shown.height);
    await drawn(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.resize(NARROW, 800);
    expect(await overhangOf(page)).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
  } finally {
    await page.close();
  }
}
