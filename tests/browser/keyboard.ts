/**
 * Everything one does with Porte-parole, by keys alone: no test here touches the mouse. Browsers keep two things from
 * automation: their own shortcuts (here the message that the background sends for them) and opening popup and panel.
 */
import { beforeAll, expect, it } from 'vitest';
import english from '../../extension/locales/en/card.json';
import type { Command, Notice } from '../../extension/src/shared/notices';
import type { Bench } from './browsers';
import { cardSaying, noCard } from './card';
import { Composer } from './composer';
import { liveLists } from './live-list';
import { marksOf, riskyWordsMarked } from './marks';
import { openBeside, openInFront, type OwnPage } from './own-page';
import { drawn, speak } from './shown-pages';
import { until, untilEqual } from './until';

const POST = 'So a marmot parade came.\nIts teapot';

/** More than any of our pages has stops. */
const MOST_STOPS = 60;
/** `silence` takes no "yes" before one had time to read it; in milliseconds, and some more. */
const READING_MS = 700;

export function theKeyboard(bench: Bench): void {
  beforeAll(() => speak(bench.driver, 'en'));

  it.each(['lexical/?undo=300', 'textarea/'])('on the card, in %s', (path) =>
    inComposer(bench, path, async (composer) => {
      await takesASuggestion(composer);
      await goesThroughMarks(bench, composer);
      await leavesOneAlone(bench, composer);
    }));

  it('for good, and back again in the options', () =>
    inComposer(bench, 'lexical/', async (composer) => {
      await silencesForGood(bench, composer);
      await undoesInOptions(bench, composer);
    }));

  it.each(['popup.html', 'sidepanel.html'] as const)('from the list of the %s to the words', (file) =>
    inComposer(bench, 'lexical/', async (composer) => {
      const list = await openBeside(bench.driver, file);
      try {
        await until('the list is there', () => list.evaluate<string>('document.body.innerText'), (text) => text.includes('teapot'));
        if (file === 'sidepanel.html') {
          await tabIn(list, /teapot/i);
          await list.press('Enter');
        }
        await tabIn(list, file === 'popup.html' ? /teapot/i : /show in the page/i);
        // The popup closes itself at once.
        await list.press('Enter').catch(() => undefined);
        await cardSaying(composer, 'A teapot may boil over');
      } finally {
        await list.close().catch(() => undefined);
      }
    }));

  it('the browser has keys for the commands', async () => {
    const commands = "(globalThis.browser ?? chrome).commands.getAll().then((all) => all.map(({ name, shortcut }) => `${name} ${shortcut}`))";
    const expected = ['next_mark Alt+Shift+J', 'previous_mark Alt+Shift+K', 'open_card Alt+Shift+L'];
    expect(await bench.driver.inExtension(commands)).toEqual(expect.arrayContaining(expected));
  });
}

/** A page just loaded: Tab leads to the composer, and the post is typed. */
async function inComposer(bench: Bench, path: string, use: (composer: Composer) => Promise<void>): Promise<void> {
  await Composer.use(bench.driver, `${bench.pages.watched}/${path}`, null, async (composer) => {
    await composer.page.reload();
    await until('the editor is there', () => composer.frame.evaluate(() => Boolean(window.page?.editor)), Boolean);
    await composer.press('Tab');
    expect(await composer.focusAndSelection()).toMatch(/^editor/);
    await composer.type(POST);
    await composer.holds(POST);
    await riskyWordsMarked(composer);
    await use(composer);
  });
}

/** Alt+ArrowDown into the card, Tab round it, Enter on the wording; and back with the editor's own undo. */
async function takesASuggestion(composer: Composer): Promise<void> {
  await composer.press('ArrowDown', 'Alt');
  const card = await cardSaying(composer, 'A teapot may boil over');
  const first = await until('focus is in the card', () => stopIn(composer), (stop) => stop !== '');
  const stops = [first];
  for (let next = await tabbed(composer); next !== first; next = await tabbed(composer)) stops.push(next);
  expect(stops.sort()).toEqual(card.buttons.map(({ name }) => name).sort());
  expect(stops).toEqual(expect.arrayContaining([english.card_not_this_time, english.card_never_words, english.card_rule_off]));
  await tabTo(composer, /cup of tea/);
  await composer.press('Enter');
  await composer.holds(POST.replace('teapot', 'cup of tea'));
  await until('focus is in the editor', () => composer.focusAndSelection(), (focus) => focus.startsWith('editor'));
  await composer.press('z', 'Control');
  await composer.holds(POST);
  await riskyWordsMarked(composer);
}

