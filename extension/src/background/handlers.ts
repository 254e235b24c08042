/**
 * One table: message name → what to do. Looks at every message as if an enemy had sent it: who sends, then what form,
 * then the work. A message that does not pass is not answered at all.
 */
import { browser, type Browser } from '@/shared/browser';
import { isForm, isOneOf, isText, isWhole, orNull } from '@/shared/closed-form';
import { fail, ok, type Outcome } from '@/shared/errors';
import { WHO, type Envelope, type MessageName, type Messages, type Status } from '@/shared/messages';
import { isCheckRequest, isReport, MAX_TEXT_UTF16, type CheckRequest, type Report } from '@/shared/wire';
import { loadPairing } from './key-store';
import { pair, ping, unpair } from './pairing';
import { ask } from './server-client';
import { addSite, isWatchedAddress, listSites, removeSite, siteOfPage } from './sites';
import { noteChecked, noteError, noteGone, noteTooLong, stateOf } from './states';
import { createThrottle } from './throttle';

type Sender = Browser.runtime.MessageSender;

interface Handler<N extends MessageName> {
  accepts(request: unknown): boolean;
  answer(request: Messages[N]['request'], tabId: number | null): Promise<Messages[N]['response']>;
}

const isNull = (value: unknown): boolean => value === null;
const isOriginRequest = (value: unknown): boolean => isForm(value, { origin: isText(300) });

const HANDLERS: { [N in MessageName]: Handler<N> } = {
  check: { accepts: isCheckMessage, answer: check },
  composer: {
    accepts: (value) => isForm(value, { state: isOneOf(['text_too_long', 'gone']) }),
    answer: async ({ state }, tabId) => nothing(state === 'gone' ? noteGone(tabId) : noteTooLong(tabId)),
  },
  status: {
    accepts: (value) => isForm(value, { tabId: orNull(isWhole(0, Number.MAX_SAFE_INTEGER)) }),
    answer: async (request, tabId) => status(request.tabId ?? tabId),
  },
  pair: { accepts: (value) => isForm(value, { code: isText(1000) }), answer: async ({ code }) => pair(code) },
  unpair: { accepts: isNull, answer: async () => nothing(unpair()) },
  retry: { accepts: isNull, answer: ping },
  sites: { accepts: isNull, answer: listSites },
  addSite: { accepts: isOriginRequest, answer: async ({ origin }) => addSite(origin) },
  removeSite: { accepts: isOriginRequest, answer: async ({ origin }) => nothing(removeSite(origin)) },
};

/** @returns undefined when the message is not for us, or not from somebody who may send it. */
export async function answerTo(message: unknown, sender: Sender): Promise<unknown> {
  if (!isEnvelope(message) || !(await maySend(message.name, sender))) return undefined;
  const handler = HANDLERS[message.name] as Handler<MessageName>;
  return handler.accepts(message.request) ? handler.answer(message.request, sender.tab?.id ?? null) : undefined;
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

const mayCheck = createThrottle(3, 12);

async function check(request: CheckRequest, tabId: number | null): Promise<Outcome<Report>> {
  if (!mayCheck(tabId ?? -1, Date.now())) return fail('not_reached');
  const outcome = await checkOnServer(request);
  if (outcome.ok) await noteChecked(tabId, outcome.value.findings.length);
  else await noteError(tabId, outcome.error);
  return outcome;
}

async function checkOnServer(request: CheckRequest): Promise<Outcome<Report>> {
  if (request.text.length > MAX_TEXT_UTF16) return fail('text_too_long');
  const pairing = await loadPairing();
  if (pairing === null) return fail('not_configured');
  const answer = await ask(pairing, '/v1/check', request);
  if (!answer.ok) return answer;
  return isReport(answer.value, request.text.length) ? ok(answer.value) : fail('refused');
}

// A text over the limit is answered as such; in everything else the request must be exact.
function isCheckMessage(value: unknown): boolean {
  if (isCheckRequest(value)) return true;
  const text = (value as { text?: unknown } | null)?.text;
  return typeof text === 'string' && text.length > MAX_TEXT_UTF16;
}

async function status(tabId: number | null): Promise<Status> {
  const [pairing, shown] = await Promise.all([loadPairing(), stateOf(tabId)]);
  const tab = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
  return {
    ...(pairing === null ? { state: 'not_configured' as const, findings: 0 } : shown),
    port: pairing?.port ?? null,
    site: tab?.url === undefined ? null : await siteOfPage(tab.url),
  };
}

async function nothing(work: Promise<void>): Promise<null> {
  await work;
  return null;
}
