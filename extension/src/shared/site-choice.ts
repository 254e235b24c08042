/**
 * Where the choice of sites is kept: the person's in `storage.local`, the company's in managed storage. Content
 * scripts read it too, so that switching a site off stops them without waking the background; it holds no secret.
 */
import { browser } from './browser';
import { isList, isText } from './closed-form';
import { loadCompanyValues, onCompanyValues } from './storage/company-values';
import { originOf, type SiteChoice } from './sites';
import { onStored } from './storage/stored-change';

const MOST_SITES = 500;
const isHostList = isList(isText(300), MOST_SITES);

export async function loadSiteChoice(): Promise<SiteChoice> {
  const [kept, company] = await Promise.all([browser.storage.local.get(['added', 'off']), loadCompanyValues()]);
  return {
    // Content scripts can write here: what no click can have added is none.
    added: listOf(kept['added']).filter((origin) => originOf(origin) === origin),
    off: listOf(kept['off']),
    disabledByPolicy: (company.disabled_sites ?? []).map(hostOf),
  };
}

export async function saveSiteChoice(choice: Pick<SiteChoice, 'added' | 'off'>): Promise<void> {
  await browser.storage.local.set({ added: choice.added, off: choice.off });
}

/** Calls back after every change of what `loadSiteChoice` reads. */
export function onSiteChoice(callback: () => void, signal: AbortSignal): void {
  onStored('local', ['added', 'off'], callback, signal);
  onCompanyValues(callback, signal);
}

// Policies are typed by hand: "*.Example.org" means what "example.org" means.
const hostOf = (typed: string): string => typed.toLowerCase().replace(/^\*?\./, '');

const listOf = (value: unknown): string[] => (isHostList(value) ? (value as string[]) : []);