/** The commands go round, without taking the focus; Escape gives everything back. */
async function goesThroughMarks(bench: Bench, composer: Composer): Promise<void> {
  // The answer to what was undone closes a card.
  await until('the text is checked', () => liveLists(bench.driver, composer.url), ([list]) => list?.state === 'checked');
  const before = await composer.focusAndSelection();
  await command(bench, composer, 'next_mark');
  await cardSaying(composer, 'A marmot parade gets noticed');
  await command(bench, composer, 'next_mark');
  await cardSaying(composer, 'A teapot may boil over');
  await command(bench, composer, 'previous_mark');
  await cardSaying(composer, 'A marmot parade gets noticed');
  expect(await composer.focusAndSelection()).toBe(before);
  await command(bench, composer, 'open_card');
  await until('focus is in the card', () => stopIn(composer), Boolean);
  await composer.press('Escape');
  await noCard(composer);
  await untilEqual('focus and selection', () => composer.focusAndSelection(), before);
}

/** "Not this time", and its undo. */
async function leavesOneAlone(bench: Bench, composer: Composer): Promise<void> {
  const before = await composer.focusAndSelection();
  await command(bench, composer, 'next_mark');
  await command(bench, composer, 'open_card');
  await tabTo(composer, exactly(english.card_not_this_time));
  await composer.press('Enter');
  await untilEqual('the marks that are left', () => wordsMarked(composer), ['teapot']);
  await tabTo(composer, exactly(english.card_undo));
  await composer.press('Enter');
  await riskyWordsMarked(composer);
  await untilEqual('focus and selection', () => composer.focusAndSelection(), before);
}

async function silencesForGood(bench: Bench, composer: Composer): Promise<void> {
  await command(bench, composer, 'next_mark');
  await command(bench, composer, 'open_card');
  await tabTo(composer, exactly(english.card_never_words));
  await composer.press('Enter');
  const window = await bench.driver.ownPage('silence.html');
  await drawn(window);
  expect(await focusOn(window)).toMatch(/no/i);
  await new Promise((done) => setTimeout(done, READING_MS));
  await tabIn(window, /yes/i);
  // The window closes itself at the key, sometimes before the key is up; the marks say whether it took it.
  await window.press('Enter').catch(() => undefined);
  await untilEqual('the marks that are left', () => wordsMarked(composer), ['teapot']);
}

async function undoesInOptions(bench: Bench, composer: Composer): Promise<void> {
  const options = await openInFront(bench.driver, 'options.html');
  await drawn(options);
  await tabIn(options, /undo.*marmot parade/i);
  await options.press('Enter');
  await until('it is gone from the list', () => options.evaluate<string>('document.body.innerText'), (text) => !text.includes('marmot parade'));
  await options.close();
  await composer.page.bringToFront();
  await riskyWordsMarked(composer);
}

async function command(bench: Bench, composer: Composer, name: Command): Promise<void> {
  const notice: Notice = { notice: 'command', command: name };
  await bench.driver.inExtension(`(async () => {
    const { tabs } = globalThis.browser ?? chrome;
    const tab = (await tabs.query({})).find(({ url }) => url === ${JSON.stringify(composer.url)});
    await tabs.sendMessage(tab.id, ${JSON.stringify(notice)}).catch(() => undefined);
  })()`);
}

/** The name of what has the focus in our card or note; '' when it is elsewhere. */
async function stopIn(composer: Composer): Promise<string> {
  const names = await composer.driver.inClosedRoots(composer.frame, ({ activeElement }) =>
    activeElement instanceof HTMLElement ? (activeElement.getAttribute('aria-label') ?? activeElement.innerText).trim() : '',
  );
  return names.find((name) => name !== '') ?? '';
}

async function tabbed(composer: Composer): Promise<string> {
  await composer.press('Tab');
  return stopIn(composer);
}

async function tabTo(composer: Composer, name: RegExp): Promise<void> {
  await until('focus is in the card', () => stopIn(composer), Boolean);
  await tabThrough(name, () => stopIn(composer), () => composer.press('Tab'));
}

const tabIn = (page: OwnPage, name: RegExp): Promise<void> => tabThrough(name, () => focusOn(page), () => page.press('Tab'));

async function tabThrough(name: RegExp, focused: () => Promise<string>, press: () => Promise<void>): Promise<void> {
  const seen: string[] = [];
  while (seen.length < MOST_STOPS) {
    const stop = await focused();
    if (name.test(stop)) return;
    seen.push(stop);
    await press();
  }
  throw new Error(`Tab never comes to ${name}, only to: ${[...new Set(seen)].join(', ')}`);
}

const focusOn = (page: OwnPage): Promise<string> =>
  page.evaluate("(({ activeElement: stop }) => stop.getAttribute('aria-label') ?? (stop === document.body ? '' : stop.innerText))(document)");

const exactly = (name: string): RegExp => new RegExp(`^${name}$`);

const wordsMarked = async (composer: Composer): Promise<string[]> => (await marksOf(composer)).map(({ text }) => text);
