/** Reads what one site's page says around a composer, as its site file describes it; never touches the page. */
import type { SiteReader, Surroundings } from '@/content/model';
import type { SelfTest } from '@/shared/live-list';
import type { ComposerEntry } from '@/shared/site-file';

import { accountOf, comparable } from './account';
import { audienceOf } from './audience';
import { closestComposed, scopesBetween } from './composed';
import { genericButtons, publishButtons } from './publish';

const NOTHING_EXPECTED: SelfTest = {
  composer: 'not_expected',
  publish: 'not_expected',
  audience: 'not_expected',
  account: 'not_expected',
};

/** For pages nobody described: finds the publish button by its name and claims nothing else. */
export const genericReader: SiteReader = { read: (composer) => unread(composer, NOTHING_EXPECTED) };

/** @param officialAccounts - handles and page names that speak for the company, as people write them. */
export function createReader(entries: readonly ComposerEntry[], officialAccounts: readonly string[]): SiteReader {
  const official = new Set(officialAccounts.map(comparable));
  return {
    read(composer) {
      for (const entry of entries) {
        const container = composer.matches(entry.editor) ? closestComposed(composer, entry.around) : null;
        if (container !== null) return surroundings(composer, container, entry, official);
      }
      return unread(composer, { ...NOTHING_EXPECTED, composer: 'missing' });
    },
  };
}

function surroundings(
  composer: HTMLElement,
  container: Element,
  entry: ComposerEntry,
  official: ReadonlySet<string>,
): Surroundings {
  const scopes = scopesBetween(composer, container);
  const published = publishButtons(entry.publish, scopes, composer);
  const { audience, state } = audienceOf(entry.audience, scopes);
  const { account, accountName, state: accountState } = accountOf(entry.account, scopes, composer.ownerDocument, official);
  return {
    audience,
    account,
    accountName,
    publishButtons: published.buttons,
    selfTest: { composer: 'found', publish: published.state, audience: state, account: accountState },
  };
}

const unread = (composer: HTMLElement, selfTest: SelfTest): Surroundings => ({
  audience: 'unknown',
  account: 'unknown',
  accountName: '',
  publishButtons: genericButtons(composer),
  selfTest,
});
