/** Who sends a message, judged by what the browser says of the sender, never by what the message says. */
import { browser, type Browser } from '@/shared/browser';
import { WHO, type MessageName } from '@/shared/messages';
import { pausedIn } from './pauses';
import { isSwitchedOff, isWatchedAddress } from './sites';

export type Sender = Browser.runtime.MessageSender;

/** Our own pages may send everything, a content script what `WHO` gives it, from where it may read; nobody else anything. */
export async function maySend(name: MessageName, sender: Sender): Promise<boolean> {
  if (sender.id !== browser.runtime.id || sender.tab?.incognito === true) return false;
  if (isOwnPage(sender)) return true;
  if (WHO[name] !== 'content' || sender.tab === undefined) return false;
  if (!(await isWatchedAddress(addressOf(sender))) || (await isSwitchedOff(sender.tab.url))) return false;
  return name !== 'check' || !(await isPausedFor(sender));
}

// A page of ours that runs in a sandbox, or in somebody else's name, has our address and another origin.
function isOwnPage({ url, origin }: Sender): boolean {
  const own = browser.runtime.getURL('/');
  return url?.startsWith(own) === true && (origin === undefined || `${origin}/` === own);
}

// A frame without an address of its own (about:blank, srcdoc, blob) belongs to the origin that made it.
function addressOf(sender: Sender): string {
  if (sender.url !== undefined && /^https?:/.test(sender.url)) return sender.url;
  return sender.origin ?? sender.tab?.url ?? '';
}

/** The page knows that it is paused, unless it was taken over. */
async function isPausedFor({ tab }: Sender): Promise<boolean> {
  const paused = await pausedIn(tab ?? null);
  return paused.tab || paused.site;
}
