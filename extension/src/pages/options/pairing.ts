/** The part of the options about the connection with the program. */
import type { Status } from '@/shared/messages';
import { send } from '@/shared/send';
import { button, element, words } from '@/pages/element';
import { pagePart, type PagePart } from '@/pages/page-part';
import { pairingForm } from '@/pages/pairing-form';
import { asksForCode, statePanel } from '@/pages/state-panel';

export const pairingPart = (): PagePart =>
  pagePart({ id: 'pairing', title: 'options_pairing', load: () => send('status', { tabId: null }), draw: pairingContent });

function pairingContent(status: Status, refresh: () => void): Node[] {
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
