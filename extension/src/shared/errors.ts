/**
 * What can go wrong between a composer and the server, as values: messages between the parts of an extension lose
 * their exceptions on the way, and differently in each browser.
 */

/**
 * Why a text was not checked. Each has its own thing for the user to do; none of them is ever shown as "all clear".
 * - `not_configured`: no key yet, pair first.
 * - `not_reached`: refused, timed out, or the server is busy or broken; worth trying again by itself.
 * - `not_authenticated`: something answers on the port, and it is not our server (or the key was changed).
 * - `text_too_long`: over MAX_TEXT_UTF16.
 * - `refused`: the server said the request is not valid: our own mistake.
 * - `extension_reloaded`: the extension was updated under an open page; reload the page.
 */
export type CheckError =
  | 'not_configured'
  | 'not_reached'
  | 'not_authenticated'
  | 'text_too_long'
  | 'refused'
  | 'extension_reloaded';

export type Outcome<T, E = CheckError> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
