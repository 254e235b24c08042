/** What the side panel shows instead of a list: a picture, a sentence, and the one thing to do, if there is one. */
import type { Status } from '@/shared/messages';
import { button, element, words } from '@/pages/element';
import type { Situation } from '@/pages/live-list/situation';
import { shortHost } from '@/pages/popup/controls';

export interface EmptyActions {
  resume(): void;
  switchOn(): void;
}

/** Which drawing of `public/picture/` stands for it. */
const PICTURES = {
  unreadable: 'elsewhere',
  off: 'off',
  locked: 'off',
  paused: 'paused',
  not_checked: 'not-checked',
  nothing_open: 'nothing-open',
  reading: 'reading',
  clear: 'clear',
} as const;

export type EmptySituation = keyof typeof PICTURES & Situation;

export function emptyParts(situation: EmptySituation, status: Status, actions: EmptyActions): Node[] {
  return [
    element('img', { src: `/picture/${PICTURES[situation]}.svg`, alt: '' }),
    element('h2', {}, words(`panel_${situation}_title`)),
    element('p', {}, sentence(situation, status)),
    ...wayOut(situation, actions),
  ];
}

function sentence(situation: EmptySituation, { site }: Status): string {
  if (situation === 'locked') return words('popup_site_locked');
  return words(`panel_${situation}_text`, shortHost(site?.host ?? ''));
}

function wayOut(situation: EmptySituation, { resume, switchOn }: EmptyActions): Node[] {
  if (situation === 'paused') return [button('panel_resume', 'main', resume)];
  return situation === 'off' ? [button('panel_switch_on', 'main', switchOn)] : [];
}
