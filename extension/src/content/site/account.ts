/** Reads whose name a text will carry, and whether that account speaks for the company. */
import type { PartState } from '@/shared/live-list';
import type { AccountLine } from '@/shared/site-file';
import type { Account } from '@/shared/wire';

import { firstIn } from './composed';
import { linesOf } from './wording';

/** UTF-16 units; the contract of `Surroundings.accountName`. */
const LONGEST_NAME = 100;

export interface ReadAccount {
  readonly account: Account;
  readonly accountName: string;
  readonly state: PartState;
}

/**
 * @param scopes - near the composer; the rest of the page is searched only when they do not show the account.
 * @param official - names and handles, as `comparable` makes them.
 */
export function accountOf(
  part: AccountLine | null,
  scopes: readonly ParentNode[],
  page: Document,
  official: ReadonlySet<string>,
): ReadAccount {
  if (part === null) return { account: 'unknown', accountName: '', state: 'not_expected' };
  const near = firstIn(scopes, part.selector);
  const element = near ?? page.querySelector(part.selector);
  if (element === null) return { account: 'unknown', accountName: '', state: 'missing' };
  const names = namesIn(element, part.from);
  const isCompanyPage = part.official_when !== null && firstIn(near === null ? [page] : scopes, part.official_when) !== null;
  const isOfficial = isCompanyPage || names.some((name) => official.has(comparable(name)));
  return {
    account: isOfficial ? 'official' : names.length > 0 ? 'personal' : 'unknown',
    accountName: (names[0] ?? '').slice(0, LONGEST_NAME),
    state: names.length > 0 || isOfficial ? 'found' : 'missing',
  };
}

/** People write their accounts with and without @, capitals and spaces. */
export const comparable = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[@\s]+/gu, '');

function namesIn(element: Element, from: string | null): string[] {
  if (from === null) return linesOf(element);
  const value = element.getAttribute(from) ?? '';
  const name = from === 'href' ? (value.split(/[?#]/)[0] ?? '').split('/').filter(Boolean).at(-1) : value;
  return name ? [name] : [];
}
