/**
 * The whole internal protocol: name → request, response, and who may send it. The background treats every message as
 * hostile: `content` messages come from pages that may have been taken over, so they get findings and a state word,
 * never a key, a setting or a rule. `pages` are this extension's own documents.
 */
import type { CheckError, Outcome } from './errors';
import type { CheckRequest, Report } from './wire';

/** What the toolbar icon and the popup show. `idle`: paired, nothing asked yet in this browser session. */
export type ServerState = 'idle' | 'active' | 'not_reached' | 'not_authenticated' | 'not_configured' | 'text_too_long';

/** Why a pasted code was not taken. */
export type PairError = 'code_malformed' | 'code_checksum' | 'not_reached' | 'not_authenticated';

export interface Status {
  state: ServerState;
  /** The paired port, null before pairing. */
  port: number | null;
  /** Whether the page in the asking tab (or the given one) is watched. */
  site: { host: string; watched: boolean; canAdd: boolean } | null;
}

export interface Messages {
  check: { who: 'content'; request: CheckRequest; response: Outcome<Report> };
  /** A composer whose text was not sent for a reason the background cannot see: keeps the icon truthful. */
  composer: { who: 'content'; request: { state: 'text_too_long' | 'gone' }; response: null };
  status: { who: 'pages'; request: { tabId: number | null }; response: Status };
  pair: { who: 'pages'; request: { code: string }; response: Outcome<{ port: number }, PairError> };
  unpair: { who: 'pages'; request: null; response: null };
  retry: { who: 'pages'; request: null; response: Outcome<null, CheckError> };
  /** `origin`: a scheme and host such as "https://example.org". */
  addSite: { who: 'pages'; request: { origin: string }; response: Outcome<null, 'not_permitted' | 'not_an_origin'> };
  removeSite: { who: 'pages'; request: { origin: string }; response: null };
}

export type MessageName = keyof Messages;

/** Which senders may use which message; the type keeps it complete. */
export const WHO: { [N in MessageName]: Messages[N]['who'] } = {
  check: 'content',
  composer: 'content',
  status: 'pages',
  pair: 'pages',
  unpair: 'pages',
  retry: 'pages',
  addSite: 'pages',
  removeSite: 'pages',
};
