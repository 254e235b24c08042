/**
 * Where the choice of sites is kept: the person's in `storage.local`, the company's in managed storage. Content
 * scripts read it too, so that switching a site off stops them without waking the background; it holds no secret.
 */
import { browser } from './browser';
import { isList, isText } from './closed-form';
import type { SiteChoice } from './sites';

const MOST_SITES = 500;
const isHostList = isList(isText(300), MOST_SITES);

export async function loadSiteChoice(): Promise<SiteChoice> {
  const [kept, managed] = await Promise.all([browser.storage.local.get(['added', 'off']), managedValues()]);
  return {
    added: listOf(kept['added']),
    off: listOf(kept['off']),
    disabledByPolicy: listOf(managed['disabled_sites']),
  };
}

export async function saveSiteChoice(choice: Pick<SiteChoice, 'added' | 'off'>): Promise<void> {
  await browser.storage.local.set({ added: choice.added, off: choice.off });
}

/** Calls back after every change of what `loadSiteChoice` reads. */
export function onSiteChoice(callback: () => void, signal: AbortSignal): void {
  const listener = (changes: object, area: string): void => {
    if (area === 'managed' || (area === 'local' && ('added' in changes || 'off' in changes))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

// NOTE: Firefox rejects where Chrome answers {} when no policy is set; and it checks no schema, so we do.
async function managedValues(): Promise<Record<string, unknown>> {
  return browser.storage.managed.get('disabled_sites').catch(() => ({}));
}

const listOf = (value: unknown): string[] => (isHostList(value) ? (value as string[]) : []);
