/** Every clone of tests/pages/sites, and the address under which the extension takes it for the site itself. */
import type { BrowserName } from './programs';

export interface SiteClone {
  /** Of the site file, and of the folder. */
  readonly id: string;
  readonly host: string;
  /** Where the page is; the folder holds it under the same path. */
  readonly path: string;
  /** The inner frame that holds the composers; null for the page itself. */
  readonly frame: string | null;
}

const clone = (id: string, host: string, path = '/', frame: string | null = null): SiteClone => ({ id, host, path, frame });

export const CLONES: readonly SiteClone[] = [
  clone('bluesky', 'bsky.app'),
  clone('discord', 'discord.com'),
  clone('facebook', 'www.facebook.com'),
  clone('google-reviews', 'www.google.com', '/maps/', 'goog-reviews-write-widget'),
  clone('instagram', 'www.instagram.com'),
  clone('linkedin', 'www.linkedin.com'),
  clone('mastodon', 'mastodon.social'),
  clone('reddit', 'www.reddit.com'),
  clone('slack', 'app.slack.com'),
  clone('threads', 'www.threads.com'),
  clone('tiktok', 'www.tiktok.com'),
  clone('whatsapp', 'web.whatsapp.com'),
  clone('x', 'x.com'),
  clone('xing', 'www.xing.com'),
  clone('youtube', 'www.youtube.com'),
];

/** A clone's folder by the host it is asked under. */
export const folderOf = (hostname: string): string | undefined => {
  const found = CLONES.find(({ host }) => host === hostname);
  return found && `sites/${found.id}`;
};

/** The languages and accounts in which the clones are typed into, spread over sites and browsers. */
export function spread(clone: SiteClone, browser: BrowserName): { lang: Lang; account: 'official' | 'personal' } {
  const turn = CLONES.indexOf(clone) + (browser === 'firefox' ? 1 : 0);
  return { lang: LANGS[turn % LANGS.length]!, account: turn % 2 === 0 ? 'official' : 'personal' };
}

export const LANGS = ['fr', 'en', 'nl', 'de'] as const;
export type Lang = (typeof LANGS)[number];
