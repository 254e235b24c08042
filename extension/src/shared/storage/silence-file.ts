/** Silences as a file that a person takes to another device: JSON, with nothing in it that must not be shown again. */
import { isForm, isList } from '@/shared/closed-form';
import { fail, ok, type Outcome } from '@/shared/errors';
import { isSilence, keyOf, MOST_SILENCES, normalWords, type Silence } from '@/shared/silence';

const VERSION = 1;
/** UTF-16 units: a full list of the longest words, with its names and signs, fits with room. */
const LONGEST = MOST_SILENCES * 6000;

/** Digests mean nothing on another device. */
type Portable = Exclude<Silence, { words: null }>;

/** JSON text; secrets and identifiers are left out. */
export function toFile(silences: readonly Silence[]): string {
  return `${JSON.stringify({ porte_parole_silences: VERSION, silences: silences.filter(isPortable) }, null, 2)}\n`;
}

/** @returns the silences of the file in its order, each once; `not_a_list` for what `toFile` would not have written. */
export function fromFile(text: string): Outcome<Silence[], 'not_a_list' | 'too_many'> {
  if (text.length > LONGEST) return fail('too_many');
  const file = read(text);
  if (!isFile(file)) return fail('not_a_list');
  if (file.silences.length > MOST_SILENCES) return fail('too_many');
  return ok(distinct(file.silences.map(asKept).filter((silence) => silence.kind === 'rule' || silence.words !== '')));
}

const isPortable = (silence: Silence): silence is Portable => silence.kind === 'rule' || silence.words !== null;

const isFile = (value: unknown): value is { silences: Portable[] } =>
  isForm(value, {
    porte_parole_silences: (version) => version === VERSION,
    silences: isList((item) => isSilence(item) && isPortable(item), LONGEST),
  });

// A file may have been edited by hand.
const asKept = (silence: Portable): Portable =>
  silence.kind === 'words' ? { ...silence, words: normalWords(silence.words) } : silence;

const distinct = (silences: readonly Silence[]): Silence[] => [
  ...new Map(silences.map((silence) => [keyOf(silence), silence])).values(),
];

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
