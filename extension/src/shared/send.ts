/** Sends one message to the background; the only caller of `runtime.sendMessage`. */
import { browser } from './browser';
import type { Outcome } from './errors';
import { fail } from './errors';
import type { Envelope, MessageName, Messages } from './messages';
import type { CheckRequest, Report } from './wire';

/**
 * @returns the background's answer; undefined when it ignored the message.
 * @throws when the background is not there: stopped while answering, or the extension was updated under this page.
 */
export async function send<N extends MessageName>(
  name: N,
  request: Messages[N]['request'],
): Promise<Messages[N]['response'] | undefined> {
  const envelope: Envelope<N> = { name, request };
  return browser.runtime.sendMessage<Envelope<N>, Messages[N]['response'] | undefined>(envelope);
}

/** A checker that goes through the background and never throws. */
export async function checkThroughBackground(request: CheckRequest): Promise<Outcome<Report>> {
  try {
    return (await send('check', request)) ?? fail('not_reached');
  } catch {
    return fail(isExtensionHere() ? 'not_reached' : 'extension_reloaded');
  }
}

/** After an update the old script lives on in the page, without an extension behind it: `runtime.id` is gone. */
export function isExtensionHere(): boolean {
  return (browser.runtime as typeof browser.runtime | undefined)?.id !== undefined;
}
