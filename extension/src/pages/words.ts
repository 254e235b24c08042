/** What the extension's own pages say. */
import { translator } from '@/shared/i18n';

type Words =
  & typeof import('../../locales/fr/card.json')
  & typeof import('../../locales/fr/categories.json')
  & typeof import('../../locales/fr/common.json')
  & typeof import('../../locales/fr/learn.json')
  & typeof import('../../locales/fr/options.json')
  & typeof import('../../locales/fr/pairing.json')
  & typeof import('../../locales/fr/panel.json')
  & typeof import('../../locales/fr/popup.json')
  & typeof import('../../locales/fr/practice.json')
  & typeof import('../../locales/fr/presence.json')
  & typeof import('../../locales/fr/silence.json')
  & typeof import('../../locales/fr/states.json')
  & typeof import('../../locales/fr/stored.json')
  & typeof import('../../locales/fr/welcome.json');

export type MessageKey = keyof Words & string;

export const translate = translator<Words>(
  import.meta.glob<Record<string, string>>('../../locales/*/{card,categories,common,learn,options,pairing,panel,popup,practice,presence,silence,states,stored,welcome}.json', { eager: true, import: 'default' }),
);
