/**
 * Which pages are watched: the listed sites (`sites/*.json`), the ones the person added or switched off, and the ones
 * the company switched off. Decides from an address only; permissions and registration are the background's.
 */
import type { SiteFile } from './site-file';

/** What the person and the company chose; kept by `site-choice.ts`. */
export interface SiteChoice {
  /** Origins without a port, such as "https://example.org". */
  added: string[];
  /** Ids of listed sites: their file name without ".json". */
  off: string[];
  /** Host names of managed storage; each also means its subdomains. */
  disabledByPolicy: string[];
}

export interface ListedSite {
  id: string;
  name: string;
  /** Match patterns, as in `SiteFile`. */
  readonly matches: readonly string[];
}

// These two keys only: what is known of the composers is for the content script alone.
const NAMES = import.meta.glob<SiteFile['name']>('../../sites/*.json', { eager: true, import: 'name' });
const MATCHES = import.meta.glob<SiteFile['matches']>('../../sites/*.json', { eager: true, import: 'matches' });

/** In the order of their ids. */
export const LISTED: readonly ListedSite[] = Object.entries(NAMES).map(([path, name]) => ({
  id: path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
  name,
  matches: MATCHES[path] ?? [],
}));

/**
 * The origin a person can add, without its port since Firefox's match patterns know none; null when it is none.
 * Plain http is taken from this computer only: elsewhere anybody on the way could change the page.
 */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1');
  return allowed && !url.hostname.includes('*') ? `${url.protocol}//${url.hostname}` : null;
}

/** Match pattern of what is watched under an origin that `originOf` gave: all of it, or the part that a site file names. */
export function patternOf(origin: string): string {
  return listedSite(origin)?.matches.find((pattern) => pattern.startsWith(`${origin}/`)) ?? `${origin}/*`;
}

/** Whether an address stands in that part: on Google's host the maps are watched and the search is not. */
export function isInWatchedPart(address: string): boolean {
  const origin = originOf(address);
  return origin !== null && new URL(address).pathname.startsWith(patternOf(origin).slice(origin.length, -1));
}

/** A site that is a part of its host counts for the whole of it: which of its pages run the script is the browser's matter. */
export function listedSite(origin: string): ListedSite | null {
  return LISTED.find((site) => site.matches.some((pattern) => isUnder(origin, pattern))) ?? null;
}

export function isLocked(origin: string, choice: SiteChoice): boolean {
  const { hostname } = new URL(origin);
  return choice.disabledByPolicy.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** @param origin - as `originOf` gives it. */
export function isWatched(origin: string, choice: SiteChoice): boolean {
  if (isLocked(origin, choice)) return false;
  const site = listedSite(origin);
  return choice.added.includes(origin) || (site !== null && !choice.off.includes(site.id));
}

function isUnder(origin: string, pattern: string): boolean {
  const host = pattern.slice('https://'.length, pattern.indexOf('/', 'https://'.length));
  if (!host.startsWith('*.')) return origin === `https://${host}`;
  const domain = host.slice(2);
  return origin === `https://${domain}` || (origin.startsWith('https://') && origin.endsWith(`.${domain}`));
}
