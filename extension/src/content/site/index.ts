/** Chooses the reader for a page: by its host, or by the software that the page shows to be running. */
import type { SiteReader } from '@/content/model';
import type { ComposerEntry } from '@/shared/site-file';
import { listedSite } from '@/shared/sites';

import { createReader, genericReader } from './reader';

const COMPOSERS = import.meta.glob<readonly ComposerEntry[]>('../../../sites/*.json', { eager: true, import: 'composers' });
const MARKERS = import.meta.glob<string | null>('../../../sites/*.json', { eager: true, import: 'also_when' });

/**
 * @param hostname - of the page, without a port; of an inner frame without an address, its origin's.
 * @param officialAccounts - handles and page names that speak for the company.
 */
export function siteReaderFor(hostname: string, officialAccounts: readonly string[]): SiteReader {
  const id = listedSite(`https://${hostname}`)?.id;
  if (id !== undefined) return createReader(COMPOSERS[`../../../sites/${id}.json`] ?? [], officialAccounts);
  let reader: SiteReader | null = null;
  // Asked when somebody writes, not before: the marker may come late, and the page's reader does not change afterwards.
  return { read: (composer) => (reader ??= readerByMarker(composer.ownerDocument, officialAccounts)).read(composer) };
}

function readerByMarker(page: Document, officialAccounts: readonly string[]): SiteReader {
  const known = Object.entries(MARKERS).find(([, marker]) => marker !== null && page.querySelector(marker) !== null);
  return known ? createReader(COMPOSERS[known[0]] ?? [], officialAccounts) : genericReader;
}
