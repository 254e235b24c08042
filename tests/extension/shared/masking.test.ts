import { describe, expect, it } from 'vitest';

import { shownWords } from '@/shared/masking';

import { finding } from '../content/fakes';

const sign = (what: string) => [{ what, text_start: 0, text_end: 4, weight: 0.9 }];

describe('the words of a finding, as they may be shown', () => {
  it.each(['checksum', 'numbering plan', 'form'])('are masked when a %s points at a value', (what) => {
    expect(shownWords({ ...finding(6, 15), reasons: sign(what) }, 'IBAN: BE68 5390 !')).toBe('•••• ••••');
  });

  it('are masked in passwords and secrets, whatever gave them away', () => {
    expect(shownWords({ ...finding(6, 13), category: 'credentials-secrets' }, 'mdp : Été#77')).toBe('•••#••');
  });

  it('are the words themselves otherwise', () => {
    expect(shownWords({ ...finding(2, 5), reasons: sign('phrase') }, 'a bad word')).toBe('bad');
  });
});
