/**
 * Puts the content script where the person wants it: adds and removes sites, registers what the manifest does not
 * list, and brings pages that were open before up to date. Which pages count as watched is `shared/sites.ts`.
 */
import { browser, type Browser } from '@/shared/browser';
import { fail, ok, type Outcome } from '@/shared/errors';
import { createQueue } from '@/shared/storage/in-turn';
import type { SiteRow } from '@/shared/messages';
import { loadSiteChoice, saveSiteChoice } from '@/shared/site-choice';
import { isInWatchedPart, isLocked, isWatched, LISTED, listedSite, originOf, patternOf, type SiteChoice } from '@/shared/sites';

const SCRIPT = '/watch.js';
const REGISTERED = 'added-sites';

/** The permission must be there already: only a click in one of our pages can ask for it. */
export function addSite(address: string): Promise<Outcome<null, 'not_permitted' | 'not_an_origin'>> {
  return inTurn(async () => {
    const origin = originOf(address);
    if (origin === null) return fail('not_an_origin');
    if (!(await isPermitted(origin))) return fail('not_permitted');
    const { added, off } = await loadSiteChoice();
    const site = listedSite(origin);
    if (site !== null) await saveSiteChoice({ added, off: off.filter((id) => id !== site.id) });
    else await saveSiteChoice({ added: [...new Set([...added, origin])], off });
    await register();
    await injectIntoOpenTabs([patternOf(origin)]);
    return ok(null);
  });
}

/**
 * Adds the sites that were just permitted, and brings listed ones to life in open tabs. Any other pattern for many hosts
 * is left alone.
 */
export async function addPermitted(patterns: readonly string[]): Promise<void> {
  const listed = patterns.filter((pattern) => LISTED.some((site) => site.matches.includes(pattern)));
  const origins = patterns.filter((pattern) => !listed.includes(pattern) && /^https:\/\/[^*]+\/\*$/.test(pattern));
  for (const origin of origins) await addSite(origin);
  if (listed.length > 0) await injectIntoOpenTabs(listed);
}

/** A listed site is switched off; an added one is forgotten, with its permission. */
export function removeSite(address: string): Promise<void> {
  return inTurn(async () => {
    const origin = originOf(address);
    if (origin === null) return;
    const { added, off } = await loadSiteChoice();
    const site = listedSite(origin);
    if (site !== null) await saveSiteChoice({ added, off: [...new Set([...off, site.id])] });
    else await forget(origin, { added, off });
  });
}

/** Makes the registration equal to the choice: browsers forget it on updates, people take permissions back. */
export const reconcile = (): Promise<void> => inTurn(register);

/** Browsers put content scripts into pages opened from now on only. The script itself knows when it is already there. */
export async function injectIntoOpenTabs(patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  const injections = tabs.map(async ({ id }) => {
    if (id !== undefined) await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [SCRIPT] });
  });
  // A tab may have gone, or be a page of the browser's own (an error page under the site's address).
  await Promise.allSettled(injections);
}

export async function allWatchedPatterns(): Promise<string[]> {
  const { added } = await loadSiteChoice();
  return [...LISTED.flatMap((site) => site.matches), ...added.map(patternOf)];
}

export async function listSites(): Promise<SiteRow[]> {
  const choice = await loadSiteChoice();
  const listed = LISTED.map((site) => rowOf('listed', site.name, firstOrigin(site.matches), choice));
  const added = choice.added.map((origin) => rowOf('added', new URL(origin).hostname, origin, choice));
  return Promise.all([...listed, ...added]);
}

/** Whether a page that sent us a message may do so: its script outlives a permission that was taken back. */
export async function isWatchedAddress(address: string): Promise<boolean> {
  const origin = originOf(address);
  return origin !== null && isWatched(origin, await loadSiteChoice()) && isPermitted(origin);
}

/**
 * Whether person or company switched off the page in a tab: then nothing is read in it, also not in a frame of a site
 * that is on. A page that we may not know (undefined) could not be switched off.
 */
export async function isSwitchedOff(address: string | undefined): Promise<boolean> {
  const origin = originOf(address ?? '');
  if (origin === null) return false;
  const choice = await loadSiteChoice();
  const site = listedSite(origin);
  return isLocked(origin, choice) || (site !== null && choice.off.includes(site.id));
}

/** @returns null for pages that no extension may read, or that are not safe to add. */
export async function siteOfPage(address: string): Promise<{ host: string; watched: boolean; canAdd: boolean } | null> {
  const origin = originOf(address);
  if (origin === null) return null;
  const choice = await loadSiteChoice();
  const isIn = isInWatchedPart(address);
  const watched = isIn && isWatched(origin, choice) && (await isPermitted(origin));
  return { host: new URL(origin).hostname, watched, canAdd: isIn && !watched && !isLocked(origin, choice) };
}

async function rowOf(kind: SiteRow['kind'], name: string, origin: string, choice: SiteChoice): Promise<SiteRow> {
  const watched = isWatched(origin, choice) && (await isPermitted(origin));
  return { name, origin, kind, watched, locked: isLocked(origin, choice) };
}

// A browser may refuse the very question: Firefox knows no pattern for an IPv6 address.
const isPermitted = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(origin)] }).catch(() => false);

/** Of patterns as site files have them, which may name a part of a host. */
const firstOrigin = (patterns: readonly string[]): string =>
  (patterns[0] ?? '').replace('*.', '').split('/').slice(0, 3).join('/');

async function forget(origin: string, { added, off }: Pick<SiteChoice, 'added' | 'off'>): Promise<void> {
  await saveSiteChoice({ added: added.filter((other) => other !== origin), off });
  await register();
  // 127.0.0.1 is where the server lives: that permission is the extension's own and stays.
  if (origin.startsWith('https://')) await browser.permissions.remove({ origins: [patternOf(origin)] });
}

async function register(): Promise<void> {
  const choice = await loadSiteChoice();
  const permitted = await Promise.all(choice.added.map(isPermitted));
  const matches = choice.added.filter((origin, at) => permitted[at] && !isLocked(origin, choice)).map(patternOf);
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTERED] });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTERED] });
  if (matches.length > 0) await browser.scripting.registerContentScripts([registration(matches)]);
}

function registration(matches: string[]): Browser.scripting.RegisteredContentScript {
  return {
    id: REGISTERED,
    matches,
    js: [SCRIPT.slice(1)],
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
    runAt: 'document_idle',
  };
}

// Start-up, a click and the browser's own answer may come at once, and registering the same id twice is an error.
const inTurn = createQueue();
