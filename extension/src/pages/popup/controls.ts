/** This site on or off, and pauses that end by themselves. */
import type { Status } from '@/shared/messages';
import { element, switchButton, words } from '@/pages/element';
import type { MessageKey } from '@/pages/words';

/** As the message `pause` takes it: null leaves it as it is. */
export interface WantedPause {
  readonly tab: boolean | null;
  readonly site: boolean | null;
}

export interface ControlsActions {
  /** @returns a sentence to show when it was not done, '' when it was. */
  switchSite(on: boolean): Promise<string>;
  pause(wanted: WantedPause): void;
}

/** As people say it; only for showing. */
export const shortHost = (host: string): string => host.replace(/^www\./, '');

export function controlsParts({ site, paused }: Status, actions: ControlsActions): Node[] {
  if (site === null) return [element('p', { class: 'note' }, words('popup_site_none'))];
  if (!site.watched && !site.canAdd) return [element('p', { class: 'note' }, words('popup_site_locked'))];
  const line = siteLine(site, actions);
  return site.watched ? [line, ...pauseParts(paused, actions)] : [line];
}

/** Two buttons that stay pressed, and when a pause ends. */
export function pauseParts(paused: Status['paused'], { pause }: Pick<ControlsActions, 'pause'>): Node[] {
  const tab = pauseButton('popup_pause_tab', paused.tab, () => pause({ tab: !paused.tab, site: null }));
  const site = pauseButton('popup_pause_site', paused.site, () => pause({ tab: null, site: !paused.site }));
  const label = element('span', { id: 'pause' }, words('popup_pause'));
  const group = { class: 'pause', role: 'group', 'aria-labelledby': 'pause', 'aria-describedby': 'pause-end' };
  return [
    element('div', group, label, tab, site),
    element('p', { class: 'note', id: 'pause-end' }, words('popup_pause_end')),
  ];
}

function siteLine(site: NonNullable<Status['site']>, { switchSite }: ControlsActions): HTMLElement {
  const text = element('span', { role: 'status' }, words(site.watched ? 'popup_site_on' : 'popup_site_off', shortHost(site.host)));
  const toggle = switchButton(words('popup_site_on', shortHost(site.host)), site.watched, false, () => {
    void switchSite(!site.watched).then((trouble) => {
      if (trouble !== '') text.textContent = trouble;
    });
  });
  toggle.dataset['focus'] = 'site';
  return element('div', { class: 'line' }, text, toggle);
}

function pauseButton(key: MessageKey, pressed: boolean, onClick: () => void): HTMLButtonElement {
  const attributes = { type: 'button', class: 'chip', 'aria-pressed': String(pressed), 'data-focus': key };
  const made = element('button', attributes, words(key));
  made.addEventListener('click', onClick);
  return made;
}
