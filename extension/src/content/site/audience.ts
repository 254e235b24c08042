/** Reads who will see a text from the page. A wrong "private" is worse than "unknown" (domain.md 5.6). */
import type { PartState } from '@/shared/live-list';
import { NAMED_AUDIENCES, type AudienceLine, type ComposerEntry, type NamedAudience } from '@/shared/site-file';
import type { Audience } from '@/shared/wire';

import { firstIn } from './composed';
import { asWords, inAnyLanguage, linesOf } from './wording';

/** `missing` also when the place is there but what it says is not understood. */
export function audienceOf(
  part: ComposerEntry['audience'],
  scopes: readonly ParentNode[],
): { audience: Audience; state: PartState } {
  if ('fixed' in part) return { audience: part.fixed, state: 'not_expected' };
  const element = firstIn(scopes, part.selector);
  if (element === null) return { audience: 'unknown', state: 'missing' };
  const signs = Object.values(part.when).length > 0;
  const bySign = signBy(element, part.when);
  const audience = bySign ?? saidIn([element.getAttribute('aria-label') ?? '', ...linesOf(element)].join(' '), part.words);
  // Words that still tell do not hide that the file's signs are out of date.
  const isUnderstood = signs ? bySign !== null : audience !== null;
  return { audience: audience ?? 'unknown', state: isUnderstood ? 'found' : 'missing' };
}

function signBy(element: Element, when: AudienceLine['when']): NamedAudience | null {
  const shows = (selector: string): boolean => element.matches(selector) || element.querySelector(selector) !== null;
  return only(NAMED_AUDIENCES.filter((audience) => shows(when[audience] ?? ':not(*)')));
}

/** Null when the words fit no audience, or several: "Public" may be part of somebody's name. */
function saidIn(text: string, words: AudienceLine['words']): NamedAudience | null {
  const said = asWords(text);
  const phrases = NAMED_AUDIENCES.flatMap((audience) =>
    inAnyLanguage(words[audience]).map((phrase) => ({ audience, words: asWords(phrase) })),
  ).filter((phrase) => said.includes(phrase.words));
  // "Private group" says group, not private.
  const whole = phrases.filter(({ words: part }) => !phrases.some((longer) => longer.words !== part && longer.words.includes(part)));
  return only(whole.map(({ audience }) => audience));
}

/** The one audience that all agree on. */
function only(audiences: readonly NamedAudience[]): NamedAudience | null {
  const [first] = audiences;
  return first !== undefined && audiences.every((audience) => audience === first) ? first : null;
}
