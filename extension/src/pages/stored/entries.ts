/** Everything in one storage area of the extension, each entry with what it is for; what nobody described is shown too. */
import { browser } from '@/shared/browser';
import { element, words } from '@/pages/element';
import { erasure } from './erasure';
import type { MessageKey } from '@/pages/words';

type Area = 'local' | 'session';

interface About {
  readonly title: MessageKey;
  readonly text: MessageKey;
  /** Whether the person may erase it here, or the part of the options where it is changed, or neither. */
  readonly way: 'erase' | 'none' | `options#${string}`;
}

const ABOUT: Record<Area, Record<string, About>> = {
  local: {
    settings: { title: 'stored_settings', text: 'stored_settings_text', way: 'erase' },
    settings_chosen: { title: 'stored_settings_chosen', text: 'stored_settings_chosen_text', way: 'erase' },
    silences: { title: 'stored_silences', text: 'stored_silences_text', way: 'erase' },
    figures: { title: 'stored_figures', text: 'stored_figures_text', way: 'erase' },
    lessons: { title: 'stored_lessons', text: 'stored_lessons_text', way: 'erase' },
    reminders: { title: 'stored_reminders', text: 'stored_reminders_text', way: 'erase' },
    welcomed: { title: 'stored_welcomed', text: 'stored_welcomed_text', way: 'erase' },
    // The browser's permission belongs to it, and goes with it there.
    added: { title: 'stored_added', text: 'stored_added_text', way: 'options#sites' },
    off: { title: 'stored_off', text: 'stored_off_text', way: 'options#sites' },
  },
  session: {
    states: { title: 'stored_states', text: 'stored_states_text', way: 'none' },
    pauses: { title: 'stored_pauses', text: 'stored_pauses_text', way: 'none' },
    accounts_seen: { title: 'stored_accounts_seen', text: 'stored_accounts_seen_text', way: 'none' },
    host_asks: { title: 'stored_host_asks', text: 'stored_host_asks_text', way: 'none' },
    proposal: { title: 'stored_proposal', text: 'stored_proposal_text', way: 'none' },
  },
};

const UNKNOWN: About = { title: 'stored_other', text: 'stored_other_text', way: 'erase' };

export type Entries = Readonly<Record<string, unknown>>;

export const loadEntries = (area: Area): Promise<Entries> => browser.storage[area].get(null);

/** Those we know in the order of the table, then the others. */
export function entryList(area: Area, entries: Entries, refresh: () => void): HTMLElement {
  const known = Object.keys(ABOUT[area]).filter((key) => Object.hasOwn(entries, key));
  const others = Object.keys(entries).filter((key) => !known.includes(key));
  const items = [...known, ...others].map((key) => {
    const about = ABOUT[area][key] ?? UNKNOWN;
    const erase = (): void => void browser.storage[area].remove(key).then(refresh);
    return entryLine(words(about.title), words(about.text), key, entries[key], wayOut(about, key, erase));
  });
  return listOf(items);
}

/** @param key - the name under which it is stored. */
export function entryLine(title: string, text: string, key: string, value: unknown, ...actions: Node[]): HTMLElement {
  const content = element('pre', { tabindex: '0', 'aria-label': words('stored_content_of', key) }, JSON.stringify(value, null, 2));
  return element(
    'li',
    { 'data-entry': key },
    element('h3', {}, title, ' ', element('code', {}, key)),
    element('p', { class: 'note' }, text),
    element('details', {}, element('summary', { 'data-key': `show-${key}` }, words('stored_show')), content),
    ...actions,
  );
}

export const listOf = (items: readonly HTMLElement[]): HTMLElement =>
  items.length === 0 ? element('p', {}, words('stored_none')) : element('ul', { class: 'entries' }, ...items);

function wayOut({ way, title }: About, key: string, erase: () => void): HTMLElement {
  if (way === 'erase') return erasure(title === 'stored_other' ? key : words(title), `erase-${key}`, erase);
  if (way === 'none') return element('span', {});
  return element('a', { href: `/options.html${way.slice('options'.length)}` }, words('stored_change'));
}
