/**
 * The form of `sites/<id>.json`: what is known of one site's pages, as data, so that a site that changed costs one file.
 * `site-schema.json` says the same for authors and is what the tests check the files against; reading a page with it is
 * `content/site`'s business.
 */
import type { UiLanguage } from './i18n';
import type { Audience } from './wire';

/** What a button or a menu says on the page in each of our languages; compared without case and punctuation. */
export type Labels = Readonly<Record<UiLanguage, readonly string[]>>;

/** The audiences that a page can name. */
export const NAMED_AUDIENCES = ['public', 'friends', 'group', 'private'] as const;
export type NamedAudience = (typeof NAMED_AUDIENCES)[number];

/** Every part but the last two of `account` is looked for inside `around` only. */
export interface ComposerEntry {
  readonly kind: 'post' | 'comment' | 'message' | 'review';
  /** What the editing host itself matches. */
  readonly editor: string;
  /** What one of its ancestors matches, through open shadow roots: the box that holds the composer and its buttons. */
  readonly around: string;
  /** Buttons, or things inside them; the labels serve where no selector hits. Null: the site has none (Enter sends). */
  readonly publish: { readonly selectors: readonly string[]; readonly labels: Labels } | null;
  /** `fixed`: every text of this composer has the same readers, or the page cannot tell (`unknown`). */
  readonly audience: { readonly fixed: Audience } | AudienceLine;
  /** Null: the page does not say who writes. */
  readonly account: AccountLine | null;
}

/** Where the page shows who will read. */
export interface AudienceLine {
  readonly selector: string;
  /** Signs in or on that element which hold in every language, such as an icon; asked first. */
  readonly when: Readonly<Partial<Record<NamedAudience, string>>>;
  readonly words: Readonly<Record<NamedAudience, Labels>>;
}

/** Where the page shows who writes: near the composer, or anywhere on the page. */
export interface AccountLine {
  readonly selector: string;
  /** The attribute with the name, of a link its last path segment; null: the element's text, the name on its own line. */
  readonly from: string | null;
  /** Is there when a company page writes; null: only the list of official accounts tells. */
  readonly official_when: string | null;
}

export interface SiteFile {
  readonly name: string;
  /** Match patterns: "https://host/*", "https://*.host/*", or a part of a host such as "https://host/maps/*". */
  readonly matches: readonly string[];
  /** The day somebody compared it with the live page, ISO; null: nobody has yet. */
  readonly checked_on: string | null;
  /** Where the selectors come from, and when; one line. */
  readonly evidence: string;
  /** What a page of the same software on another host has, so that added sites are known too; null for most. */
  readonly also_when: string | null;
  /** The first one that fits is taken. */
  readonly composers: readonly ComposerEntry[];
}
