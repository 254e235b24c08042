/** The reasons why a text is not checked, each told to the person; run once per browser, in a text field. */
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import english from '../../extension/locales/en/states.json';
import type { ServerState } from '../../extension/src/shared/messages';
import { MAX_TEXT_UTF16 } from '../../extension/src/shared/wire';
import type { Bench } from './browsers';
import { Composer } from './composer';
import { toolbar, type Toolbar } from './driver';
import { marksOf, riskyIn } from './marks';
import { Server } from './server';
import { until, untilEqual } from './until';

const inTextarea = (bench: Bench, use: (composer: Composer) => Promise<void>): Promise<void> =>
  Composer.use(bench.driver, `${bench.pages.watched}/textarea/`, null, use);

/** Waits until the icon says this state in its own words and its own sign; nothing is marked then. */
async function notChecked(bench: Bench, composer: Composer, state: ServerState): Promise<void> {
  const title = english[`state_${state}_title`];
  const says = (icon: Toolbar): boolean => icon.state === state && icon.title.includes(title) && icon.badge !== '';
  const seen = await until(`the toolbar says ${state}`, () => toolbar(bench.driver, composer.url), says);
  expect(seen.findings).toBe(0);
  await untilEqual('marks', () => marksOf(composer), []);
}

/** Waits until the risky words of `text` are marked and the icon is back to its ordinary state. */
async function checked(bench: Bench, composer: Composer, text: string): Promise<void> {
  await untilEqual('marks', () => marksOf(composer), riskyIn(text));
  await until('the toolbar is active', () => toolbar(bench.driver, composer.url), ({ state }) => state === 'active');
}

/** Before any key was pasted. */
export function beforePairing(bench: Bench): void {
  it('says that it is not configured, and does not touch the typing', () =>
    inTextarea(bench, async (composer) => {
      await composer.type('Mind the teapot');
      await notChecked(bench, composer, 'not_configured');
      expect(await composer.model()).toBe('Mind the teapot');
    }));
}

/** With the right key in the extension. */
export function afterPairing(bench: Bench): void {
  it('trusts nobody who merely answers on the port, and shows them no text', async () => {
    const bodies: string[] = [];
    const squatter = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk)).on('end', () => {
        bodies.push(body);
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"score":0,"level":"clear","language":"en","tiers":[],"findings":[]}');
      });
    });
    await bench.server.stop();
    await new Promise<void>((resolve) => squatter.listen(bench.server.port, '127.0.0.1', resolve));
    try {
      await inTextarea(bench, async (composer) => {
        await composer.type('Mind the teapot');
        await notChecked(bench, composer, 'not_authenticated');
      });
      expect(bodies.length).toBeGreaterThan(0);
      expect(bodies.join()).not.toContain('teapot');
    } finally {
      squatter.closeAllConnections();
      await new Promise((resolve) => squatter.close(resolve));
      await bench.server.start();
    }
  });

  it('says so when the server has another key', async () => {
    const stranger = new Server(bench.server.port);
    stranger.pairingCode();
    await bench.server.stop();
    await stranger.start();
    try {
      await inTextarea(bench, async (composer) => {
        await composer.type('Mind the teapot');
        await notChecked(bench, composer, 'not_authenticated');
      });
    } finally {
      await stranger.remove();
      await bench.server.start();
    }
  });

  it('says that a text is too long, and checks it again once it is not', () =>
    inTextarea(bench, async (composer) => {
      const start = 'The teapot ';
      await composer.type(start);
      await checked(bench, composer, start);
      const rest = 'a'.repeat(MAX_TEXT_UTF16 + 1 - start.length);
      await composer.frame.evaluate((pasted) => document.execCommand('insertText', false, pasted), rest);
      expect((await composer.model()).length).toBe(MAX_TEXT_UTF16 + 1);
      await notChecked(bench, composer, 'text_too_long');
      await composer.press('Backspace');
      await checked(bench, composer, start);
    }));
}
