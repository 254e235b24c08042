/** What the toolbar says. */
import { translator } from '@/shared/i18n';
import type states from '../../locales/fr/states.json';

type Words = typeof states;

export type MessageKey = keyof Words & string;

export const translate = translator<Words>(
  import.meta.glob<Record<string, string>>('../../locales/*/states.json', { eager: true, import: 'default' }),
);
