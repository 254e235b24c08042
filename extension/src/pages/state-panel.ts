/** Shows one state with its icon, its sentence and what to do next. */
import type { ServerState, Status } from '@/shared/messages';
import { element, words } from './element';
import { isServiceMode, pageService } from './service';
import type { MessageKey } from './words';

/** What the person can do; states that are not here need nothing from them, or the page offers a button for it. */
const NEXT: Partial<Record<ServerState, MessageKey>> = {
  not_reached: 'state_not_reached_next',
  not_authenticated: 'state_not_authenticated_next',
  left: 'state_left_next',
  refused: 'state_refused_next',
};

/** Whether a new connection is the way out, and in the person's hands. */
export const asksForConnection = ({ state, by }: Pick<Status, 'state' | 'by'>): boolean =>
  (state === 'not_configured' || state === 'not_authenticated') && by !== 'service' && !isServiceMode();

/** @param heading - the level that fits the page's outline. */
export function statePanel(status: Status, heading: 'h1' | 'h2' | 'h3', ...extra: Node[]): HTMLElement {
  const { state } = status;
  const next = NEXT[state];
  const body = [
    element(heading, {}, words(`state_${state}_title`)),
    element('p', {}, sentenceOf(status)),
    ...(next === undefined ? [] : [element('p', { class: 'next' }, words(next))]),
    ...extra,
  ];
  const icon = element('img', { src: `/icon/${state}.svg`, alt: '' });
  return element('section', { class: 'state', 'data-state': state }, icon, element('div', {}, ...body));
}

function sentenceOf({ state, findings, port }: Status): string {
  if (state !== 'active') return words(`state_${state}_text`, pageService()?.host ?? String(port));
  return findings === 0 ? words('state_active_text_none') : words('state_active_text_some', String(findings));
}
