/**
 * The values in force, and whose they are: the person's choice, else the company's, else the default. Lists are added
 * up instead. What may be set, and by whom, is declared in `settings.ts`.
 */
import { browser } from '@/shared/browser';
import { loadCompanyValues, onCompanyValues } from './company-values';
import { dayOf } from './day';
import { uiLanguage, type UiLanguage } from '@/shared/i18n';
import { createQueue } from './in-turn';
import { fittingValue, fittingValues, isSetBy, SETTING_NAMES } from './setting-values';
import { SETTINGS, type Origins, type SettingName, type Settings, type SettingValues, type ValueOrigin } from '@/shared/settings';
import { onStored } from './stored-change';

const KEY = 'settings';
/** Days on which the person made each choice that is still theirs. */
const DAYS = 'settings_chosen';
const inTurn = createQueue();

export interface LoadedSettings {
  values: Settings;
  origins: Origins;
  company: SettingValues;
  /** The person's own; the others are not in it. */
  yours: SettingValues;
}

/** Never throws for what a policy or an older version left behind: what does not fit is ignored. */
export async function loadSettings(): Promise<LoadedSettings> {
  const [yours, company] = await Promise.all([loadYours(), loadCompanyValues()]);
  const entries = SETTING_NAMES.map((name) => [name, inForce(name, yours, company)] as const);
  return {
    values: Object.fromEntries(entries.map(([name, { value }]) => [name, value])) as unknown as Settings,
    origins: Object.fromEntries(entries.map(([name, { origin }]) => [name, origin])) as unknown as Origins,
    company,
    yours,
  };
}

/**
 * @param value - null goes back to the company's value or the default; of a list, the person's own items only.
 * @returns false when nothing was saved: the company alone sets this one, or the value does not fit.
 */
export function saveSetting<N extends SettingName>(name: N, value: Settings[N] | null): Promise<boolean> {
  return inTurn(async () => {
    const fitting = value === null ? null : fittingValue(name, value);
    if (!isSetBy(name, 'person') || fitting === undefined) return false;
    const [yours, days] = await Promise.all([loadYours(), loadDays()]);
    const chosen = fitting === null ? {} : { [name]: fitting };
    const today = fitting === null ? {} : { [name]: dayOf(new Date()) };
    await browser.storage.local.set({
      [KEY]: { ...without(yours, name), ...chosen },
      [DAYS]: { ...without(days, name), ...today },
    });
    return true;
  });
}

/** The day (ISO, local) on which the person last chose this value; null when it is not their choice. */
export async function chosenOn(name: SettingName): Promise<string | null> {
  const day = (await loadDays())[name];
  return typeof day === 'string' ? day : null;
}

/** Calls back after every change of what `loadSettings` reads. */
export function onSettings(callback: () => void, signal: AbortSignal): void {
  onStored('local', [KEY], callback, signal);
  onCompanyValues(callback, signal);
}

/** The language of everything we say. */
export const languageIn = ({ language }: Settings): UiLanguage => (language === 'auto' ? uiLanguage() : language);

function inForce(name: SettingName, yours: SettingValues, company: SettingValues): { value: unknown; origin: ValueOrigin } {
  const [mine, theirs] = [yours[name], company[name]];
  const origin = isSet(mine) ? 'you' : isSet(theirs) ? 'company' : 'default';
  const declared = SETTINGS[name];
  if (declared.kind !== 'texts') return { value: mine ?? theirs ?? declared.default, origin };
  return { value: [...new Set([...asList(theirs), ...asList(mine)])], origin };
}

const isSet = (value: Settings[SettingName] | undefined): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined);
const asList = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

async function loadYours(): Promise<SettingValues> {
  return fittingValues((await browser.storage.local.get(KEY))[KEY], 'person');
}

async function loadDays(): Promise<Record<string, unknown>> {
  const days: unknown = (await browser.storage.local.get(DAYS))[DAYS];
  return typeof days === 'object' && days !== null ? (days as Record<string, unknown>) : {};
}

const without = (values: object, name: string): object => Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
