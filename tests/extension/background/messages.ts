/** What the tests of the message table have in common: a good request for every message, and everybody who might send it. */
import type { answerTo } from '@/background/handlers';
import type { MessageName, Messages } from '@/shared/messages';
import type { Moment } from '@/shared/reminders';
import request from '../../contract/request.json';
import { EXTENSION_ID, OWN_PAGE } from '../fake-browser';

export type Sender = Parameters<typeof answerTo>[1];

export const MOMENT: Moment = { site: 'www.facebook.com', audience: 'public', account: 'unknown', accountName: '', namesCompany: false, heated: false };

/** Only the sender decides whether these are answered. */
export const GOOD: { [N in MessageName]: Messages[N]['request'] } = {
  check: { text: request.text },
  composer: { state: 'gone' },
  here: null,
  propose: { kind: 'words', rule: 'r', title: 't', category: 'heated-slip', words: 'w' },
  count: { what: 'shown', times: 1 },
  reminder: MOMENT,
  reminderDismissed: null,
  open: { page: 'learn', at: 'rumour' },
  pause: { tabId: 1, tab: true, site: null },
  proposal: null,
  status: { tabId: null },
  pair: { code: 'x' },
  connect: null,
  unpair: null,
  retry: null,
  sites: null,
  addSite: { origin: 'https://example.org' },
  removeSite: { origin: 'https://example.org' },
};
export const NAMES = Object.keys(GOOD) as MessageName[];

export const message = (name: string, value: unknown): unknown => ({ name, request: value });
export const checkMessage = message('check', GOOD.check);

export const sender = (url: string | undefined, change: object = {}): Sender =>
  ({ id: EXTENSION_ID, url, tab: { id: 1, url }, ...change }) as Sender;

export const onFacebook = (tabId = 1): Sender =>
  sender('https://www.facebook.com/groups/1', { tab: { id: tabId, url: 'https://www.facebook.com/groups/1' } });
export const ownPage = (): Sender => sender(OWN_PAGE, { tab: undefined, origin: `chrome-extension://${EXTENSION_ID}` });

const strangeFrame = { tab: { id: 1, url: 'https://example.org/' } };
const OTHER = 'a'.repeat(32);

/** None of them is ever answered, whatever it sends. */
export const STRANGERS: [string, () => Sender][] = [
  ['a site that is not watched', () => sender('https://example.org/')],
  ['a site with a name that looks watched', () => sender('https://facebook.com.example.org/')],
  ['a site with a watched name before an @', () => sender('https://www.facebook.com@example.org/')],
  ['a watched site without encryption', () => sender('http://www.facebook.com/')],
  ['a strange frame in a watched page', () => sender('https://example.org/ad', { tab: { id: 1, url: 'https://www.facebook.com/' } })],
  ['a frame without an address in a page that is not watched', () => sender('about:blank', { ...strangeFrame, origin: 'https://example.org' })],
  ['a sandboxed frame', () => sender('about:srcdoc', { origin: 'null' })],
  ['a data address', () => sender('data:text/html,x', { origin: 'null' })],
  ['a file', () => sender('file:///etc/passwd')],
  ['a content script without a tab', () => sender('https://www.facebook.com/', { tab: undefined })],
  ['a page that is nowhere', () => sender(undefined, { tab: { id: 1 } })],
  ['a watched site in a private window', () => sender('https://www.facebook.com/', { tab: { id: 1, url: 'https://www.facebook.com/', incognito: true } })],
  ['another extension', () => sender('https://www.facebook.com/', { id: OTHER })],
  ['a page of another extension', () => sender(`chrome-extension://${OTHER}/popup.html`, { id: OTHER })],
  ['a page of another extension that gives our name', () => sender(`chrome-extension://${OTHER}/popup.html`, { tab: undefined })],
  ['somebody without a name', () => sender(OWN_PAGE, { id: undefined, tab: undefined })],
  ['an address that begins like ours', () => sender(`chrome-extension://${EXTENSION_ID}.evil/`)],
  ['an address with ours inside', () => sender(`https://example.org/chrome-extension://${EXTENSION_ID}/popup.html`)],
  ['a blob of ours', () => sender(`blob:chrome-extension://${EXTENSION_ID}/1-2`, { tab: undefined })],
  ['a page of ours in a sandbox', () => sender(OWN_PAGE, { tab: undefined, origin: 'null' })],
  ['a page of ours in the name of a site', () => sender(OWN_PAGE, { tab: undefined, origin: 'https://www.facebook.com' })],
];
