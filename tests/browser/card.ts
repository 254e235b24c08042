/** The card, as a person sees it: its text, and its buttons to click. It lives in a closed shadow root of ours. */
import type { Composer, Point } from './composer';
import { until } from './until';

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

/** Waits until no card is shown. */
export async function noCard(composer: Composer): Promise<void> {
  await until('the card closes', () => cardOf(composer), (card) => card === null);
}

/** Clicks the button of an open card that has this name. */
export async function clickButton(composer: Composer, card: OpenCard, name: RegExp): Promise<void> {
  const button = card.buttons.find((candidate) => name.test(candidate.name));
  if (!button) throw new Error(`no button ${name} among: ${card.buttons.map((candidate) => candidate.name).join(', ')}`);
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
