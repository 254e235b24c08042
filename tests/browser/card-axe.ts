/**
 * What must hold on everything of ours inside a page: nothing that axe finds, and the card fits a narrow screen. On the
 * practice page our roots are open, and axe looks into them; on other pages they are closed, and it gets an open copy.
 */
import { describe, expect, it } from 'vitest';
import { faultsOf, overhangOf } from './axe';
import type { Bench } from './browsers';
import { Composer } from './composer';
import type { Look } from './driver';
import { openInFront, type OwnPage } from './own-page';
import { drawn, speak, storeLocally } from './shown-pages';
import { until } from './until';

const LOOKS: readonly Look[] = [
  { language: 'en', dark: false },
  { language: 'fr', dark: true },
];

/** Pixels of a screen at 400 %. */
const NARROW = { width: 320, height: 640 };

export function theCard(bench: Bench): void {
  describe.each(LOOKS)('on the page, $language, dark: $dark', ({ language, dark }) => {
    const dress = async (): Promise<void> => {
      await bench.driver.prefersDark(dark);
      await speak(bench.driver, language);
    };

    it('card, sign and note have no fault', async () => {
      await dress();
      const page = await openInFront(bench.driver, 'practice.html');
      try {
        await write(page);
        for (const { width, height } of [{ width: 1000, height: 800 }, NARROW]) {
          await page.resize(width, height);
          await openCard(page);
          expect(await faultsOf(page)).toEqual([]);
          expect(await overhangOf(page)).toBe(0);
          expect(await page.evaluate(`${CARD}.scrollWidth <= innerWidth`)).toBe(true);
          await page.press('Escape');
        }
        await openCard(page);
        await page.evaluate(`${CARD}.querySelector('.dismiss').focus()`);
        await page.press('Enter');
        await isThere(page, "document.querySelector('porte-parole-card')?.shadowRoot.querySelector('.note')");
        expect(await faultsOf(page)).toEqual([]);
      } finally {
        await page.close();
      }
    });

    it('the reminder has no fault', async () => {
      await dress();
      await storeLocally(bench.driver, { reminders: null });
      await Composer.use(bench.driver, `${bench.pages.watched}/contenteditable/`, null, async (composer) => {
        await composer.type('Proud of the whole team today, and thanks to everybody.');
        const copied = (): Promise<boolean[]> => bench.driver.inClosedRoots(composer.frame, copyReminder);
        await until('a reminder is shown', copied, (roots) => roots.includes(true));
        const page = { evaluate: <T>(expression: string) => composer.page.evaluate(expression) as Promise<T> };
        // The page below it is a test's own, and not held to anything.
        expect((await faultsOf(page)).filter((fault) => fault.includes('porte-parole-line'))).toEqual([]);
        expect(await page.evaluate<string>("axe.utils.querySelectorAll(axe.setup(document.documentElement), '.line .text').length")).toBe(1);
      });
    });
  });
}

const CARD = "document.querySelector('porte-parole-card')?.shadowRoot.querySelector('[role=dialog]')";

async function isThere(page: OwnPage, expression: string): Promise<void> {
  await until(expression, () => page.evaluate(`Boolean(${expression})`), Boolean);
}

/** A risky post, with the caret behind its last words. */
async function write(page: OwnPage): Promise<void> {
  await drawn(page);
  await page.evaluate("document.querySelector('[contenteditable]').focus()");
  await page.type('Mind the marmot parade');
  await isThere(page, 'CSS.highlights.size > 0');
  await isThere(page, "document.querySelector('porte-parole-sign')?.shadowRoot.querySelector('.sign:not(.away)')");
}

/** Opens the card and waits until it stays: a window that has just changed its size closes it, and says so late. */
async function openCard(page: OwnPage): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))');
  const isOpen = async (): Promise<boolean> => {
    if (await page.evaluate<boolean>(`Boolean(${CARD}?.getRootNode().getAnimations().length === 0)`)) return true;
    await page.press('ArrowDown', 'Alt');
    return false;
  };
  await until('the card is open', isOpen, Boolean);
}

/** Runs in the page. @returns whether the root is that of a reminder that is shown. */
function copyReminder(root: ShadowRoot): boolean {
  if (!root.querySelector('.line:not(.away)')) return false;
  const copy = root.host.cloneNode() as HTMLElement;
  const open = copy.attachShadow({ mode: 'open' });
  open.adoptedStyleSheets = root.adoptedStyleSheets;
  open.append(...[...root.childNodes].map((node) => node.cloneNode(true)));
  root.host.after(copy);
  copy.showPopover();
  return true;
}
