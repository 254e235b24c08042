/** The parts of the options that are drawn from the declaration of the settings. */
import { SETTING_NAMES } from '@/shared/storage/setting-values';
import { SETTINGS, type SettingName } from '@/shared/settings';
import { chosenOn, loadSettings, saveSetting, type LoadedSettings } from '@/shared/storage/settings-store';
import { dayOf, daysBetween } from '@/shared/storage/day';
import { button, element, words } from '@/pages/element';
import { pagePart, type PagePart } from '@/pages/page-part';
import { settingRow } from '@/pages/settings/row';

type Group = NonNullable<(typeof SETTINGS)[SettingName]['group']>;

/** Days; people drift to quieter settings and yet want to be asked again (Kovacs and others, CHI 2021). */
const ASK_AGAIN_AFTER_DAYS = 30;

export const settingsPart = (group: Group): PagePart =>
  pagePart({ id: group, title: `options_${group}`, load: loadSettings, draw: (loaded) => rowsOf(group, loaded) });

export const remindersPart = (): PagePart =>
  pagePart({
    id: 'reminders',
    title: 'options_reminders',
    load: async () => ({ loaded: await loadSettings(), askAgain: await isTimeToAskAgain() }),
    draw: ({ loaded, askAgain }, refresh) => [...(askAgain ? [askAgainNote(loaded, refresh)] : []), ...rowsOf('reminders', loaded)],
  });

const rowsOf = (group: Group, loaded: LoadedSettings): HTMLElement[] =>
  SETTING_NAMES.filter((name) => SETTINGS[name].group === group).map((name) => settingRow(name, loaded));

async function isTimeToAskAgain(): Promise<boolean> {
  const [{ values }, day] = await Promise.all([loadSettings(), chosenOn('reminders')]);
  return values.reminders !== 'normal' && day !== null && daysBetween(day, dayOf(new Date())) >= ASK_AGAIN_AFTER_DAYS;
}

/** "Leave it" chooses the same once more, from today on. */
function askAgainNote({ values }: LoadedSettings, refresh: () => void): HTMLElement {
  const choose = (level: 'normal' | typeof values.reminders) => (): void => void saveSetting('reminders', level).then(refresh);
  const answers = [button('options_ask_again_yes', 'quiet', choose('normal')), button('options_ask_again_no', 'quiet', choose(values.reminders))];
  return element('div', { class: 'ask-again' }, element('p', {}, words('options_ask_again')), element('div', { class: 'actions' }, ...answers));
}
