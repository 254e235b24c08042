import { beforeEach, describe, expect, test, vi } from 'vitest';
import { MOST_SILENCES, type Proposal } from '@/shared/silence';
import {
  addSilence,
  exportSilences,
  importSilences,
  loadSilences,
  onSilences,
  removeSilence,
} from '@/shared/storage/silence-store';
import { browser, reset } from '../../fake-browser';

vi.mock('@/shared/browser', () => import('../../fake-browser'));
vi.mock('@/shared/storage/device-key', () => import('../../fake-device-key'));

const words = (text: string, category = 'heated-slip'): Proposal => ({
  kind: 'words',
  rule: 'fr.heated-slip.insulte',
  title: 'Un mot vif',
  category,
  words: text,
});
const rule = (name: string): Proposal => ({ ...words(''), kind: 'rule', rule: name });
const file = (silences: unknown[], version: unknown = 1): string =>
  JSON.stringify({ porte_parole_silences: version, silences });

beforeEach(reset);

describe('silences', () => {
  test('are kept newest first, each once, and told', async () => {
    const told = vi.fn();
    onSilences(told, new AbortController().signal);
    await addSilence(words('crétin'));
    await addSilence(rule('en.rumour.hearsay'));
    await addSilence(words('  CRÉTIN '));

    expect((await loadSilences()).map((it) => (it.kind === 'rule' ? it.rule : it.words))).toEqual(['crétin', 'en.rumour.hearsay']);
    expect(told).toHaveBeenCalledTimes(3);
  });

  test('that are said yes to at once are both kept', async () => {
    await Promise.all([addSilence(words('a')), addSilence(words('b'))]);

    expect(await loadSilences()).toHaveLength(2);
  });

  test('of words that are none change nothing', async () => {
    await addSilence(words(' \n '));

    expect(await loadSilences()).toEqual([]);
  });

  test('are undone one by one', async () => {
    await addSilence(words('a'));
    await addSilence(rule('a'));
    const [newest] = await loadSilences();
    await removeSilence(newest!);

    expect(await loadSilences()).toEqual([expect.objectContaining({ words: 'a' })]);
  });

  test('never grow without end: the oldest goes', async () => {
    browser.storage.local.values['silences'] = Array.from({ length: MOST_SILENCES }, (_, at) => ({
      kind: 'words',
      words: `w${at}`,
      digest: null,
      atMs: 1,
    }));
    await addSilence(words('new'));
    const kept = await loadSilences();

    expect([kept.length, kept[0]]).toEqual([MOST_SILENCES, expect.objectContaining({ words: 'new' })]);
    expect(JSON.stringify(kept)).not.toContain(`"w${MOST_SILENCES - 1}"`);
  });

  test.each(['credentials-secrets', 'own-privacy', 'others-personal-data'])(
    'of %s are kept as a digest and a masked form, and nowhere as text',
    async (category) => {
      await addSilence(words('Été#77 2026', category));

      expect(await loadSilences()).toEqual([
        { kind: 'words', words: null, digest: expect.stringMatching(/^[0-9a-f]{64}$/), shown: '•••#•• ••••', atMs: expect.any(Number) },
      ]);
      expect(JSON.stringify(browser.storage.local.values)).not.toMatch(/t[ée]|#7/i);
    },
  );

  test.each([[null], ['x'], [[null, 1, { kind: 'words', words: '' }, { kind: 'rule', rule: 'a', title: 't', atMs: 1 }]]])(
    'stored as %j lose what is none',
    async (stored) => {
      browser.storage.local.values['silences'] = stored;

      expect((await loadSilences()).every((it) => it.kind === 'rule')).toBe(true);
    },
  );
});

describe('the file for another device', () => {
  test('brings words and advice there, and no digest', async () => {
    await addSilence(words('été'));
    await addSilence(rule('en.rumour.hearsay'));
    await addSilence(words('hunter2', 'credentials-secrets'));
    const text = await exportSilences();
    reset();

    expect(text).not.toMatch(/digest": "|•/);
    expect(await importSilences(text)).toEqual({ ok: true, value: 2 });
    expect((await loadSilences()).map(({ kind }) => kind)).toEqual(['rule', 'words']);
  });

  test('adds to what is there, and counts only what is new', async () => {
    await addSilence(words('here'));
    const text = file([
      { kind: 'words', words: 'HERE', digest: null, atMs: 1 },
      { kind: 'words', words: 'Edited  by hand', digest: null, atMs: 1 },
      { kind: 'words', words: 'edited by hand', digest: null, atMs: 2 },
    ]);

    expect(await importSilences(text)).toEqual({ ok: true, value: 1 });
    expect(await loadSilences()).toHaveLength(2);
  });

  test.each([
    ['', 'nothing'],
    ['{', 'broken'],
    ['[]', 'a list'],
    ['null', 'null'],
    [file([], 2), 'of a later version'],
    [file([{ kind: 'rule', rule: 'a', title: 't', atMs: 1, extra: 1 }]), 'with one key more'],
    [file([{ kind: 'words', words: null, digest: 'a'.repeat(64), shown: '•', atMs: 1 }]), 'with a digest'],
    [file([{ kind: 'words', words: 'x'.repeat(9000), digest: null, atMs: 1 }]), 'with words that are too long'],
    [file([{ kind: 'rule', rule: 'a', title: 't', atMs: 1 }, 7]), 'with one thing that is no silence'],
  ])('%s is refused as a whole: it is %s', async (text) => {
    expect(await importSilences(text)).toEqual({ ok: false, error: 'not_a_list' });
    expect(await loadSilences()).toEqual([]);
  });

  test('that is too long for the list is refused as a whole', async () => {
    await addSilence(words('here'));
    const many = Array.from({ length: MOST_SILENCES }, (_, at) => ({ kind: 'words', words: `w${at}`, digest: null, atMs: 1 }));

    expect(await importSilences(file(many))).toEqual({ ok: false, error: 'too_many' });
    expect(await importSilences(file([...many, many[0]]))).toEqual({ ok: false, error: 'too_many' });
    expect(await importSilences(file(many.slice(1)))).toEqual({ ok: true, value: MOST_SILENCES - 1 });
  });
});
