/** Says who will read a composer's text and in whose name, and which parts of the page are not recognised. */
import type { LiveList, SelfTest } from '@/shared/live-list';
import { element, words } from '@/pages/element';
import { pageLanguage } from '@/pages/language';

/** Two short paragraphs at most; empty when no composer is open. */
export function aroundParts(current: LiveList | null): HTMLElement[] {
  if (current === null) return [];
  const trouble = selfTestSentence(current.selfTest);
  const who = element('p', { class: 'who', dir: 'auto' }, audienceSentence(current));
  return trouble === '' ? [who] : [who, element('p', { class: 'note selftest' }, trouble)];
}

function audienceSentence(current: LiveList): string {
  const account = accountWords(current);
  const audience = words(`popup_audience_${current.audience}`);
  return account === '' ? audience : `${audience} · ${account}`;
}

function accountWords({ account, accountName }: LiveList): string {
  if (account !== 'official') return accountName === '' ? '' : words('popup_account_named', accountName);
  return accountName === '' ? words('popup_account_official_unnamed') : words('popup_account_official', accountName);
}

function selfTestSentence(selfTest: SelfTest): string {
  if (selfTest.composer === 'missing') return words('popup_selftest_composer');
  const missing = (['publish', 'audience', 'account'] as const).filter((part) => selfTest[part] === 'missing');
  if (missing.length === 0) return '';
  const list = new Intl.ListFormat(pageLanguage(), { type: 'disjunction' });
  return words('popup_selftest_parts', list.format(missing.map((part) => words(`popup_part_${part}`))));
}
