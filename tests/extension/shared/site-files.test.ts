import { describe, expect, test } from 'vitest';
import type { ComposerEntry, SiteFile } from '@/shared/site-file';
import schema from '../../../extension/site-schema.json';
import { errorsIn } from './json-schema';

const FILES = Object.entries(import.meta.glob<SiteFile>('../../../extension/sites/*.json', { eager: true, import: 'default' })).map(
  ([path, file]) => ({ id: path.slice(path.lastIndexOf('/') + 1, -'.json'.length), file }),
);

const selectorsOf = ({ editor, around, publish, audience, account }: ComposerEntry): string[] => [
  editor,
  around,
  ...(publish?.selectors ?? []),
  ...('selector' in audience ? [audience.selector, ...Object.values(audience.when)] : []),
  ...(account === null ? [] : [account.selector, ...(account.official_when === null ? [] : [account.official_when])]),
];

describe.each(FILES)('$id.json', ({ id, file }) => {
  test('has the form of the schema', () => {
    expect(errorsIn(file, schema)).toEqual([]);
  });

  test('has only selectors that a browser understands', () => {
    const page = document.createElement('div');
    const wrong = [...file.composers.flatMap(selectorsOf), ...(file.also_when === null ? [] : [file.also_when])].filter((selector) => {
      try {
        page.querySelector(selector);
        return false;
      } catch {
        return true;
      }
    });

    expect(wrong).toEqual([]);
  });

  test('takes every message for private, and nothing else: a wrong "private" is worse than "unknown"', () => {
    const fixed = file.composers.filter(({ audience }) => 'fixed' in audience && audience.fixed === 'private');

    expect(fixed).toEqual(file.composers.filter(({ kind }) => kind === 'message'));
  });

  test('finds publish buttons in each of the four languages, or says that there is none', () => {
    const silent = file.composers.filter(({ publish }) => publish !== null && Object.values(publish.labels).some((labels) => labels.length === 0));

    expect(silent).toEqual([]);
  });

  test('gives no phrase to two audiences', () => {
    for (const { audience } of file.composers) {
      if ('fixed' in audience) continue;
      const phrases = Object.values(audience.words).flatMap((labels) => [...new Set(Object.values(labels).flat())]);

      expect(phrases.length, id).toBe(new Set(phrases).size);
    }
  });
});

test('every site of the issue has its file', () => {
  expect(FILES.map(({ id }) => id)).toEqual([
    'bluesky', 'discord', 'facebook', 'google-reviews', 'instagram', 'linkedin', 'mastodon', 'reddit', 'slack', 'threads', 'tiktok',
    'whatsapp', 'x', 'xing', 'youtube',
  ]);
});

test('no file asks for a whole company of hosts, or for mail and documents', () => {
  const patterns = FILES.flatMap(({ file }) => file.matches);

  expect(patterns.filter((pattern) => /google/.test(pattern) && !/^https:\/\/www\.google\.[a-z]+\/maps\/\*$/.test(pattern))).toEqual([]);
  expect(new Set(patterns).size).toBe(patterns.length);
});

test('the validator sees what is wrong', () => {
  const { file } = FILES[0]!;

  expect(errorsIn({ ...file, extra: 1, name: '', checked_on: 'soon', matches: ['https://*/*'] }, schema)).toHaveLength(4);
  expect(errorsIn({ ...file, composers: [{ ...file.composers[0], audience: { fixed: 'everybody' }, kind: 'poem' }] }, schema)).not.toEqual([]);
});
