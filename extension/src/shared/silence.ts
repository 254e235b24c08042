/**
 * What a person does not want to hear about again, for good. Kept on this device, shown and undone in the options; kept
 * by `silence-store.ts`.
 */
import { isForm, isOneOf, isText, isWhole } from './closed-form';

/** Of a whole list; far more than anybody clicks together. */
export const MOST_SILENCES = 1000;

/**
 * - `words`: these words, whatever the rule. Secrets and identifiers are kept as a keyed digest, not as text.
 * - `rule`: this advice, whatever the words.
 */
export type Silence =
  | { readonly kind: 'words'; readonly words: string; readonly digest: null; readonly atMs: number }
  | { readonly kind: 'words'; readonly words: null; readonly digest: string; readonly shown: string; readonly atMs: number }
  | { readonly kind: 'rule'; readonly rule: string; readonly title: string; readonly atMs: number };

/**
 * What the card proposes and a page of ours asks the person to confirm: page script can trick a click on a card, so the
 * card itself changes nothing that outlives the text.
 */
export interface Proposal {
  readonly kind: 'words' | 'rule';
  readonly rule: string;
  readonly title: string;
  readonly category: string;
  /** At most 300 UTF-16 code units. */
  readonly words: string;
}

/** Categories whose words are no phrase but a fact about somebody, or a key to something. */
const KEPT_AS_DIGEST = ['credentials-secrets', 'own-privacy', 'others-personal-data'];

/** Whether words of this category are kept as a digest and shown masked. */
export const isKeptAsDigest = (category: string): boolean => KEPT_AS_DIGEST.includes(category);

/** How words compare: NFKC, lower case, every run of white space one space, none around. */
export const normalWords = (words: string): string =>
  words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const NAME = isText(255, 1);
const SENTENCE = isText(2000);
/** NFKC may make eighteen units of one (U+FDFA); words of a proposal have 300. */
const NORMAL_WORDS = isText(300 * 18, 1);
const TIME = isWhole(0, Number.MAX_SAFE_INTEGER);
const exactly = (wanted: unknown) => (value: unknown) => value === wanted;

export function isSilence(value: unknown): value is Silence {
  return [
    { kind: exactly('words'), words: NORMAL_WORDS, digest: exactly(null), atMs: TIME },
    { kind: exactly('words'), words: exactly(null), digest: isText(64, 64), shown: NORMAL_WORDS, atMs: TIME },
    { kind: exactly('rule'), rule: NAME, title: SENTENCE, atMs: TIME },
  ].some((form) => isForm(value, form));
}

export function isProposal(value: unknown): value is Proposal {
  const kind = isOneOf(['words', 'rule']);
  return isForm(value, { kind, rule: NAME, title: SENTENCE, category: NAME, words: isText(300) });
}

/** The same for silences of the same thing, whenever they were asked for. */
export const keyOf = (silence: Silence): string =>
  JSON.stringify(silence.kind === 'rule' ? [silence.rule] : [silence.words, silence.digest]);
