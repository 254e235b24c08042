/** Fields that are none of our business, and pages that bend the tools of the trade before we come. */
import { expect, it } from 'vitest';
import type { Bench } from '../../browser/browsers';
import { openCard } from '../../browser/card';
import { Composer } from '../../browser/composer';
import { marksOf, riskyWordsMarked } from '../../browser/marks';
import { stays, until } from '../../browser/until';
import { PLAIN_FIELD, RICH, serveHostile } from './hostile-pages';
import { Rogue, says } from './rogue';

const SIZE = 'style="display: block; width: 300px; height: 60px"';
/** Each stands in a page beside an ordinary composer. */
const PRIVATE_FIELDS = [
  `<input class="decoy" type="password" ${SIZE}>`,
  `<input class="decoy" type="text" autocomplete="cc-number" ${SIZE}>`,
  `<input class="decoy" type="search" ${SIZE}>`,
  `<input class="decoy" type="email" ${SIZE}>`,
  `<input class="decoy" type="text" ${SIZE}>`,
  `<textarea class="decoy" autocomplete="section-a cc-number" ${SIZE}></textarea>`,
  `<textarea class="decoy" autocomplete="one-time-code" ${SIZE}></textarea>`,
  `<textarea class="decoy" autocomplete="current-password" ${SIZE}></textarea>`,
  `<textarea class="decoy" style="width: 1px; height: 1px; padding: 0; border: 0"></textarea>`,
  `<div class="decoy" contenteditable="true" role="searchbox" ${SIZE}></div>`,
  `<div class="decoy" contenteditable="true" role="textbox" style="width: 1px; height: 1px; overflow: hidden"></div>`,
];
/** Longer than the pause before a request. */
const ASKED_BY_MS = 700;

export function decoys(bench: Bench): void {
  it('I-17 passwords, card numbers, codes, searches, addresses and hidden fields are never read; the field beside them is', async () => {
    await bench.server.stop();
    const listener = await Rogue.on(bench.server.port, says('401 Unauthorized', '{}'));
    const page = await serveHostile(PLAIN_FIELD + PRIVATE_FIELDS.join(''));
    try {
      await Composer.use(bench.driver, page.watched, null, async (composer) => {
        for (const at of PRIVATE_FIELDS.keys()) {
          await composer.frame.evaluate((index) => document.querySelectorAll<HTMLElement>('.decoy')[index]!.focus(), at);
          await composer.type('teapot 4111');
        }
        await stays(async () => listener.requests, 0, ASKED_BY_MS);
      });
      await Composer.use(bench.driver, `${bench.pages.unwatched}/textarea/`, null, async (composer) => {
        const before = listener.requests;
        await composer.type('secret teapot');
        await stays(async () => listener.requests, before, ASKED_BY_MS);
      });
      await Composer.use(bench.driver, `${bench.pages.watched}/textarea/`, null, async (composer) => {
        const before = listener.requests;
        await composer.type('A teapot');
        await until('the ordinary field is read', async () => listener.requests, (requests) => requests > before);
      });
    } finally {
      await page.stop();
      await listener.stop();
      await bench.server.start();
    }
  });

  it('I-17 a text area that shows dots for letters is a password field and is not read', async () => {
    const page = await serveHostile(`<textarea style="-webkit-text-security: disc"></textarea>`);
    await Composer.use(bench.driver, page.watched, null, async (composer) => {
      await composer.type('My teapot');
      await stays(() => marksOf(composer), [], ASKED_BY_MS);
    });
    await page.stop();
  });

  it.each([
    ['rich', RICH],
    ['plain', PLAIN_FIELD],
  ])('I-08 a page that bends the prototypes first gets no shadow root and none of our words: %s composer', async (_kind, field) => {
    const page = await serveHostile(field, poison);
    await Composer.use(bench.driver, page.watched, null, async (composer) => {
      await composer.type('A teapot.');
      await riskyWordsMarked(composer);
      await openCard(composer, 'teapot');
      const stolen = await composer.frame.evaluate(() => (window as unknown as { stolen: string[] }).stolen);
      expect(stolen.filter((one) => /boil|cup of tea|porte-parole|#shadow-root/i.test(one))).toEqual([]);
      expect(await composer.frame.evaluate(() => [...document.querySelectorAll('*')].filter((one) => one.shadowRoot !== null).length)).toBe(0);
      expect(await marksOf(composer)).toHaveLength(1);
    });
    await page.stop();
  });
}

/** Runs in the page before us: whoever calls these gives away what he does. */
function poison(): void {
  const stolen: string[] = [];
  Object.assign(window, { stolen });
  const tap = (owner: object, name: string): void => {
    const real = (owner as Record<string, (...args: unknown[]) => unknown>)[name]!;
    const value = function (this: unknown, ...args: unknown[]): unknown {
      const told = args.map((one) => (one instanceof Node ? `${one.nodeName} ${one.textContent}` : String(one)));
      stolen.push(`${name} ${this instanceof Node ? this.nodeName : ''} ${told.join()}`);
      return real.apply(this, name === 'attachShadow' ? [{ mode: 'open' }] : args);
    };
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  };
  for (const name of ['attachShadow', 'append', 'replaceChildren', 'setAttribute', 'matches', 'checkVisibility']) tap(Element.prototype, name);
  for (const name of ['appendChild', 'insertBefore', 'getRootNode']) tap(Node.prototype, name);
  for (const name of ['createElement', 'createTextNode', 'createRange']) tap(Document.prototype, name);
  for (const name of ['showPopover', 'hidePopover', 'click', 'focus']) tap(HTMLElement.prototype, name);
  for (const name of ['addEventListener', 'dispatchEvent']) tap(EventTarget.prototype, name);
  for (const name of ['define', 'get', 'whenDefined']) tap(CustomElementRegistry.prototype, name);
  for (const name of ['stringify', 'parse']) tap(JSON, name);
  for (const name of ['replaceSync']) tap(CSSStyleSheet.prototype, name);
}
