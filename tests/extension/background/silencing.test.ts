import { beforeEach, describe, expect, test, vi } from 'vitest';
import { withoutSilenced } from '@/background/silencing';
import type { Proposal } from '@/shared/silence';
import { addSilence } from '@/shared/storage/silence-store';
import type { Finding, Report, Severity } from '@/shared/wire';
import { finding } from '../content/fakes';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/shared/storage/device-key', () => import('../fake-device-key'));

const found = (start: number, end: number, rule: string, severity: Severity): Finding => ({ ...finding(start, end), rule, severity });
const TEXT = 'Quel CRÉ\u00a0 TIN, mdp hunter2';
const REPORT: Report = {
  score: 80,
  level: 'alert',
  language: 'fr',
  tiers: ['rules'],
  findings: [found(19, 26, 'secret', 'high'), found(5, 13, 'insult', 'medium')],
};
const silence = (change: Partial<Proposal>): Promise<void> =>
  addSilence({ kind: 'words', rule: 'r', title: 't', category: 'heated-slip', words: '', ...change });
const rulesLeft = async (): Promise<string[]> => (await withoutSilenced(REPORT, TEXT)).findings.map(({ rule }) => rule);

beforeEach(reset);

describe('a report', () => {
  test('without silences is the very same', async () => {
    expect(await withoutSilenced(REPORT, TEXT)).toBe(REPORT);
  });

  test('loses silenced words, however they are written', async () => {
    await silence({ words: 'cré tin' });

    expect(await rulesLeft()).toEqual(['secret']);
  });

  test('keeps words that only contain silenced ones', async () => {
    await silence({ words: 'tin' });

    expect(await rulesLeft()).toEqual(['secret', 'insult']);
  });

  test('loses a silenced secret, which is known by its digest only', async () => {
    await silence({ words: 'Hunter2', category: 'credentials-secrets' });

    expect(await rulesLeft()).toEqual(['insult']);
    expect((await withoutSilenced(REPORT, TEXT)).level).toBe('warning');
  });

  test('loses an advice that was turned off, whatever its words', async () => {
    await silence({ kind: 'rule', rule: 'insult' });

    expect(await rulesLeft()).toEqual(['secret']);
  });

  test('in which nothing is left is clear', async () => {
    await silence({ kind: 'rule', rule: 'insult' });
    await silence({ kind: 'rule', rule: 'secret' });

    expect(await withoutSilenced(REPORT, TEXT)).toMatchObject({ findings: [], level: 'clear', score: 0 });
    expect(browser.storage.local.values['silences']).toHaveLength(2);
  });
});
