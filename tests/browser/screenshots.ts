/**
 * Pictures of everything a person sees, in both browsers, light and dark, English and French, for a human to judge.
 * `make screenshots`. They go to tests/browser/results/ (not in git); `make screenshots ONLY=firefox` leaves out the other.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cardOf, clickButton, type OpenCard } from './card';
import { Composer } from './composer';
import { send, type Driver, type Look } from './driver';
import { launch } from './launch';
import { findProgram, type BrowserName } from './programs';
import { serveSecurely } from './secure-pages';
import { freePort, Server } from './server';
import { drawn, fillStore, SHOWN_PAGES, speak, storeLocally } from './shown-pages';
import { folderOf } from './site-clones';
import { until } from './until';

const RESULTS = fileURLToPath(new URL('./results/', import.meta.url));
const LOOKS: readonly Look[] = [
  { language: 'en', dark: false },
  { language: 'en', dark: true },
  { language: 'fr', dark: false },
  { language: 'fr', dark: true },
];
const UNPAIRED = ['popup', 'side panel', 'options', 'welcome'];

/** What somebody writes on X; the words whose card is shown; and a text that nothing is wrong with. */
const POSTS = {
  en: { risky: 'Third call today… Honestly, our customers are idiots. Write to me: BE68 5390 0754 7034', words: 'customers are idiots', harmless: 'Proud of the whole team today, and a lovely weekend to everybody!' },
  fr: { risky: 'Entre nous, le patron est un vrai crétin. Mon compte : BE68 5390 0754 7034', words: 'vrai crétin', harmless: 'Fière de toute l’équipe aujourd’hui, et bon week-end à tout le monde !' },
};

type Save = (what: string, picture: Uint8Array) => void;

async function picturesIn(driver: Driver, server: Server, port: number, look: Look, save: Save): Promise<void> {
  const clone = `https://x.com:${port}/?lang=${look.language}&composer=1`;
  await driver.prefersDark(look.dark);
  await speak(driver, look.language);
  await send(driver, 'unpair', null);
  await Composer.use(driver, clone, null, (composer) => picturesOfPages(driver, composer, UNPAIRED, (what, picture) => save(`unpaired-${what}`, picture)));
  await send(driver, 'pair', { code: server.pairingCode() });
  await Composer.use(driver, clone, null, (composer) => picturesOnPage(composer, look, save));
  await fillStore(driver);
  await Composer.use(driver, clone, null, async (composer) => {
    await composer.type(POSTS[look.language].risky);
    await composer.page.waitForFunction(() => CSS.highlights.size > 0);
    await picturesOfPages(driver, composer, SHOWN_PAGES.map(({ name }) => name), save);
  });
}

async function picturesOfPages(driver: Driver, behind: Composer, names: readonly string[], save: Save): Promise<void> {
  for (const shown of SHOWN_PAGES.filter(({ name }) => names.includes(name))) {
    const page = await shown.open(driver, behind.page);
    await page.resize(shown.width, shown.height);
    await drawn(page);
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    await page.resize(shown.width, height);
    await drawn(page);
    save(shown.name.replace(' ', '-'), await page.picture());
    await page.close();
  }
}

/** Sign, reminder, card, what follows a click on it, and the last look. */
async function picturesOnPage(composer: Composer, { language }: Look, save: Save): Promise<void> {
  const { risky, words, harmless } = POSTS[language];
  const picture = async (what: string): Promise<void> => {
    await until('nothing moves', () => stillness(composer), (counts) => counts.every((count) => count === 0));
    save(what, await composer.page.screenshot());
  };
  await storeLocally(composer.driver, { reminders: null });
  await composer.type(harmless);
  await shows(composer, (root) => root.querySelector('.line:not(.away)') !== null);
  await picture('reminder');
  await composer.press('a', 'Control');
  await composer.type(risky);
  const card = await pointAt(composer, words);
  await picture('card');
  await clickButton(composer, card, /not this time|cette fois/i);
  await shows(composer, (root) => root.querySelector('.note') !== null);
  await picture('note');
  await composer.click();
  await composer.page.hover('[data-testid=tweetButton]');
  await shows(composer, (root) => root.querySelector('[role=dialog]') !== null);
  await picture('last-look');
}

/** Opens the card of some words, whatever it says. */
async function pointAt(composer: Composer, words: string): Promise<OpenCard> {
  const hover = async (): Promise<OpenCard | null> => {
    const { x, y } = await composer.middleOf(words);
    await composer.page.mouse.move(x + 2, y);
    await composer.page.mouse.move(x, y);
    return cardOf(composer);
  };
  return (await until('the card opens', hover, Boolean)) as OpenCard;
}

/** Waits until something of ours is in the page. `what` must not use anything from outside itself. */
const shows = (composer: Composer, what: (root: ShadowRoot) => boolean): Promise<boolean[]> =>
  until('it is shown', () => composer.driver.inClosedRoots(composer.frame, what), (roots) => roots.includes(true));

const stillness = (composer: Composer): Promise<number[]> =>
  composer.driver.inClosedRoots(composer.frame, (root) => root.getAnimations().length);

async function pictures(name: BrowserName, program: string): Promise<void> {
  const pages = await serveSecurely(folderOf);
  const server = new Server(await freePort());
  const driver = await launch(name, program, { language: 'en', dark: false, everyHostIsHere: true });
  try {
    await server.start();
    for (const look of LOOKS) {
      const label = `${name}-${look.language}-${look.dark ? 'dark' : 'light'}`;
      await picturesIn(driver, server, pages.port, look, (what, picture) => writeFileSync(`${RESULTS}${label}-${what}.png`, picture));
    }
  } finally {
    await driver.close();
    await server.remove();
    await pages.stop();
  }
}

mkdirSync(RESULTS, { recursive: true });
for (const name of ['chromium', 'firefox'] as const) {
  const program = findProgram(name);
  if (!program) throw new Error(`${name} is not installed`);
  if ((process.env['ONLY'] ?? name) === name) await pictures(name, program);
}
