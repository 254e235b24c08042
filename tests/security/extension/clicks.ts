/** Clicks that a page steals, hides or makes up: none of them decides anything on the card. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bench } from '../../browser/browsers';
import { openCard, type OpenCard } from '../../browser/card';
import { Composer } from '../../browser/composer';
import { marksOf, riskyWordsMarked } from '../../browser/marks';
import { stays } from '../../browser/until';
import { RICH, serveHostile, type HostilePage } from './hostile-pages';

const POST = 'A teapot.';
/** Somewhat more than a card must have been open (`real-click.ts`). */
const NOTICED_MS = 600;

/** What a page does to hide the card from the person, and not from the pointer. */
const TRICKS: readonly { does: string; trick(): void }[] = [
  ...['opacity: 0', 'filter: opacity(0)', 'clip-path: inset(0 0 99% 99%)'].map((css) => ({
    does: `puts "${css}" on html and body`,
    trick: `for (const one of [document.documentElement, document.body]) one.setAttribute('style', ${JSON.stringify(css)})` as unknown as () => void,
  })),
  ...['opacity: 0', 'filter: opacity(0)', 'clip-path: inset(0 0 60% 0)', 'transform: translateX(40px)', 'mask-image: linear-gradient(transparent, transparent)'].map((css) => {
    const [name, value] = css.split(': ');
    const trick = `document.querySelector('porte-parole-card').style.setProperty(${JSON.stringify(name)}, ${JSON.stringify(value)}, 'important')`;
    return { does: `puts "${css}" on the card itself`, trick: trick as unknown as () => void };
  }),
];
const COVERS: readonly { does: string; trick(): void }[] = [
  { does: 'a popover', trick: coverWithPopover },
  { does: 'a modal dialog', trick: coverWithDialog },
];

export function clicks(bench: Bench): void {
  let page: HostilePage;
  beforeAll(async () => {
    page = await serveHostile(RICH);
  });
  afterAll(() => page.stop());

  const onCard = (use: (composer: Composer, card: OpenCard) => Promise<void>): Promise<void> =>
    Composer.use(bench.driver, page.watched, null, async (composer) => {
      await composer.type(POST);
      await riskyWordsMarked(composer);
      await use(composer, await openCard(composer, 'teapot'));
    });

  /** A click where "not this time" was seen, after the trick. */
  const clickAfter = async (trick: () => void): Promise<{ isInSight: boolean; hasCounted: boolean }> => {
    let told = { isInSight: false, hasCounted: false };
    await onCard(async (composer, card) => {
      const at = card.buttons.find(({ name }) => /not this time/i.test(name))!.point;
      await composer.page.mouse.move(at.x, at.y);
      // Within the button: around it the page's caret blinks.
      const clip = { x: at.x - 15, y: at.y - 7, width: 30, height: 14 };
      const look = async (): Promise<string> => String(await composer.page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false }));
      // The button changes its colour under the pointer, not all at once.
      await new Promise((done) => setTimeout(done, NOTICED_MS));
      const before = await look();
      await composer.frame.evaluate(trick);
      await new Promise((done) => setTimeout(done, NOTICED_MS));
      const isInSight = (await look()) === before;
      await composer.page.mouse.click(at.x, at.y);
      await composer.settle();
      told = { isInSight, hasCounted: (await marksOf(composer)).length === 0 };
    });
    return told;
  };

  it('I-09 a click on a card that nobody hides counts', async () => {
    expect(await clickAfter(() => undefined)).toEqual({ isInSight: true, hasCounted: true });
  });
  it.each(TRICKS)('I-09 a click counts only on a card in sight when the page $does', async ({ trick }) => {
    expect(await clickAfter(trick)).not.toEqual({ isInSight: false, hasCounted: true });
  });
  it.each(COVERS)('I-10 a click counts only on a card in sight when the page lays $does over it', async ({ trick }) => {
    expect(await clickAfter(trick)).not.toEqual({ isInSight: false, hasCounted: true });
  });

  it('I-11 clicks and keys that a page makes up decide nothing', () =>
    onCard(async (composer, card) => {
      await new Promise((done) => setTimeout(done, NOTICED_MS));
      await composer.frame.evaluate(makeUpClicks, card.buttons.map(({ point }) => point));
      await stays(async () => (await marksOf(composer)).length, 1, NOTICED_MS);
      await composer.holds(POST);
    }));
}

/** Runs in the page. */
function coverWithPopover(): void {
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText = 'pointer-events: none; inset: 0; width: 100vw; height: 100vh; background: red';
  document.body.append(cover);
  cover.showPopover();
}

/** Runs in the page. */
function coverWithDialog(): void {
  const cover = document.createElement('dialog');
  cover.style.cssText = 'pointer-events: none; inset: 0; width: 100vw; height: 100vh; background: red';
  document.body.append(cover);
  cover.showModal();
}

/** Runs in the page: clicks on everything of ours it can name, wherever a button is. */
function makeUpClicks(points: { x: number; y: number }[]): void {
  const ours = [...document.querySelectorAll<HTMLElement>('*')].filter(({ localName }) => localName.startsWith('porte-parole-'));
  for (const { x, y } of points) {
    for (const target of [...ours, ...document.elementsFromPoint(x, y)]) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, detail: 1 }));
      }
      if (target instanceof HTMLElement && ours.includes(target)) target.click();
    }
  }
  for (const key of ['Enter', 'Escape', ' ']) {
    for (const target of [...ours, document.body]) {
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    }
  }
}
