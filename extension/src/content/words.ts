/** What the content script says. */
import { translator } from '@/shared/i18n';
import type card from '../../locales/fr/card.json';
import type categories from '../../locales/fr/categories.json';
import type presence from '../../locales/fr/presence.json';
import type states from '../../locales/fr/states.json';

type Words = typeof card & typeof categories & typeof presence & typeof states;

export type MessageKey = keyof Words & string;

export const translate = translator<Words>(
  import.meta.glob<Record<string, string>>('../../locales/*/{card,categories,presence,states}.json', { eager: true, import: 'default' }),
);
