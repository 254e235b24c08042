/** What the tests of our full pages have in common: an empty page, a background that answers, a reader of English. */
import { vi } from 'vitest';
import type { Envelope, SiteRow, Status } from '@/shared/messages';
import { browser, reset } from '../fake-browser';

export const PAIRED: Status = { state: 'idle', findings: 0, port: 18440, by: 'code', site: null, paused: { tab: false, site: false } };

export const SITES: SiteRow[] = [
  { name: 'Facebook', origin: 'https://facebook.com', kind: 'listed', watched: true, locked: false },
  { name: 'X', origin: 'https://x.com', kind: 'listed', watched: false, locked: true },
  { name: 'example.org', origin: 'https://example.org', kind: 'added', watched: true, locked: false },
];

export interface PageTest {
  main: HTMLElement;
  /** What the background answers, by name of the message; change it before or during a test. */
  answers: Record<string, unknown>;
}

export function freshPage(): PageTest {
  reset();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  location.hash = '';
  const answers: Record<string, unknown> = { status: PAIRED, sites: SITES, retry: { ok: true, value: null } };
  browser.runtime.sendMessage.mockImplementation(async ({ name }: Envelope) => answers[name] ?? null);
  document.body.innerHTML = '<main></main>';
  return { main: document.querySelector('main')!, answers };
}

export const kept = (): Record<string, unknown> => browser.storage.local.values;

/** What the background was asked with this name; undefined when it was not. */
export const sent = (name: string): unknown =>
  browser.runtime.sendMessage.mock.calls.map(([envelope]) => envelope as Envelope).find((it) => it.name === name)?.request;

export const buttonIn = (place: ParentNode, words: string): HTMLButtonElement =>
  [...place.querySelectorAll('button')].find((it) => it.textContent === words || it.getAttribute('aria-label') === words)!;
