/**
 * Draws the toolbar's icon, badge and title. Five things besides colour tell the states apart: shape, badge, title,
 * sentence and, in the popup, what to do next. Which state a tab has is the matter of `states.ts`.
 */
import { browser } from '@/shared/browser';
import type { UiLanguage } from '@/shared/i18n';
import type { ServerState } from '@/shared/messages';
import { translate, type MessageKey } from './words';

export interface Shown {
  state: ServerState;
  findings: number;
}

/** Badge texts are a sign or two; the icon of the same name differs in shape, not only in colour. */
const BADGES: Record<ServerState, string> = {
  idle: '',
  active: '',
  // Not the sign for pause, which some systems draw as a coloured picture.
  paused: 'II',
  not_reached: '?',
  not_authenticated: '!',
  not_configured: '+',
  text_too_long: '…',
  left: '×',
  refused: '?',
};
const BADGE_COLOURS: Partial<Record<ServerState, string>> = { active: '#8A3A1F', not_authenticated: '#9A4A00' };
const QUIET_BADGE = '#5C5650';

/** @param tabId - null draws what tabs without a state of their own show. */
export async function drawTab(tabId: number | null, shown: Shown, language: UiLanguage): Promise<void> {
  const where = tabId === null ? {} : { tabId };
  const icon = Object.fromEntries([16, 32].map((size) => [size, `/icon/${shown.state}-${size}.png`]));
  const title: MessageKey = `state_${shown.state}_title`;
  await Promise.all([
    browser.action.setIcon({ ...where, path: icon }),
    browser.action.setBadgeText({ ...where, text: badgeOf(shown) }),
    browser.action.setBadgeBackgroundColor({ ...where, color: BADGE_COLOURS[shown.state] ?? QUIET_BADGE }),
    browser.action.setTitle({ ...where, title: `Porte-parole · ${translate(title, language)}` }),
  ]);
}

export function badgeOf(shown: Shown): string {
  return shown.findings > 0 ? String(shown.findings) : BADGES[shown.state];
}
