/**
 * Which pages are watched: the listed sites (`sites/*.json`), the ones the person added or switched off, and the ones
 * the company switched off. Decides from an address only; permissions and registration are the background's.
 */

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
  /** Match patterns "https://host/*" or "https://*.host/*". */
  matches: string[];
}

type SiteFile = Omit<ListedSite, 'id'>;

const FILES = import.meta.glob<SiteFile>('../../sites/*.json', { eager: true, import: 'default' });

/** In the order of their ids. */
export const LISTED: readonly ListedSite[] = Object.entries(FILES).map(([path, file]) => ({
  id: path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
  name: file.name,
  matches: file.matches,
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

/** Match pattern of everything under an origin that `originOf` gave. */
export const patternOf = (origin: string): string => `${origin}/*`;

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
  const host = pattern.slice('https://'.length, -'/*'.length);
  if (!host.startsWith('*.')) return origin === `https://${host}`;
  const domain = host.slice(2);
  return origin === `https://${domain}` || (origin.startsWith('https://') && origin.endsWith(`.${domain}`));
}
