/** The whole suite of one browser, in the order its states need: first without a key, then with one. */
import { beforeAll, describe, expect } from 'vitest';
import { badInput } from './bad-input';
import { everyBehaviour } from './behaviours';
import { inBrowser } from './browsers';
import { COMPOSERS } from './composers';
import { send } from './driver';
import type { BrowserName } from './programs';
import { everyReplacement } from './replacing';
import { sharpScreenBehaviours } from './sharp-screen';
import { afterPairing, beforePairing } from './states';
import { textFieldBehaviours } from './text-field';

export function theWholeWay(name: BrowserName): void {
  inBrowser(name, (bench) => {
    describe('before pairing', () => beforePairing(bench));

    describe('after pairing', () => {
      beforeAll(async () => {
        const paired = await send(bench.driver, 'pair', { code: bench.server.pairingCode() });
        expect(paired).toEqual({ ok: true, value: { port: bench.server.port } });
      });
      describe('states', () => afterPairing(bench));
      describe('text field', () => textFieldBehaviours(bench));
      describe('sharp screen', () => sharpScreenBehaviours(bench));
      describe('bad input', () => badInput(bench));
      describe('suggestions', () => everyReplacement(bench));
      for (const composer of COMPOSERS) describe(composer.name, () => everyBehaviour(bench, composer));
    });
  });
}
