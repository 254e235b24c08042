/** The part of the options about the connection with the program. */
import type { Status } from '@/shared/messages';
import { send } from '@/shared/send';
import type { Service } from '@/shared/service';
import { button, element, words } from '@/pages/element';
import { pagePart, type PagePart } from '@/pages/page-part';
import { pairingForm } from '@/pages/pairing-form';
import { isServiceMode, pageService } from '@/pages/service';
import { asksForConnection, statePanel } from '@/pages/state-panel';

export const pairingPart = (): PagePart =>
  pagePart({ id: 'pairing', title: 'options_pairing', load: () => send('status', { tabId: null }), draw: pairingContent });

function pairingContent(status: Status, refresh: () => void): Node[] {
  const panel = statePanel(status, 'h3');
  if (isServiceMode()) return [panel, ...serviceNote(pageService())];
  const form = pairingForm(refresh);
  if (status.port === null) return [panel, form];
  const forget = button('options_forget', 'quiet', () => void send('unpair', null).then(refresh));
  const paired = words(status.by === 'host' ? 'options_paired_host' : 'options_paired', String(status.port));
  return [
    panel,
    element('p', { class: 'note' }, paired),
    element('details', { open: asksForConnection(status) }, element('summary', {}, words('options_replace')), form),
    element('div', { class: 'actions' }, forget),
  ];
}

const serviceNote = (service: Service | null): Node[] =>
  service === null ? [] : [element('p', { class: 'note' }, words('options_paired_service', service.host))];
