/** Words and addresses out of a hostile rule: on the card they are words, and lead nowhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bench } from '../../browser/browsers';
import { openCard } from '../../browser/card';
import { Composer } from '../../browser/composer';
import { marksOf } from '../../browser/marks';
import { Server } from '../../browser/server';
import { until } from '../../browser/until';
import { answering } from './forger';
import { Rogue } from './rogue';

const MARKUP = '<img src=x onerror="document.title=1"><b>bold</b><script>document.title=2</script>';
const RULE = `- id: trap
  kind: phrase
  any_of: [gingerbread]
  severity: high
  confidence: "0.9"
  title: {fr: '<b>Gingerbread</b>', en: '<b>Gingerbread</b>'}
  message: {fr: '${MARKUP}', en: '${MARKUP}'}
  advice: {fr: '<i>non</i>', en: '<i>no</i>'}
  suggestions: ['<u>cake</u>']
  url: https://example.org/?a='+document.title+'
  examples:
    hit: ["Some [[gingerbread]]."]
    pass: ["Some ginger bread."]
`;
const BAD_ADDRESSES = ['javascript:document.title=4', 'data:text/html,<script>1</script>', 'http://example.org/', '//example.org'];

export function hostileWords(bench: Bench): void {
  const rules = mkdtempSync(join(tmpdir(), 'porte-parole-rules-'));
  beforeAll(() => {
    mkdirSync(join(rules, 'neutral'));
    writeFileSync(join(rules, 'neutral', 'heated-slip.yml'), RULE);
    return bench.server.stop();
  });
  afterAll(() => {
    rmSync(rules, { recursive: true });
    return bench.server.start();
  });
  const onPage = (use: (composer: Composer) => Promise<void>): Promise<void> =>
    Composer.use(bench.driver, `${bench.pages.watched}/contenteditable/`, null, async (composer) => {
      await composer.type('Some gingerbread.');
      await until('a mark', () => marksOf(composer), ({ length }) => length === 1);
      await use(composer);
    });
  const made = (composer: Composer): Promise<string[]> =>
    composer.driver.inClosedRoots(composer.frame, (root) => [...root.querySelectorAll('img, b, i, u, script')].map(({ tagName }) => tagName)).then((roots) => roots.flat());
  const links = (composer: Composer): Promise<string[]> =>
    composer.driver.inClosedRoots(composer.frame, (root) => [...root.querySelectorAll('a')].map(({ href, rel }) => `${href} ${rel}`)).then((roots) => roots.flat());

  it('I-06 markup in the words of a rule is shown letter by letter', async () => {
    const server = new Server(bench.server.port, ['--rules', rules], bench.server.home);
    await server.start();
    await onPage(async (composer) => {
      const card = await openCard(composer, 'gingerbread');
      expect(card.text).toContain(MARKUP);
      expect(card.text).toContain('<u>cake</u>');
      expect(await made(composer)).toEqual([]);
      expect(await composer.page.title()).not.toMatch(/^\d$/);
    }).finally(() => server.stop());
  });

  it.each(BAD_ADDRESSES)('I-07 an address such as "%s" becomes no link, even from a server that holds our key', async (url) => {
    const report = {
      ...{ score: 90, level: 'alert', language: 'en', tiers: ['rules'] },
      findings: [
        {
          ...{ rule: 'trap', origin: 'company', category: 'heated-slip', severity: 'high', confidence: 0.9, start: 5, end: 16 },
          ...{ title: 'gingerbread', message: MARKUP, advice: '', suggestions: [], lesson: null, url, reasons: [] },
        },
      ],
    };
    const rogue = await Rogue.on(bench.server.port, answering(bench.server.pairingCode(), report));
    await onPage(async (composer) => {
      await openCard(composer, 'gingerbread');
      expect(await links(composer)).toEqual([]);
      expect(await made(composer)).toEqual([]);
    }).finally(() => rogue.stop());
  });
}
