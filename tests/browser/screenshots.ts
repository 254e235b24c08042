/**
 * Pictures of everything a person sees, in both browsers, light and dark, English and French, for a human to judge.
 * `make screenshots`. They go to tests/browser/results/ (not in git).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cardOf } from './card';
import { Composer } from './composer';
import { send, type Driver, type Look } from './driver';
import { launch } from './launch';
import { marksOf } from './marks';
import { servePages, type PageServer } from './page-server';
import { findProgram, type BrowserName } from './programs';
import { freePort, Server } from './server';
import { until } from './until';

const RESULTS = fileURLToPath(new URL('./results/', import.meta.url));
const LOOKS: Look[] = [
  { language: 'en', dark: false },
  { language: 'fr', dark: true },
];
const POPUP = { width: 360, height: 520 };
const OPTIONS = { width: 900, height: 1000 };

const POSTS = {
  en: 'Between you and me, our boss is a complete idiot.\nWrite to me: BE68 5390 0754 7034',
  fr: 'Entre nous, le patron est un vrai crétin.\nMon compte : BE68 5390 0754 7034',
};

async function pictures(name: BrowserName, program: string, look: Look, pages: PageServer): Promise<void> {
  const save = (what: string, picture: Uint8Array): void => {
    writeFileSync(`${RESULTS}${name}-${look.language}-${look.dark ? 'dark' : 'light'}-${what}.png`, picture);
  };
  const server = new Server(await freePort(), ['--tools']);
  const driver = await launch(name, program, look);
  try {
    await server.start();
    save('popup-unpaired', await driver.pictureOf('popup.html', POPUP.width, POPUP.height));
    save('options-unpaired', await driver.pictureOf('options.html', OPTIONS.width, OPTIONS.height));
    await send(driver, 'addSite', { origin: pages.watched });
    await send(driver, 'pair', { code: server.pairingCode() });
    save('popup', await driver.pictureOf('popup.html', POPUP.width, POPUP.height));
    save('options', await driver.pictureOf('options.html', OPTIONS.width, OPTIONS.height));
    for (const folder of ['tiptap', 'textarea']) save(`card-${folder}`, await cardOn(driver, `${pages.watched}/${folder}/`, POSTS[look.language]));
    const practice = await driver.open(server.practicePage());
    await until('the practice page is drawn', () => practice.evaluate(() => document.body.innerText.length), (length) => length > 200);
    save('practice', await practice.screenshot());
  } finally {
    await driver.close();
    await server.remove();
  }
}

/** The card, opened by the mouse on the first marked words. */
const cardOn = (driver: Driver, url: string, post: string): Promise<Uint8Array> =>
  Composer.use(driver, url, null, async (composer) => {
    await composer.type(post);
    const [first] = await until('the words are marked', () => marksOf(composer), (marks) => marks.length === 2);
    const point = await composer.middleOf(first?.text ?? '');
    const hover = async (): Promise<unknown> => {
      await composer.page.mouse.move(point.x + 3, point.y);
      await composer.page.mouse.move(point.x, point.y);
      return cardOf(composer);
    };
    await until('the card opens', hover, Boolean);
    const moving = (): Promise<number[]> => driver.inClosedRoots(composer.frame, (root) => root.getAnimations().length);
    await until('the card is fully drawn', moving, (counts) => counts.every((count) => count === 0));
    return composer.page.screenshot();
  });

mkdirSync(RESULTS, { recursive: true });
const pages = await servePages();
try {
  for (const name of ['chromium', 'firefox'] as const) {
    const program = findProgram(name);
    if (!program) throw new Error(`${name} is not installed`);
    for (const look of LOOKS) await pictures(name, program, look, pages);
  }
} finally {
  await pages.stop();
}
