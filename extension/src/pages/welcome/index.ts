/** The first page a new reader sees: a greeting, three steps, what the lines mean, and what happens to a text. */
import { browser } from '@/shared/browser';
import type { Severity } from '@/shared/wire';
import { loadSettings, onSettings } from '@/shared/storage/settings-store';
import { send } from '@/shared/send';
import { element, words } from '@/pages/element';
import { pageTop } from '@/pages/page-frame';
import { pagePart, type PagePart } from '@/pages/page-part';
import { pairingForm } from '@/pages/pairing-form';
import { privacyAnswers } from '@/pages/privacy-answers';
import { isServiceMode } from '@/pages/service';
import { settingRow } from '@/pages/settings/row';
import { startPage } from '@/pages/start-page';
import { statePanel } from '@/pages/state-panel';
import type { MessageKey } from '@/pages/words';
import '@/pages/look.css';
import '@/pages/page.css';
import '@/pages/settings/settings.css';
import './welcome.css';

const SEVERITIES: readonly Severity[] = ['low', 'medium', 'high'];

/** Where to read on: page, its name, a sentence about it. */
const MORE: [string, MessageKey, MessageKey][] = [
  ['/learn.html', 'welcome_learn', 'welcome_learn_text'],
  ['/options.html', 'welcome_options', 'welcome_options_text'],
  ['/stored.html', 'welcome_stored', 'welcome_stored_text'],
];

export async function startWelcome(main: HTMLElement): Promise<void> {
  let parts: readonly PagePart[] = [];
  const refresh = async (): Promise<void> => void (await Promise.all(parts.map((part) => part.refresh())));
  await startPage('welcome_title', async () => {
    const [pair, reminders] = (parts = [pairStep(), remindersPart()]) as [PagePart, PagePart];
    main.replaceChildren(pageTop(null), greeting(), privacy(), steps(pair), marks(), reminders.element, more());
    await refresh();
  });
  browser.storage.onChanged.addListener(() => void refresh());
  onSettings(() => void refresh(), new AbortController().signal);
  await send('retry', null).catch(() => undefined);
}

const greeting = (): HTMLElement =>
  element('div', { class: 'greeting' }, element('img', { src: '/icon/porte-parole.svg', alt: '' }), element('h1', {}, words('welcome_hello')), element('p', {}, words('welcome_text')));

const privacy = (): HTMLElement => sheet('privacy', 'welcome_privacy', privacyAnswers());

function steps(pair: PagePart): HTMLElement {
  const list = element('ol', { class: 'steps' }, element('li', {}, pair.element), element('li', {}, pinStep()), element('li', {}, practiceStep()));
  return element('section', { 'aria-labelledby': 'steps-title' }, element('h2', { id: 'steps-title' }, words('welcome_steps')), list);
}

/** The pairing form is only there while there is no connection, and one is the person's to make. */
const pairStep = (): PagePart =>
  pagePart({
    id: 'pair',
    title: 'welcome_pair',
    load: () => send('status', { tabId: null }),
    draw: (status, refresh) => [
      element('p', { class: 'note' }, words('welcome_pair_text')),
      statePanel(status, 'h3'),
      ...(status.by === 'host' ? [element('p', { class: 'note' }, words('pair_by_host'))] : []),
      ...(status.port === null && !isServiceMode() ? [pairingForm(refresh)] : []),
    ],
  });

const pinStep = (): HTMLElement =>
  sheet(
    'pin',
    'welcome_pin',
    element('p', {}, words(import.meta.env.FIREFOX ? 'welcome_pin_firefox' : 'welcome_pin_chromium')),
    element('img', { src: '/picture/toolbar.svg', alt: '', class: 'toolbar', width: '320', height: '56' }),
    element('p', { class: 'note' }, words('welcome_pin_why')),
  );

const practiceStep = (): HTMLElement =>
  sheet(
    'practise',
    'welcome_practise',
    element('p', {}, words('welcome_practise_text')),
    element('p', {}, element('a', { class: 'button', href: '/practice.html' }, words('welcome_practise_open'))),
  );

const marks = (): HTMLElement =>
  sheet(
    'marks',
    'welcome_marks',
    element('p', { class: 'note' }, words('welcome_marks_text')),
    element('ul', { class: 'samples' }, ...SEVERITIES.map(sample)),
  );

const sample = (severity: Severity): HTMLElement =>
  element(
    'li',
    {},
    element('p', { class: 'sample' }, words(`welcome_${severity}_before`), element('span', { class: `mark ${severity}` }, words(`welcome_${severity}_words`)), '.'),
    element('strong', { class: severity }, words(`card_severity_${severity}`)),
    element('span', { class: 'note' }, words(`welcome_${severity}_text`)),
  );

const remindersPart = (): PagePart =>
  pagePart({ id: 'reminders', title: 'welcome_reminders', load: loadSettings, draw: (loaded) => [settingRow('reminders', loaded)] });

const more = (): HTMLElement =>
  element(
    'section',
    { 'aria-labelledby': 'more-title' },
    element('h2', { id: 'more-title' }, words('welcome_more')),
    element('ul', { class: 'more' }, ...MORE.map(([page, title, text]) => element('li', {}, element('a', { href: page }, element('strong', {}, words(title)), element('span', {}, words(text)))))),
  );

const sheet = (id: string, title: MessageKey, ...content: Node[]): HTMLElement =>
  element('section', { class: 'sheet', id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title` }, words(title)), ...content);
