/**
 * Keeps what the toolbar shows true: remembers how the server is, what each tab's last text met and what is paused, in
 * the session, since the worker forgets. `toolbar.ts` draws it. Nothing ever looks like "all clear" unless a text was
 * really checked.
 */
import { browser } from '@/shared/browser';
import type { CheckError } from '@/shared/errors';
import { createQueue } from '@/shared/storage/in-turn';
import type { ServerState } from '@/shared/messages';
import { languageIn, loadSettings } from '@/shared/storage/settings-store';
import { drawTab, type Shown } from './toolbar';

/** How the server is, whatever the tab. */
type ServerHealth = Exclude<ServerState, 'active' | 'paused' | 'text_too_long' | 'left'>;
type TabState = { state: 'active'; findings: number } | { state: 'text_too_long' | 'left'; findings: 0 };

interface Remembered {
  server: ServerHealth;
  tabs: Record<string, TabState>;
  /** Tabs in which the person wants nothing to be read: an answer that comes late does not end that. */
  paused: number[];
}

export const RETRY_ALARM = 'retry';

/** What a tab shows: a pause hides everything but a missing pairing; trouble with the server hides earlier answers. */
export function shownIn(remembered: Remembered, tabId: number | null): Shown {
  const tab = tabId === null ? undefined : remembered.tabs[tabId];
  const isPaused = tabId !== null && remembered.paused.includes(tabId);
  if (isPaused && remembered.server !== 'not_configured') return { state: 'paused', findings: 0 };
  if (remembered.server !== 'idle' || tab === undefined) return { state: remembered.server, findings: 0 };
  return tab;
}

/** Whether what answered last was not our server, or one that does not understand us: no text goes there unasked. */
export async function isInDoubt(): Promise<boolean> {
  const { server } = await load();
  return server === 'not_authenticated' || server === 'refused';
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

/** The content script ended itself: until the page is loaded again, nothing in it is checked. */
export async function noteLeft(tabId: number | null): Promise<void> {
  await change((now) => withTab(now, tabId, { state: 'left', findings: 0 }));
}

/** The person paused these tabs, or ended their pause. */
export async function notePaused(tabIds: readonly number[], paused: boolean): Promise<void> {
  await change((now) => tabIds.reduce((then, tabId) => withPause(then, tabId, paused), now));
}

/** Another page in the tab: the browser forgot the tab's icon, and what was said about the last text is no longer true. */
export async function noteNewPage(tabId: number, paused: boolean): Promise<void> {
  await change((now) => withPause(withTab(now, tabId, null), tabId, paused), paused);
}

/**
 * The server answered, or the pairing is new: no text is behind this, so no tab becomes `active` by it.
 *
 * @returns whether this ended trouble.
 */
export async function noteReady(): Promise<boolean> {
  const before = await change((now) => ({ ...now, server: 'idle' }));
  return before.server !== 'idle';
}

/** The composer or the tab is gone. */
export async function noteGone(tabId: number | null): Promise<void> {
  await change((now) => withTab(now, tabId, null));
}

/** The choice of sites changed: a tab that is still watched says so again with its next check. */
export async function noteAllGone(): Promise<void> {
  await change((now) => ({ ...now, tabs: {} }));
}

/** Draws everything again: the language is another. */
export async function redraw(): Promise<void> {
  await change((now) => now, true);
}

const inTurn = createQueue();

/** @returns what was remembered before. */
function change(next: (now: Remembered) => Remembered, drawAnyway = false): Promise<Remembered> {
  return inTurn(async () => {
    const before = await load();
    const after = next(before);
    if (!drawAnyway && JSON.stringify(before) === JSON.stringify(after)) return before;
    await browser.storage.session.set({ states: after });
    await draw(before, after);
    return before;
  });
}

async function load(): Promise<Remembered> {
  const { states } = await browser.storage.session.get('states');
  return (states as Remembered | undefined) ?? { server: 'idle', tabs: {}, paused: [] };
}

function withTab(now: Remembered, tabId: number | null, state: TabState | null): Remembered {
  if (tabId === null) return now;
  const tabs = Object.entries(now.tabs).filter(([id]) => id !== String(tabId));
  return { ...now, tabs: Object.fromEntries(state === null ? tabs : [...tabs, [String(tabId), state]]) };
}

function withPause(now: Remembered, tabId: number, paused: boolean): Remembered {
  const others = now.paused.filter((id) => id !== tabId);
  return { ...now, paused: paused ? [...others, tabId] : others };
}

async function draw(before: Remembered, after: Remembered): Promise<void> {
  const ids = [before, after].flatMap(({ tabs, paused }) => [...Object.keys(tabs).map(Number), ...paused]);
  const language = languageIn((await loadSettings()).values);
  const drawings = [null, ...new Set(ids)].map((tabId) => drawTab(tabId, shownIn(after, tabId), language));
  await Promise.allSettled([...drawings, keepTrying(after.server !== 'idle')]);
}

// Composers retry by themselves; this is for the icon while nobody writes, and for a native host that comes later. One
// minute: the server may be off all day. Making an alarm anew would put it off each time.
async function keepTrying(wanted: boolean): Promise<void> {
  if (!wanted) await browser.alarms.clear(RETRY_ALARM);
  else if ((await browser.alarms.get(RETRY_ALARM)) === undefined) await browser.alarms.create(RETRY_ALARM, { periodInMinutes: 1 });
}
