/** One browser with the built extension, the real server and the test pages: what each benchmark runs on. */
import { Composer } from '../browser/composer';
import { send, type Driver } from '../browser/driver';
import { launch } from '../browser/launch';
import { servePages, type PageServer } from '../browser/page-server';
import { findProgram, type BrowserName } from '../browser/programs';
import { freePort, Server } from '../browser/server';
import { until } from '../browser/until';

export interface Desk {
  readonly driver: Driver;
  readonly pages: PageServer;
  readonly server: Server;
}

/** Starts everything for as long as `use` runs; the extension is paired and watches `pages.watched`. */
export async function atDesk<T>(name: BrowserName, use: (desk: Desk) => Promise<T>): Promise<T> {
  const program = findProgram(name);
  if (program === null) throw new Error(`${name} is not installed`);
  const pages = await servePages();
  const server = new Server(await freePort());
  let driver: Driver | null = null;
  try {
    await server.start();
    driver = await launch(name, program, { language: 'en', dark: false, fineClock: true });
    await send(driver, 'addSite', { origin: pages.watched });
    const paired = await send(driver, 'pair', { code: server.pairingCode() });
    if (!paired.ok) throw new Error(`Not paired: ${paired.error}`);
    return await use({ driver, pages, server });
  } finally {
    await driver?.close();
    await server.remove();
    await pages.stop();
  }
}

/** Puts a text on the browser's clipboard; each editor then takes it in one paste. */
export function copy({ driver, pages }: Desk, text: string): Promise<void> {
  return Composer.use(driver, `${pages.unwatched}/textarea/`, null, async (composer) => {
    await composer.frame.evaluate((value) => ((window.page.editor as HTMLTextAreaElement).value = value), text);
    await composer.press('a', 'Control');
    await composer.press('c', 'Control');
  });
}

/** Pastes what was copied and waits until the editor holds it and `marks` words are marked. */
export async function paste(composer: Composer, length: number, marks: number): Promise<void> {
  await composer.press('v', 'Control');
  await until('the text is pasted', () => composer.model(), (model) => model.length >= length, 60_000);
  await marked(composer, marks);
}

export async function marked(composer: Composer, marks: number): Promise<void> {
  await until(`${marks} words are marked`, () => countMarks(composer), (count) => count === marks);
}

/** Not `marksOf`: in Chromium that one makes the browser report every later change of the page, which costs time on each key. */
async function countMarks(composer: Composer): Promise<number> {
  const highlighted = await composer.frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  if (composer.driver.name === 'chromium') return highlighted;
  const boxes = await composer.driver.inClosedRoots(composer.frame, (root) => root.querySelectorAll('.pp-1, .pp-2, .pp-3').length);
  return boxes.reduce((sum, count) => sum + count, highlighted);
}
