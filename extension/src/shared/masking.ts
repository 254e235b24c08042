/** Values that must not be shown again: a password or an account number on a shared screen is seen by others. */
import type { Finding } from './wire';

/** Reasons that point at a value itself; the others point at words around it. */
const VALUES = new Set(['checksum', 'numbering plan', 'form']);

/** The words of a finding in `text`, as they may be shown: of a value, every letter and digit is a dot. */
export function shownWords(finding: Finding, text: string): string {
  const words = text.slice(finding.start, finding.end);
  const isValue = finding.category === 'credentials-secrets' || finding.reasons.some(({ what }) => VALUES.has(what));
  return isValue ? masked(words) : words;
}

/** Every letter and digit is a dot; spaces and signs stay, so that one still recognises what it is about. */
export const masked = (words: string): string => words.replace(/[\p{L}\p{N}]/gu, '•');
