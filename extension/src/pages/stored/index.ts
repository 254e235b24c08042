/** "What is stored": the live content of everything the extension keeps, so that nobody has to take our word for it. */
import { browser } from '@/shared/browser';
import { loadManaged } from '@/shared/storage/company-values';
import { SETTING_NAMES } from '@/shared/storage/setting-values';
import { onSettings } from '@/shared/storage/settings-store';
import { element, words } from '@/pages/element';
import { pageIntro, pageTop } from '@/pages/page-frame';
import { pagePart, type PagePart } from '@/pages/page-part';
import { startPage } from '@/pages/start-page';
import { databaseList, loadDatabases } from './databases';
import { entryLine, entryList, listOf, loadEntries } from './entries';
import { figuresPart } from './figures';
import type { MessageKey } from '@/pages/words';
import '@/pages/look.css';
import '@/pages/page.css';
import '@/pages/settings/settings.css';
import './stored.css';

const ABSENT: MessageKey[] = ['stored_absent_texts', 'stored_absent_people', 'stored_absent_rhythm', 'stored_absent_away'];

export async function startStored(main: HTMLElement): Promise<void> {
  let parts: readonly PagePart[] = [];
  const refresh = async (): Promise<void> => void (await Promise.all(parts.map((part) => part.refresh())));
  await startPage('stored_title', async () => {
    parts = [figuresPart(), areaPart('local'), areaPart('session'), managedPart(), databasesPart(), absentPart()];
    const sheets = element('div', { class: 'sheets' }, ...parts.map((part) => part.element));
    main.replaceChildren(pageTop('stored'), pageIntro(words('stored_heading'), words('stored_intro')), sheets);
    await refresh();
  });
  browser.storage.onChanged.addListener(() => void refresh());
  onSettings(() => void refresh(), new AbortController().signal);
}

const areaPart = (area: 'local' | 'session'): PagePart =>
  pagePart({
    id: area,
    title: `stored_${area}`,
    load: () => loadEntries(area),
    draw: (entries, refresh) => [note(`stored_${area}_hint`), entryList(area, entries, refresh)],
  });

/** As the browser has it, also what no declaration knows. */
const managedPart = (): PagePart =>
  pagePart({
    id: 'managed',
    title: 'stored_managed',
    load: loadManaged,
    draw: (entries) => [note('stored_managed_hint'), listOf(Object.entries(entries ?? {}).map(([name, value]) => managedLine(name, value)))],
  });

function managedLine(name: string, value: unknown): HTMLElement {
  const known = SETTING_NAMES.find((setting) => setting === name);
  if (known === undefined) return entryLine(words('stored_other'), words('stored_other_text'), name, value);
  return entryLine(words(`options_${known}_title`), words(`options_${known}_hint`), name, value);
}

const databasesPart = (): PagePart =>
  pagePart({
    id: 'databases',
    title: 'stored_databases',
    load: loadDatabases,
    draw: (stores) => [note('stored_databases_hint'), databaseList(stores)],
  });

const absentPart = (): PagePart =>
  pagePart({
    id: 'absent',
    title: 'stored_absent',
    load: async () => null,
    draw: () => [element('ul', { class: 'absent' }, ...ABSENT.map((key) => element('li', {}, words(key))))],
  });

const note = (key: MessageKey): HTMLElement => element('p', { class: 'note' }, words(key));
