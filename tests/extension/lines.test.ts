import { describe, expect, it } from 'vitest';

interface Lines {
  notice: string;
  lines: { id: string; when: string[]; encourages: boolean; text: string }[];
}

const FILES = import.meta.glob<Lines>('../../extension/lines/*.json', { eager: true, import: 'default' });
const LINES = Object.entries(FILES).map(([path, file]) => [path.slice(-'fr.json'.length, -'.json'.length), file] as const);
const FRENCH = FILES['../../extension/lines/fr.json']!;

const CONDITIONS = [
  'any',
  'audience_public',
  'audience_friends',
  'audience_group',
  'audience_unknown',
  'official',
  'account_changed',
  'names_company',
  'heated',
  'first_here',
  'after_long',
];

/** A reminder speaks neither of the clock nor of how somebody feels, and promises nobody that a circle is private. */
const NOT_OURS: Record<string, RegExp> = {
  fr: /\b(matin|soir|nuit|midi|tard|week-end|lundi|énerv|colère|fatigu|triste|stress|furieu|priv|interdi|sanction|faute)/iu,
  en: /\b(morning|evening|night|noon|late\b|weekend|monday|angry|tired|sad\b|stress|furious|upset|priva|forbid|sanction|fault)/iu,
  nl: /\b(ochtend|avond|nacht|middag|laat\b|weekend|maandag|boos|moe\b|verdriet|stress|woede|priv|verboden|sanctie|fout)/iu,
  de: /\b(morgens|abend|nacht|mittag|spät|wochenende|montag|wütend|müde|traurig|stress|zorn|privat|verboten|sanktion|fehler)/iu,
};

const shape = (file: Lines): unknown[] => file.lines.map(({ id, when, encourages }) => ({ id, when, encourages }));

describe('the reminder lines', () => {
  it('come in the four languages of the extension', () => {
    expect(LINES.map(([language]) => language).sort()).toEqual(['de', 'en', 'fr', 'nl']);
  });

  it('are at least sixteen, each with a name of its own', () => {
    const ids = FRENCH.lines.map((line) => line.id);

    expect(ids.length).toBeGreaterThanOrEqual(16);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('encourage at least once in four, also among those that fit any moment', () => {
    for (const lines of [FRENCH.lines, FRENCH.lines.filter((line) => line.when.includes('any'))]) {
      expect(lines.filter((line) => line.encourages).length * 4).toBeGreaterThanOrEqual(lines.length);
    }
  });

  it.each(CONDITIONS)('have two or more to choose from when it is %s', (condition) => {
    expect(FRENCH.lines.filter((line) => line.when.includes(condition)).length).toBeGreaterThanOrEqual(2);
  });

  it('know no other condition', () => {
    const named = FRENCH.lines.flatMap((line) => line.when);

    expect(named.filter((condition) => !CONDITIONS.includes(condition))).toEqual([]);
    expect(FRENCH.lines.filter((line) => line.when.length === 0)).toEqual([]);
  });
});

describe.each(LINES)('the lines in %s', (language, file) => {
  it('are the same as in French, in the same order', () => {
    expect(shape(file)).toEqual(shape(FRENCH));
  });

  it('have 110 characters at most', () => {
    expect([file.notice, ...file.lines.map((line) => line.text)].filter((text) => text.length > 110 || !text)).toEqual([]);
  });

  it('differ from one another', () => {
    expect(new Set(file.lines.map((line) => line.text)).size).toBe(file.lines.length);
  });

  it('speak neither of the clock, nor of moods, nor of a circle as private', () => {
    expect(file.lines.filter((line) => NOT_OURS[language]!.test(line.text)).map((line) => line.text)).toEqual([]);
  });
});
