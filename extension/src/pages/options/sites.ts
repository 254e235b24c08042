/** The part of the options with the watched sites. */
import type { SiteRow } from '@/shared/messages';
import { send } from '@/shared/send';
import { element, switchButton, words } from '@/pages/element';
import { pagePart, type PagePart } from '@/pages/page-part';
import { switchSite } from '@/pages/site-switch';

export const sitesPart = (): PagePart =>
  pagePart({ id: 'sites', title: 'options_sites', load: () => send('sites', null), draw: sitesContent });

function sitesContent(rows: SiteRow[]): Node[] {
  return [
    element('p', { class: 'note' }, words('options_sites_hint')),
    element('ul', { class: 'lines sites' }, ...rows.map(siteLine)),
  ];
}

function siteLine(row: SiteRow): HTMLElement {
  const name = element('span', { class: 'name' }, row.name);
  const note = row.locked ? words('options_site_locked') : row.kind === 'added' ? words('options_site_added') : '';
  return element('li', {}, name, element('span', { class: 'note' }, note), row.kind === 'added' ? removal(row) : toggle(row));
}

function toggle(row: SiteRow): HTMLElement {
  const made = switchButton(row.name, row.watched, row.locked, () => void switchSite(row.origin, !row.watched));
  made.dataset['key'] = row.origin;
  return made;
}

function removal(row: SiteRow): HTMLElement {
  const made = element('button', { type: 'button', class: 'button quiet', 'data-key': row.origin }, words('options_site_remove', row.name));
  made.addEventListener('click', () => void switchSite(row.origin, false));
  return made;
}
