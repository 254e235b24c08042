/** Every selector of a site file turned wrong, one at a time: what the self-test must name each time. */
import type { ComposerEntry, Labels } from '../../extension/src/shared/site-file';
import type { SelfTest } from '../../extension/src/shared/live-list';

export interface Breakage {
  readonly what: string;
  /** The entry it is in, and the composer of the clone. */
  readonly at: number;
  readonly part: keyof SelfTest;
  /** What the page must show for it to matter; null: anything. */
  readonly audience: string | null;
  readonly entries: readonly ComposerEntry[];
}

const WRONG = '.not-on-this-page';
const NO_WORDS: Labels = { fr: [], en: [], nl: [], de: [] };

/** `official_when` is left out: a company page that looks like a person's gives no sign that could be missed. */
export function breakagesOf(entries: readonly ComposerEntry[]): Breakage[] {
  return entries.flatMap((entry, at) => {
    const broken = (what: string, part: Breakage['part'], changes: Partial<ComposerEntry>, audience: string | null = null): Breakage => ({
      what: `composer ${at}, ${what}`,
      at,
      part,
      audience,
      entries: entries.with(at, { ...entry, ...changes }),
    });
    return [
      broken('editor', 'composer', { editor: WRONG }),
      broken('around', 'composer', { around: WRONG }),
      ...publishBreakages(entry, broken),
      ...audienceBreakages(entry, broken),
      ...(entry.account ? [broken('account', 'account', { account: { ...entry.account, selector: WRONG } })] : []),
    ];
  });
}

type Break = (what: string, part: Breakage['part'], changes: Partial<ComposerEntry>, audience?: string) => Breakage;

function publishBreakages({ publish }: ComposerEntry, broken: Break): Breakage[] {
  if (publish === null) return [];
  if (publish.selectors.length === 0) return [broken('publish labels', 'publish', { publish: { ...publish, labels: NO_WORDS } })];
  return publish.selectors.map((selector, at) =>
    broken(`publish ${selector}`, 'publish', { publish: { ...publish, selectors: publish.selectors.with(at, WRONG) } }),
  );
}

function audienceBreakages({ audience: line }: ComposerEntry, broken: Break): Breakage[] {
  if ('fixed' in line) return [];
  const signs = Object.keys(line.when).map((audience) =>
    broken(`sign of ${audience}`, 'audience', { audience: { ...line, when: { ...line.when, [audience]: WRONG } } }, audience),
  );
  const words = { public: NO_WORDS, friends: NO_WORDS, group: NO_WORDS, private: NO_WORDS };
  const wordless = signs.length > 0 ? [] : [broken('audience words', 'audience', { audience: { ...line, words } })];
  return [broken('audience', 'audience', { audience: { ...line, selector: WRONG } }), ...signs, ...wordless];
}
