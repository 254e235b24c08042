/**
 * One table: message name → what to do. Looks at every message as if an enemy had sent it: who sends, then what form,
 * then the work. A message that does not pass is not answered at all.
 */
import { browser, type Browser } from '@/shared/browser';
import { isForm, isOneOf, isText, isWhole, orNull } from '@/shared/closed-form';
import { addFigure } from '@/shared/storage/figure-store';
import { COUNTED, OPENABLE, WHO, type Envelope, type MessageName, type Messages } from '@/shared/messages';
import { loadSettings } from '@/shared/storage/settings-store';
import { isProposal } from '@/shared/silence';
import { check, isCheckMessage } from './checking';
import { openPage } from './own-pages';
import { pair, ping, unpair } from './pairing';
import { hostOf, pause, pausedIn } from './pauses';
import { openedProposal, openProposal } from './proposals';
import { dismissReminder, dueReminder, isMoment } from './reminders';
import { addSite, isWatchedAddress, listSites, removeSite } from './sites';
import { noteGone, noteLeft, noteTooLong } from './states';
import { status } from './status';
import { createThrottle } from './throttle';

type Sender = Browser.runtime.MessageSender;
type Tab = Browser.tabs.Tab;

interface Handler<N extends MessageName> {
  accepts(request: unknown): boolean;
  /** `tab` is null for a page of ours outside any tab, such as the popup. */
  answer(request: Messages[N]['request'], tab: Tab | null): Promise<Messages[N]['response']>;
}

const isNull = (value: unknown): boolean => value === null;
const isOriginRequest = (value: unknown): boolean => isForm(value, { origin: isText(300) });
const isTabId = isWhole(0, Number.MAX_SAFE_INTEGER);
const isSwitched = orNull((value) => typeof value === 'boolean');
/** Names of lessons and of parts of the options. */
const isFragment = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{0,64}$/.test(value);

/** All tabs together, since what opens comes before the person's eyes; figures, tab by tab, only cost a little work. */
const ALL_TABS = -1;
const mayPropose = createThrottle(0.5, 1);
const mayOpen = createThrottle(1, 1);
const mayCount = createThrottle(5, 50);
const mayRemind = createThrottle(1, 10);

const NOTES = { text_too_long: noteTooLong, gone: noteGone, left: noteLeft };

const HANDLERS: { [N in MessageName]: Handler<N> } = {
  check: { accepts: isCheckMessage, answer: (request, tab) => check(request, idOf(tab)) },
  composer: {
    accepts: (value) => isForm(value, { state: isOneOf(Object.keys(NOTES)) }),
    answer: async ({ state }, tab) => nothing(NOTES[state](idOf(tab))),
  },
  here: { accepts: isNull, answer: async (_, tab) => here(tab) },
  propose: {
    accepts: isProposal,
    answer: async (proposal, tab) =>
      tab !== null && mayPropose(ALL_TABS, Date.now()) ? nothing(openProposal(proposal)) : null,
  },
  count: {
    accepts: (value) => isForm(value, { what: isOneOf(COUNTED), times: isWhole(1, 300) }),
    answer: async (request, tab) => (mayCount(idOf(tab) ?? ALL_TABS, Date.now()) ? nothing(count(request)) : null),
  },
  reminder: {
    accepts: isMoment,
    answer: async (moment, tab) => (mayRemind(idOf(tab) ?? ALL_TABS, Date.now()) ? dueReminder(moment) : null),
  },
  reminderDismissed: { accepts: isNull, answer: async () => nothing(dismissReminder()) },
  open: {
    accepts: (value) => isForm(value, { page: isOneOf(OPENABLE), at: isFragment }),
    answer: async (request) => (mayOpen(ALL_TABS, Date.now()) ? nothing(openPage(request)) : null),
  },
  status: {
    accepts: (value) => isForm(value, { tabId: orNull(isTabId) }),
    answer: async ({ tabId }, tab) => status(tabId ?? idOf(tab)),
  },
  pair: { accepts: (value) => isForm(value, { code: isText(1000) }), answer: async ({ code }) => pair(code) },
  unpair: { accepts: isNull, answer: async () => nothing(unpair()) },
  retry: { accepts: isNull, answer: ping },
  sites: { accepts: isNull, answer: listSites },
  addSite: { accepts: isOriginRequest, answer: async ({ origin }) => addSite(origin) },
  removeSite: { accepts: isOriginRequest, answer: async ({ origin }) => nothing(removeSite(origin)) },
  pause: {
    accepts: (value) => isForm(value, { tabId: isTabId, tab: isSwitched, site: isSwitched }),
    answer: async (request) => nothing(pause(request)),
  },
  proposal: { accepts: isNull, answer: openedProposal },
};

/** @returns undefined when the message is not for us, or not from somebody who may send it. */
export async function answerTo(message: unknown, sender: Sender): Promise<unknown> {
  if (!isEnvelope(message) || !(await maySend(message.name, sender))) return undefined;
  const handler = HANDLERS[message.name] as Handler<MessageName>;
  return handler.accepts(message.request) ? handler.answer(message.request, sender.tab ?? null) : undefined;
}

const isEnvelope = (value: unknown): value is Envelope =>
  isForm(value, { name: isOneOf(Object.keys(WHO)), request: () => true });

async function maySend(name: MessageName, sender: Sender): Promise<boolean> {
  if (sender.id !== browser.runtime.id) return false;
  if (sender.url?.startsWith(browser.runtime.getURL('/')) === true) return true;
  if (WHO[name] !== 'content' || sender.tab === undefined) return false;
  return isWatchedAddress(addressOf(sender));
}

// A frame without an address of its own (about:blank, srcdoc, blob) belongs to the origin that made it.
function addressOf(sender: Sender): string {
  if (sender.url !== undefined && /^https?:/.test(sender.url)) return sender.url;
  return sender.origin ?? sender.tab?.url ?? '';
}

const idOf = (tab: Tab | null): number | null => tab?.id ?? null;

async function here(tab: Tab | null): Promise<Messages['here']['response']> {
  const paused = await pausedIn(tab);
  return { paused: paused.tab || paused.site, topHost: hostOf(tab) };
}

async function count({ what, times }: Messages['count']['request']): Promise<void> {
  if ((await loadSettings()).values.figures) await addFigure(what, times);
}

async function nothing(work: Promise<void>): Promise<null> {
  await work;
  return null;
}
