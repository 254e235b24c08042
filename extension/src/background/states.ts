/**
 * Keeps what the toolbar shows true: remembers how the server is and what each tab's last text met, and draws icon,
 * badge and title. Five things besides colour tell the states apart: shape, badge, title, sentence and, in the popup,
 * what to do next. Nothing here ever looks like "all clear" unless a text was really checked.
 */
import { browser } from '@/shared/browser';
import type { CheckError } from '@/shared/errors';
import { uiLanguage } from '@/shared/i18n';
import type { ServerState } from '@/shared/messages';
import { translate, type MessageKey } from './words';

/** How the server is, whatever the tab. */
type ServerHealth = Exclude<ServerState, 'active' | 'text_too_long'>;
type TabState = { state: 'active'; findings: number } | { state: 'text_too_long'; findings: 0 };

interface Remembered {
  server: ServerHealth;
  tabs: Record<string, TabState>;
}

export interface Shown {
  state: ServerState;
  findings: number;
}

/** Badge texts are words of one sign; the icon of the same name differs in shape, not only in colour. */
const BADGES: Record<ServerState, string> = {
  idle: '',
  active: '',
  not_reached: '?',
  not_authenticated: '!',
  not_configured: '+',
  text_too_long: '…',
  refused: '?',
};
const BADGE_COLOURS: Partial<Record<ServerState, string>> = { active: '#8A3A1F', not_authenticated: '#9A4A00' };
const QUIET_BADGE = '#5C5650';
export const RETRY_ALARM = 'retry';

/** What a tab shows: trouble with the server hides what an earlier answer said. */
export function shownIn(remembered: Remembered, tabId: number | null): Shown {
  const tab = tabId === null ? undefined : remembered.tabs[tabId];
  if (remembered.server !== 'idle' || tab === undefined) return { state: remembered.server, findings: 0 };
  return tab;
}

export async function stateOf(tabId: number | null): Promise<Shown> {
  return shownIn(await load(), tabId);
}

export async function noteChecked(tabId: number | null, findings: number): Promise<void> {
  await change((now) => withTab({ ...now, server: 'idle' }, tabId, { state: 'active', findings }));
}

/** A failed check, ping or pairing; `tabId` is null when no tab asked. */
export async function noteError(tabId: number | null, error: CheckError): Promise<void> {
  if (error === 'extension_reloaded') return;
  if (error === 'text_too_long') return noteTooLong(tabId);
  await change((now) => ({ ...now, server: error }));
}

export async function noteTooLong(tabId: number | null): Promise<void> {
  await change((now) => withTab(now, tabId, { state: 'text_too_long', findings: 0 }));
}

/** The server answered, or the pairing is new: no text is behind this, so no tab becomes `active` by it. */
export async function noteReady(): Promise<void> {
  await change((now) => ({ ...now, server: 'idle' }));
}

/** The composer, the page or the tab is gone. */
export async function noteGone(tabId: number | null): Promise<void> {
  await change((now) => withTab(now, tabId, null));
}

/** The choice of sites changed: a tab that is still watched says so again with its next check. */
export async function noteAllGone(): Promise<void> {
  await change((now) => ({ ...now, tabs: {} }));
}

// One change after the other: two answers at once would read the same past and one would be lost.
let last: Promise<unknown> = Promise.resolve();

function change(next: (now: Remembered) => Remembered): Promise<void> {
  const turn = last.then(async () => {
    const before = await load();
    const after = next(before);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await browser.storage.session.set({ states: after });
    await draw(before, after);
  });
  last = turn.catch(() => undefined);
  return turn;
}

async function load(): Promise<Remembered> {
  const { states } = await browser.storage.session.get('states');
  return (states as Remembered | undefined) ?? { server: 'idle', tabs: {} };
}

function withTab(now: Remembered, tabId: number | null, state: TabState | null): Remembered {
  if (tabId === null) return now;
  const tabs = Object.entries(now.tabs).filter(([id]) => id !== String(tabId));
  return { ...now, tabs: Object.fromEntries(state === null ? tabs : [...tabs, [String(tabId), state]]) };
}

async function draw(before: Remembered, after: Remembered): Promise<void> {
  const tabIds = new Set([...Object.keys(before.tabs), ...Object.keys(after.tabs)].map(Number));
  const drawings = [null, ...tabIds].map((tabId) => drawTab(tabId, shownIn(after, tabId)));
  await Promise.allSettled([...drawings, keepTrying(after.server === 'not_reached')]);
}

/** @param tabId - null draws what tabs without a state of their own show. */
async function drawTab(tabId: number | null, shown: Shown): Promise<void> {
  const where = tabId === null ? {} : { tabId };
  const icon = Object.fromEntries([16, 32].map((size) => [size, `/icon/${shown.state}-${size}.png`]));
  const title: MessageKey = `state_${shown.state}_title`;
  await Promise.all([
    browser.action.setIcon({ ...where, path: icon }),
    browser.action.setBadgeText({ ...where, text: badgeOf(shown) }),
    browser.action.setBadgeBackgroundColor({ ...where, color: BADGE_COLOURS[shown.state] ?? QUIET_BADGE }),
    browser.action.setTitle({ ...where, title: `Porte-parole · ${translate(title, uiLanguage())}` }),
  ]);
}

export function badgeOf(shown: Shown): string {
  return shown.findings > 0 ? String(shown.findings) : BADGES[shown.state];
}

// Composers retry by themselves; this is for the icon while nobody writes. One minute: the server may be off all day.
async function keepTrying(wanted: boolean): Promise<void> {
  if (wanted) await browser.alarms.create(RETRY_ALARM, { periodInMinutes: 1 });
  else await browser.alarms.clear(RETRY_ALARM);
}

