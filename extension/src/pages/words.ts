/** What the extension's own pages say. */
import { translator } from '@/shared/i18n';
import type card from '../../locales/fr/card.json';
import type categories from '../../locales/fr/categories.json';
import type common from '../../locales/fr/common.json';
import type learn from '../../locales/fr/learn.json';
import type options from '../../locales/fr/options.json';
import type pairing from '../../locales/fr/pairing.json';
import type panel from '../../locales/fr/panel.json';
import type popup from '../../locales/fr/popup.json';
import type practice from '../../locales/fr/practice.json';
import type presence from '../../locales/fr/presence.json';
import type silence from '../../locales/fr/silence.json';
import type states from '../../locales/fr/states.json';
import type stored from '../../locales/fr/stored.json';
import type welcome from '../../locales/fr/welcome.json';

type Words = typeof card
  & typeof categories
  & typeof common
  & typeof learn
  & typeof options
  & typeof pairing
  & typeof panel
  & typeof popup
  & typeof practice
  & typeof presence
  & typeof silence
  & typeof states
  & typeof stored
  & typeof welcome;

export type MessageKey = keyof Words & string;

export const translate = translator<Words>(
  import.meta.glob<Record<string, string>>('../../locales/*/{card,categories,common,learn,options,pairing,panel,popup,practice,presence,silence,states,stored,welcome}.json', { eager: true, import: 'default' }),
);

/** The form of a sentence for the company's own service; the sentence itself where it has none of its own. */
export function ofService(key: MessageKey): MessageKey {
  const form = `${key}_service`;
  return translate(form as MessageKey, 'en') === form ? key : (form as MessageKey);
}
