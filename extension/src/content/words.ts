/** What the content script says. */
import { translator } from '@/shared/i18n';

type Words =
  & typeof import('../../locales/fr/card.json')
  & typeof import('../../locales/fr/categories.json')
  & typeof import('../../locales/fr/presence.json')
  & typeof import('../../locales/fr/states.json');

export type MessageKey = keyof Words & string;

export const translate = translator<Words>(
  import.meta.glob<Record<string, string>>('../../locales/*/{card,categories,presence,states}.json', { eager: true, import: 'default' }),
);
