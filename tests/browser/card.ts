/** The card, as a person sees it: its text, and its buttons to click. It lives in a closed shadow root of ours. */
import type { Composer, Point } from './composer';
import { stays, until } from './until';

/** Milliseconds after which a card hears a click that changes the text (`card/real-click.ts`), and some more. */
const READING_MS = 550;

export interface OpenCard {
  text: string;
  /** Name and middle of each button, pixels of the tab's viewport. */
  buttons: { name: string; point: Point }[];
}

/** The open card, or null when none is shown. */
export async function cardOf(composer: Composer): Promise<OpenCard | null> {
  const cards = await composer.driver.inClosedRoots(composer.frame, readCard);
  const card = cards.find((candidate) => candidate !== null) ?? null;
  if (card === null) return null;
  const inTab = card.buttons.map(async ({ name, point }) => ({ name, point: await composer.inTab(point) }));
  return { text: card.text, buttons: await Promise.all(inTab) };
}

/** Waits until a card is open whose text has all these words. */
export async function cardSaying(composer: Composer, ...words: string[]): Promise<OpenCard> {
  const says = (card: OpenCard | null): boolean => card !== null && words.every((word) => card.text.includes(word));
  return (await until(`a card says "${words.join('", "')}"`, () => cardOf(composer), says)) as OpenCard;
}

/** Opens the card of some marked words with the mouse alone: the caret stays where it is. */
export async function openCard(composer: Composer, words: string): Promise<OpenCard> {
  const hover = async (): Promise<OpenCard | null> => {
    const { x, y } = await composer.middleOf(words);
    await composer.page.mouse.move(x + 2, y);
    await composer.page.mouse.move(x, y);
    return cardOf(composer);
  };
  return (await until(`a card about "${words}"`, hover, (card) => isAbout(words, card))) as OpenCard;
}

/**
 * Asks for a suggestion, as a person does who goes on writing elsewhere: caret in another place, click on the wording. A
 * card closes when another answer comes, and hears no such click before one had time to read it.
 */
export async function askForSuggestion(composer: Composer, words: string, wording: string): Promise<void> {
  const read = async (): Promise<OpenCard | null> => {
    await openCard(composer, words);
    await stays(async () => (await cardOf(composer)) !== null, true, READING_MS);
    return cardOf(composer);
  };
  const card = await until(`the card about "${words}" stays`, read, (open) => isAbout(words, open));
  await clickButton(composer, card as OpenCard, new RegExp(wording));
}

function isAbout(words: string, card: OpenCard | null): boolean {
  return card !== null && card.text.toLowerCase().includes(words);
}

/** The same, until the person is told what came of it: until then the card, or what follows it, may lie over other words. */
export async function takeSuggestion(composer: Composer, words: string, wording: string): Promise<void> {
  await askForSuggestion(composer, words, wording);
  const told = (): Promise<boolean[]> =>
    composer.driver.inClosedRoots(composer.frame, (root) => Boolean(root.querySelector('.note, .result:not(:empty)')));
  await until('the person is told what came of it', told, (roots) => roots.includes(true));
}

/** Waits until no card is shown. */
export async function noCard(composer: Composer): Promise<void> {
  await until('the card closes', () => cardOf(composer), (card) => card === null);
}

/** Somewhat more than the card wants to have been open before a click counts, in milliseconds. */
const NOTICED_MS = 600;

/** Clicks the button of an open card that has this name. */
export async function clickButton(composer: Composer, card: OpenCard, name: RegExp): Promise<void> {
  const button = card.buttons.find((candidate) => name.test(candidate.name));
  if (!button) throw new Error(`no button ${name} among: ${card.buttons.map((candidate) => candidate.name).join(', ')}`);
  // A card that has only just come under the pointer takes no decision (reference/security.md 7).
  await new Promise((done) => setTimeout(done, NOTICED_MS));
  await composer.page.mouse.click(button.point.x, button.point.y);
}

/** Runs in the page. */
function readCard(root: ShadowRoot): OpenCard | null {
  const card = root.querySelector<HTMLElement>('[role="dialog"]');
  if (!card?.checkVisibility() || card.getBoundingClientRect().width === 0) return null;
  const buttons = [...card.querySelectorAll<HTMLElement>('button')].map((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return { name: (button.getAttribute('aria-label') ?? button.innerText).trim(), point: { x: left + width / 2, y: top + height / 2 } };
  });
  return { text: card.innerText, buttons };
}
