/**
 * The whole internal protocol: name → request, response, and who may send it. The background treats every message as
 * hostile: `content` messages come from pages that may have been taken over, so they get findings and a state word,
 * never a key, a setting or a rule. `pages` are this extension's own documents; they may send `content` messages too.
 */
import type { CheckError, Outcome } from './errors';
import type { Moment, Reminder } from './reminders';
import type { Proposal } from './silence';
import type { CheckRequest, Report } from './wire';

/**
 * What the toolbar icon and the popup show.
 * - `idle`: paired, nothing asked yet on this page.
 * - `active`: the last text on this page was checked; the only state that may look reassuring.
 * - `paused`: the person paused this tab or its site; nothing is read.
 * - `left`: after too many faults of our own we ended on this page; loading it again begins anew.
 * - the others: nothing is being checked, for the reason of the same name in `CheckError`.
 */
export const SERVER_STATES = [
  'idle',
  'active',
  'paused',
  'not_reached',
  'not_authenticated',
  'not_configured',
  'text_too_long',
  'left',
  'refused',
] as const;

export type ServerState = (typeof SERVER_STATES)[number];

/** Why a pasted code was not taken. With `not_reached` the key is kept: the server may simply not run yet. */
export type PairError = 'code_malformed' | 'code_checksum' | 'not_reached' | 'not_authenticated' | 'refused';

/** Why *connect* brought no connection: the native host's reasons, then those of the server it named. */
export type ConnectError = 'no_host' | 'unusable' | 'not_running' | 'not_reached' | 'not_authenticated' | 'refused';

export interface Status {
  state: ServerState;
  /** How many places are underlined in the asking tab; 0 unless `active`. */
  findings: number;
  /** The server's port, null before pairing. */
  port: number | null;
  /** Who made the connection: the program's native host, the person with a code, or a policy that names a service. */
  by: 'host' | 'code' | 'service' | null;
  /** Whether the page in the asking tab (or the given one) is watched; null where no extension may read. */
  site: { host: string; watched: boolean; canAdd: boolean } | null;
  /** What the person paused that concerns the tab. */
  paused: { tab: boolean; site: boolean };
}

/** What a content script learns about its tab. */
export interface Here {
  /** Paused by the person: nothing is read. */
  paused: boolean;
  /** Host of the page in the tab's address bar, which a frame inside it cannot know. */
  topHost: string | null;
}

export const COUNTED = ['shown', 'reworded', 'dismissed'] as const;
export type CountedThing = (typeof COUNTED)[number];

/** `at` is a place on the page (its fragment), '' for the top: the lesson's name, or a part of the options. */
export const OPENABLE = ['learn', 'options'] as const;
export type OpenablePage = (typeof OPENABLE)[number];

/** One line of the list of sites. */
export interface SiteRow {
  name: string;
  /** A scheme and host that `addSite` and `removeSite` take. */
  origin: string;
  kind: 'listed' | 'added';
  watched: boolean;
  /** The company switched it off by policy; the person cannot switch it on. */
  locked: boolean;
}

export interface Messages {
  check: { who: 'content'; request: CheckRequest; response: Outcome<Report> };
  /** A composer whose text was not sent for a reason the background cannot see: keeps the icon truthful. */
  composer: { who: 'content'; request: { state: 'text_too_long' | 'gone' | 'left' }; response: null };
  /** Sent by a frame with its first composer: what only the background knows about its tab. */
  here: { who: 'content'; request: null; response: Here };
  /** Opens a window of ours in which the person confirms or declines; a later proposal takes the place of an open one. */
  propose: { who: 'content'; request: Proposal; response: null };
  /** Counts on this device, unless the person switched that off. */
  count: { who: 'content'; request: { what: CountedThing; times: number }; response: null };
  /** Asks whether a reminder is due; the limits are kept where no page can reach them. */
  reminder: { who: 'content'; request: Moment; response: Reminder | null };
  /** The person sent the reminder away. */
  reminderDismissed: { who: 'content'; request: null; response: null };
  /** Opens one of our own pages in a tab; content scripts cannot link to them. */
  open: { who: 'content'; request: { page: OpenablePage; at: string }; response: null };
  status: { who: 'pages'; request: { tabId: number | null }; response: Status };
  pair: { who: 'pages'; request: { code: string }; response: Outcome<{ port: number }, PairError> };
  /** Asks the program on this computer for the connection, without a code. */
  connect: { who: 'pages'; request: null; response: Outcome<{ port: number }, ConnectError> };
  /** Until the person connects again, or the browser starts anew, the program is not asked either. */
  unpair: { who: 'pages'; request: null; response: null };
  /** Asks the server for a sign of life and updates the icon. */
  retry: { who: 'pages'; request: null; response: Outcome<null, CheckError> };
  sites: { who: 'pages'; request: null; response: SiteRow[] };
  /** `origin`: a scheme and host such as "https://example.org"; the permission was asked for before, in the click. */
  addSite: { who: 'pages'; request: { origin: string }; response: Outcome<null, 'not_permitted' | 'not_an_origin'> };
  removeSite: { who: 'pages'; request: { origin: string }; response: null };
  /** Until the tab closes, or for the site until the browser closes; null: leaves it as it is. */
  pause: { who: 'pages'; request: { tabId: number; tab: boolean | null; site: boolean | null }; response: null };
  /** What the window of ours is to ask about; null when it was answered. */
  proposal: { who: 'pages'; request: null; response: Proposal | null };
}

export type MessageName = keyof Messages;

/** What really travels through `runtime.sendMessage`. */
export interface Envelope<N extends MessageName = MessageName> {
  name: N;
  request: Messages[N]['request'];
}

/** Which senders may use which message; the type keeps it complete. */
export const WHO: { [N in MessageName]: Messages[N]['who'] } = {
  check: 'content',
  composer: 'content',
  here: 'content',
  propose: 'content',
  count: 'content',
  reminder: 'content',
  reminderDismissed: 'content',
  open: 'content',
  status: 'pages',
  pair: 'pages',
  connect: 'pages',
  unpair: 'pages',
  retry: 'pages',
  sites: 'pages',
  addSite: 'pages',
  removeSite: 'pages',
  pause: 'pages',
  proposal: 'pages',
};
