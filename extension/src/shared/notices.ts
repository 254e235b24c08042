/** What the background tells the content scripts of a tab; they answer nothing. */

export const COMMANDS = ['next_mark', 'previous_mark', 'open_card'] as const;
/** Keyboard commands of the manifest; the browser lets people choose other keys. */
export type Command = (typeof COMMANDS)[number];

export type Notice =
  | { readonly notice: 'command'; readonly command: Command }
  | { readonly notice: 'paused'; readonly paused: boolean }
  /** Silences changed: what was answered before may be answered differently now. */
  | { readonly notice: 'check_again' };
