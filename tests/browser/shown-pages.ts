/** Every page of the extension, opened as a person meets it, for the checks and the pictures of all of them. */
import type { Page } from 'puppeteer-core';
import type { UiLanguage } from '../../extension/src/shared/i18n';
import type { Proposal } from '../../extension/src/shared/silence';
import { send, type Driver } from './driver';
import { openBeside, openInFront, type OwnPage } from './own-page';
import { until } from './until';

export interface ShownPage {
  readonly name: string;
  /** Pixels it is made for. */
  readonly width: number;
  readonly height: number;
  /** @param behind - the tab that popup and side panel are about. */
  open(driver: Driver, behind: Page): Promise<OwnPage>;
}

const PROPOSAL: Proposal = { kind: 'words', rule: 'parade', title: 'Marmot parade', category: 'heated-slip', words: 'marmot parade' };

const beside = (name: string, file: 'popup.html' | 'sidepanel.html', width: number, height: number): ShownPage => ({
  name,
  width,
  height,
  async open(driver, behind) {
    await behind.bringToFront();
    return openBeside(driver, file);
  },
});

const inTab = (name: string, file: string, height: number, then?: (page: OwnPage) => Promise<void>): ShownPage => ({
  name,
  width: 1000,
  height,
  async open(driver) {
    const page = await openInFront(driver, file);
    if (then) {
      await drawn(page);
      await then(page);
    }
    return page;
  },
});

export const SHOWN_PAGES: readonly ShownPage[] = [
  beside('popup', 'popup.html', 360, 560),
  beside('side panel', 'sidepanel.html', 380, 860),
  inTab('options', 'options.html', 3000),
  inTab('welcome', 'welcome.html', 1900),
  inTab('stored', 'stored.html', 1900),
  inTab('learn', 'learn.html', 1300),
  inTab('lesson', 'learn.html#heated-slip', 1300, answerAll),
  inTab('practice', 'practice.html', 950),
  { name: 'silence', width: 440, height: 360, open: openSilence },
];

/** Chooses every answer, right or not: each then says why. */
async function answerAll(page: OwnPage): Promise<void> {
  await page.evaluate("document.querySelectorAll('.answers button').forEach((button) => button.click())");
}

/** The window that asks whether a silence is meant; it opens at most once in two seconds. */
async function openSilence(driver: Driver): Promise<OwnPage> {
  await until('the window opens', () => proposed(driver), Boolean);
  return driver.ownPage('silence.html');
}

async function proposed(driver: Driver): Promise<boolean> {
  await send(driver, 'propose', PROPOSAL);
  return (await send(driver, 'proposal', null)) !== null;
}

/** Waits until the page says something, and the same thing for a moment. */
export async function drawn(page: OwnPage): Promise<void> {
  const said: string[] = [];
  const isStill = async (): Promise<boolean> => {
    said.unshift(await page.evaluate<string>("document.querySelector('main')?.innerText ?? ''"));
    const [now, ...before] = said.slice(0, 4);
    return now !== '' && before.length === 3 && before.every((text) => text === now);
  };
  await until('the page is drawn', isStill, Boolean);
  await still(page);
}

/** Brings to its end what changes slowly, colours and places: axe would judge what nobody is meant to read. */
export async function still(page: OwnPage): Promise<void> {
  await page.evaluate(`document.getAnimations().forEach((moving) => {
    if (moving.effect.getComputedTiming().endTime !== Infinity) moving.finish();
  })`);
}

const DAY_MS = 86_400_000;
const dayBefore = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** Puts into the browser what a person has after two months: silences, figures, lessons done, choices of their own. */
export async function fillStore(driver: Driver): Promise<void> {
  const now = Date.now();
  await storeLocally(driver, {
    settings_chosen: { reminders: dayBefore(40) },
    silences: [
      { kind: 'words', words: 'tin of sardines', digest: null, atMs: now - 2 * DAY_MS },
      { kind: 'words', words: null, digest: 'ab'.repeat(32), shown: 'BE•• •••• •••• ••••', atMs: now - 5 * DAY_MS },
      { kind: 'rule', rule: 'en.permanence.screenshot', title: 'A screenshot stays', atMs: now - 12 * DAY_MS },
    ],
    figures: { since: dayBefore(61), shown: 142, reworded: 31, dismissed: 58 },
    lessons: { 'own-privacy': dayBefore(3), rumour: dayBefore(2) },
    'mystery-box': { left: 'by another version' },
  });
}

/** The language of every page, and a choice of the person beside it. */
export const speak = (driver: Driver, language: UiLanguage): Promise<void> =>
  storeLocally(driver, { settings: { language, reminders: 'rare', official_accounts: ['@novassur', 'Novassur Belgique'] } });

export async function storeLocally(driver: Driver, things: object): Promise<void> {
  await driver.inExtension(`(globalThis.browser ?? chrome).storage.local.set(${JSON.stringify(things)})`);
}
