/** The options: pairing, watched sites, and what happens to a text, in plain words. */
import { browser } from '@/shared/browser';
import { uiLanguage } from '@/shared/i18n';
import type { SiteRow, Status } from '@/shared/messages';
import { send } from '@/shared/send';
import { button, element, switchButton, words } from './element';
import { pairingForm } from './pairing-form';
import { switchSite } from './site-switch';
import { asksForCode, statePanel } from './state-panel';
import type { MessageKey } from './words';
import './look.css';
import './options.css';

export async function startOptions(main: HTMLElement): Promise<void> {
  document.documentElement.lang = uiLanguage();
  document.title = words('options_title');
  const pairing = element('section', { class: 'sheet', id: 'pairing' });
  const sites = element('section', { class: 'sheet', id: 'sites' });
  main.replaceChildren(head(), pairing, sites, privacy());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'session') void showPairing(pairing);
    else void showSites(sites);
  });
  await Promise.all([showPairing(pairing), showSites(sites)]);
  await send('retry', null).catch(() => undefined);
}

async function showPairing(section: HTMLElement): Promise<void> {
  const status = await send('status', { tabId: null }).catch(() => undefined);
  const title = element('h2', {}, words('options_pairing'));
  if (status === undefined) section.replaceChildren(title, element('p', { role: 'alert' }, words('unexpected')));
  else section.replaceChildren(title, ...pairingParts(status, () => void showPairing(section)));
}

function pairingParts(status: Status, refresh: () => void): Node[] {
  const panel = statePanel(status, 'h3');
  const form = pairingForm(refresh);
  if (status.port === null) return [panel, form];
  const forget = button('options_forget', 'quiet', () => void send('unpair', null).then(refresh));
  return [
    panel,
    element('p', { class: 'note' }, words('options_paired', String(status.port))),
    element('details', { open: asksForCode(status.state) }, element('summary', {}, words('options_replace')), form),
    element('div', { class: 'actions' }, forget),
  ];
}

async function showSites(section: HTMLElement): Promise<void> {
  const rows = (await send('sites', null).catch(() => undefined)) ?? [];
  section.replaceChildren(
    element('h2', {}, words('options_sites')),
    element('p', { class: 'note' }, words('options_sites_hint')),
    element('ul', { class: 'sites' }, ...rows.map(siteLine)),
  );
}

function siteLine(row: SiteRow): HTMLElement {
  const name = element('span', { class: 'name' }, row.name);
  const note = row.locked ? words('options_site_locked') : row.kind === 'added' ? words('options_site_added') : '';
  const toggle = switchButton(row.name, row.watched, row.locked, () => void switchSite(row.origin, !row.watched));
  const remove = element('button', { type: 'button', class: 'button quiet' }, words('options_site_remove', row.name));
  remove.addEventListener('click', () => void switchSite(row.origin, false));
  return element('li', {}, name, element('span', { class: 'note' }, note), row.kind === 'added' ? remove : toggle);
}

function head(): HTMLElement {
  return element(
    'header',
    { class: 'head' },
    element('img', { src: '/icon/porte-parole.svg', alt: '' }),
    element(
      'div',
      {},
      element('h1', {}, words('options_title')),
      element('p', { class: 'note' }, words('options_tagline')),
    ),
  );
}

function privacy(): HTMLElement {
  const subjects: [MessageKey, MessageKey][] = [
    ['options_read_title', 'options_read_text'],
    ['options_where_title', 'options_where_text'],
    ['options_kept_title', 'options_kept_text'],
    ['options_who_title', 'options_who_text'],
  ];
  const entries = subjects.map(([title, text]) =>
    element('div', {}, element('dt', {}, words(title)), element('dd', {}, words(text))),
  );
  return element(
    'section',
    { class: 'sheet', id: 'privacy' },
    element('h2', {}, words('options_privacy')),
    element('dl', { class: 'privacy' }, ...entries),
  );
}
