/**
 * Looks at stored or managed values as if anybody could have written them: what does not fit the declaration in
 * `settings.ts` is left out, each value by itself, so that one mistake in a policy does not lose the rest of it.
 */
import { isOneOf, isText } from '@/shared/closed-form';
import { SETTINGS, type SettingName, type Settings, type SettingValues } from '@/shared/settings';

export type Setter = 'company' | 'person';

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export const isSetBy = (name: SettingName, who: Setter): boolean => [who, 'both'].includes(SETTINGS[name].setBy);

/** The values in `raw` that `who` may set and that fit; of a list, the items that fit, as many as it may have. */
export function fittingValues(raw: unknown, who: Setter): SettingValues {
  if (typeof raw !== 'object' || raw === null) return {};
  const fitting = SETTING_NAMES.flatMap((name) => {
    const value = isSetBy(name, who) && Object.hasOwn(raw, name) ? fittingValue(name, raw[name as keyof typeof raw]) : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(fitting) as SettingValues;
}

/** @returns undefined when nothing of `value` fits; lists lose spaces around their items, empty items and doubles. */
export function fittingValue<N extends SettingName>(name: N, value: unknown): Settings[N] | undefined {
  return fitting(name, value) as Settings[N] | undefined;
}

function fitting(name: SettingName, value: unknown): string | boolean | string[] | undefined {
  const declared = SETTINGS[name];
  if (declared.kind === 'choice') return isOneOf(declared.values)(value) ? (value as string) : undefined;
  if (declared.kind === 'switch') return typeof value === 'boolean' ? value : undefined;
  if (declared.kind === 'text') return isText(declared.longest, 1)(value) ? (value as string) : undefined;
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((item): item is string => typeof item === 'string').map((item) => item.trim());
  return [...new Set(texts)].filter(isText(declared.longest, 1)).slice(0, declared.most);
}
