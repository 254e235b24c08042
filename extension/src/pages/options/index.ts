/** The options: everything a person can choose, in parts that the page's address can name ("options.html#reminders"). */
import { browser } from '@/shared/browser';
import { send } from '@/shared/send';
import { onSettings } from '@/shared/storage/settings-store';
import { element, words } from '@/pages/element';
import { companyPart } from './company';
import { keysPart } from './keys';
import { pairingPart } from './pairing';
import { remindersPart, settingsPart } from './settings';
import { silencesPart } from './silences';
import { sitesPart } from './sites';
import { pageIntro, pageTop } from '@/pages/page-frame';
import { pagePart, type PagePart } from '@/pages/page-part';
import { privacyAnswers } from '@/pages/privacy-answers';
import { startPage } from '@/pages/start-page';
import '@/pages/look.css';
import '@/pages/page.css';
import '@/pages/settings/settings.css';
import './options.css';

export async function startOptions(main: HTMLElement): Promise<void> {
  let parts: readonly PagePart[] = [];
  const refresh = async (): Promise<void> => void (await Promise.all(parts.map((part) => part.refresh())));
  await startPage('options_title', async () => {
    parts = makeParts();
    const content = element('div', { class: 'parts' }, partList(parts), element('div', { class: 'sheets' }, ...parts.map((part) => part.element)));
    main.replaceChildren(pageTop('options'), pageIntro(words('options_title'), words('options_tagline')), content);
    await refresh();
  });
  browser.storage.onChanged.addListener(() => void refresh());
  // A late answer about the company's values changes no storage.
  onSettings(() => void refresh(), new AbortController().signal);
  goToPart(location.hash.slice(1));
  await send('retry', null).catch(() => undefined);
}

const makeParts = (): PagePart[] => [
  pairingPart(),
  sitesPart(),
  settingsPart('marks'),
  remindersPart(),
  settingsPart('posting'),
  silencesPart(),
  keysPart(),
  settingsPart('general'),
  companyPart(),
  privacyPart(),
];

const privacyPart = (): PagePart =>
  pagePart({
    id: 'privacy',
    title: 'options_privacy',
    load: async () => null,
    draw: () => [privacyAnswers(), element('a', { href: '/stored.html' }, words('options_stored'))],
  });

const partList = (parts: readonly PagePart[]): HTMLElement =>
  element(
    'nav',
    { class: 'part-list', 'aria-label': words('options_parts') },
    element('ul', {}, ...parts.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, words(title))))),
  );

/** The parts are drawn after the browser looked for the place its address names. */
function goToPart(id: string): void {
  const part = id === '' ? null : document.getElementById(id);
  part?.scrollIntoView();
  part?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
