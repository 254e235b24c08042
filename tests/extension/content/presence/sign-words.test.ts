import { describe, expect, it } from 'vitest';

import { signWords } from '@/content/presence/sign-words';
import { UI_LANGUAGES } from '@/shared/i18n';
import { AUDIENCES } from '@/shared/wire';

import { surroundings, view } from './surroundings';

const TROUBLES = ['not_configured', 'not_reached', 'not_authenticated', 'text_too_long', 'refused', 'extension_reloaded'] as const;

describe('what the sign says', () => {
  it('is the audience in one word, and nothing loud', () => {
    const { parts, look } = signWords(view(), 'fr');

    expect([parts, look]).toEqual([['Public'], 'quiet']);
  });

  it.each(UI_LANGUAGES)('has a word and a sentence for every audience in %s', (language) => {
    const said = AUDIENCES.map((audience) => signWords(view({ surroundings: surroundings({ audience }) }), language));

    expect(new Set(said.map(({ parts }) => parts[0])).size).toBe(AUDIENCES.length);
    expect(said.every(({ parts, told }) => !`${parts[0]} ${told}`.includes('presence_'))).toBe(true);
  });

  it('never promises that friends are private', () => {
    expect(signWords(view({ surroundings: surroundings({ audience: 'friends' }) }), 'en').parts).toEqual(['Friends and their screenshots']);
  });

  it('adds that one speaks as the company, with the name of the account to point at', () => {
    const official = surroundings({ account: 'official', accountName: 'Acme Corp' });
    const { parts, told } = signWords(view({ surroundings: official }), 'en');

    expect(parts).toEqual(['Public', 'as the company']);
    expect(told).toContain('Acme Corp');
  });

  it.each(['low', 'medium', 'high'] as const)('takes the look of a %s mark, without a number', (worst) => {
    const { parts, look } = signWords(view({ worst }), 'en');

    expect(look).toBe(worst);
    expect(parts.join()).not.toMatch(/\d/);
  });

  it.each(TROUBLES)('says first that nothing was checked, and why: %s', (state) => {
    for (const language of UI_LANGUAGES) {
      const { parts, told, look } = signWords(view({ state, worst: 'high' }), language);
      const [first] = parts;

      expect(first).toMatch(/^(Non relu|Not checked|Niet nagelezen|Nicht geprüft)$/);
      expect(told.startsWith(first ?? '-')).toBe(true);
      expect(look).toBe('trouble');
    }
  });

  it('has nothing reassuring to say while it does not read', () => {
    const { told } = signWords(view({ state: 'not_reached', surroundings: surroundings({ audience: 'private' }) }), 'en');

    expect(told).toBe('Not checked: Porte-parole does not answer. You can post as usual.');
  });

  it('speaks when the site file does not know the composer, or its button', () => {
    const known = surroundings().selfTest;
    const say = (selfTest: typeof known): readonly string[] => signWords(view({ surroundings: surroundings({ selfTest }) }), 'en').parts;

    expect(say({ ...known, publish: 'missing' })).toEqual(['Public', 'button not recognised']);
    expect(say({ ...known, composer: 'missing', publish: 'missing' })).toEqual(['Public', 'box not recognised']);
    expect(say({ ...known, composer: 'not_expected', publish: 'not_expected' })).toEqual(['Public']);
  });
});
