/**
 * One table: message name → what to do. Looks at every message as if an enemy had sent it: what form, how often,
 * who sends, then the work. A message that does not pass is not answered at all.
 */
import type { Browser } from '@/shared/browser';
import { isForm, isOneOf, isText, isWhole, orNull } from '@/shared/closed-form';
import { addFigure } from '@/shared/storage/figure-store';
import { COUNTED, OPENABLE, WHO, type Envelope, type MessageName, type Messages } from '@/shared/messages';
import { loadSettings } from '@/shared/storage/settings-store';
import { isProposal } from '@/shared/silence';
import { check, isCheckMessage } from './checking';
import { openPage } from './own-pages';
import { connect, pair, ping, unpair } from './pairing';
import { hostOf, pause, pausedIn } from './pauses';
import { openedProposal, openProposal } from './proposals';
import { dismissReminder, dueReminder, isMoment } from './reminders';
import { maySend, type Sender } from './senders';
import { addSite, listSites, removeSite } from './sites';
import { noteGone, noteLeft, noteTooLong } from './states';
import { status } from './status';
import { inAll, perTab, type Throttle } from './throttle';

type Tab = Browser.tabs.Tab;

interface Handler<N extends MessageName> {
  accepts(request: unknown): boolean;
  /** For what content scripts may send: people in front of a page never come near it. */
  limit?: Throttle;
  /** `tab` is null for a page of ours outside any tab, such as the popup. */
  answer(request: Messages[N]['request'], tab: Tab | null): Promise<Messages[N]['response']>;
}

const isNull = (value: unknown): boolean => value === null;
const isOriginRequest = (value: unknown): boolean => isForm(value, { origin: isText(300) });
const isTabId = isWhole(0, Number.MAX_SAFE_INTEGER);
const isSwitched = orNull((value) => typeof value === 'boolean');
/** Names of lessons and of parts of the options. */
const isFragment = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{0,64}$/.test(value);

const NOTES = { text_too_long: noteTooLong, gone: noteGone, left: noteLeft };

const HANDLERS: { [N in MessageName]: Handler<N> } = {
  check: { accepts: isCheckMessage, limit: perTab(3, 12), answer: (request, tab) => check(request, idOf(tab)) },
  composer: {
    accepts: (value) => isForm(value, { state: isOneOf(Object.keys(NOTES)) }),
    limit: perTab(5, 50),
    answer: async ({ state }, tab) => nothing(NOTES[state](idOf(tab))),
  },
  here: { accepts: isNull, limit: perTab(5, 50), answer: async (_, tab) => here(tab) },
  propose: {
    accepts: isProposal,
    // All tabs together, since what opens comes before the person's eyes.
    limit: inAll(0.5, 1),
    answer: async (proposal, tab) => (tab === null ? null : nothing(openProposal(proposal))),
  },
  count: {
    accepts: (value) => isForm(value, { what: isOneOf(COUNTED), times: isWhole(1, 300) }),
    limit: perTab(5, 50),
    answer: async (request) => nothing(count(request)),
  },
  reminder: { accepts: isMoment, limit: perTab(1, 10), answer: async (moment) => dueReminder(moment) },
  reminderDismissed: { accepts: isNull, limit: perTab(1, 10), answer: async () => nothing(dismissReminder()) },
  open: {
    accepts: (value) => isForm(value, { page: isOneOf(OPENABLE), at: isFragment }),
    limit: inAll(1, 1),
    answer: async (request) => nothing(openPage(request)),
  },
  status: {
    accepts: (value) => isForm(value, { tabId: orNull(isTabId) }),
    answer: async ({ tabId }, tab) => status(tabId ?? idOf(tab)),
  },
  pair: { accepts: (value) => isForm(value, { code: isText(1000) }), answer: async ({ code }) => pair(code) },
  connect: { accepts: isNull, answer: connect },
  unpair: { accepts: isNull, answer: async () => nothing(unpair()) },
  retry: { accepts: isNull, answer: async () => ping('person') },
  sites: { accepts: isNull, answer: listSites },
  addSite: { accepts: isOriginRequest, answer: async ({ origin }) => addSite(origin) },
  removeSite: { accepts: isOriginRequest, answer: async ({ origin }) => nothing(removeSite(origin)) },
  pause: {
    accepts: (value) => isForm(value, { tabId: isTabId, tab: isSwitched, site: isSwitched }),
    answer: async (request) => nothing(pause(request)),
  },
  proposal: { accepts: isNull, answer: openedProposal },
};

/** @returns undefined when the message is not for us, not from somebody who may send it, or one too many. */
export async function answerTo(message: unknown, sender: Sender): Promise<unknown> {
  if (!isEnvelope(message)) return undefined;
  const handler = HANDLERS[message.name] as Handler<MessageName>;
  const tab = sender.tab ?? null;
  // The sender comes last, since that takes reading what is stored: a thousand a second should cost next to nothing.
  if (!handler.accepts(message.request) || handler.limit?.(idOf(tab), Date.now()) === false) return undefined;
  if (!(await maySend(message.name, sender))) return undefined;
  return handler.answer(message.request, tab);
}

const isEnvelope = (value: unknown): value is Envelope =>
  isForm(value, { name: isOneOf(Object.keys(WHO)), request: () => true });

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
