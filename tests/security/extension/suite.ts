/** The cases of shared/reference/security.md section 13 that only a browser can show, in one browser. */
import { beforeAll, describe, expect } from 'vitest';
import { inBrowser } from '../../browser/browsers';
import { send } from '../../browser/driver';
import type { BrowserName } from '../../browser/programs';
import { brokenBuild } from './broken-build';
import { clicks } from './clicks';
import { decoys } from './decoys';
import { faults } from './faults';
import { forging } from './forging';
import { hiding } from './hiding';
import { hostileWords } from './hostile-words';
import { manifest } from './manifest';
import { nativeHost } from './native';
import { proxied } from './proxied';
import { roguePort } from './rogue-port';

export function security(name: BrowserName): void {
  describe('the manifest', () => manifest(name));
  inBrowser(name, (bench) => {
    beforeAll(async () => {
      expect(await send(bench.driver, 'pair', { code: bench.server.pairingCode() })).toMatchObject({ ok: true });
    });
    describe('what a page finds out', () => hiding(bench));
    describe('clicks', () => clicks(bench));
    describe('forged messages', () => forging(bench));
    describe('decoys', () => decoys(bench));
    describe('hostile words', () => hostileWords(bench));
    describe('a stranger on the port', () => roguePort(bench));
    describe('faults', () => faults(bench));
  });
  proxied(name);
  brokenBuild(name);
  nativeHost(name);
}
