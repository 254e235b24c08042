/** What the toolbar says. */
import { translator } from '@/shared/i18n';

type Words =
  & typeof import('../../locales/fr/states.json');

export type MessageKey = keyof Words & string;

export const translate = translator<Words>(
  import.meta.glob<Record<string, string>>('../../locales/*/states.json', { eager: true, import: 'default' }),
);
