/** One setting, drawn from its declaration: what it is, what one can choose, and where the value in force comes from. */
import { SETTINGS, type Choice, type SettingName, type Settings } from '@/shared/settings';
import { saveSetting, type LoadedSettings } from '@/shared/storage/settings-store';
import { element, switchButton, words } from '@/pages/element';
import { textsControl } from './texts';
import type { MessageKey } from '@/pages/words';

type Value = Settings[SettingName];
type Save = (value: Value) => void;

/** More values than this make a menu, so that the row stays one glance high. */
const MOST_RADIOS = 3;

/** Saves by itself; whoever shows it listens to `onSettings` and draws it again. */
export function settingRow(name: SettingName, loaded: LoadedSettings): HTMLElement {
  const problem = element('p', { class: 'result', 'data-kind': 'problem', role: 'alert' });
  const save = (value: Value | null): void => void saved(name, value).then((done) => (problem.textContent = done ? '' : words('options_not_saved')));
  const row = element('div', { class: 'setting', id: `setting-${name}` }, controlOf(name, loaded, save));
  const declared = SETTINGS[name];
  if (declared.kind !== 'texts') row.append(originLine(name, loaded, declared.default, () => save(null)));
  row.append(problem);
  return row;
}

const saved = (name: SettingName, value: Value | null): Promise<boolean> => saveSetting(name, value).catch(() => false);

function controlOf(name: SettingName, { values, company, yours }: LoadedSettings, save: Save): HTMLElement {
  const declared = SETTINGS[name];
  if (declared.kind === 'switch') return switchRow(name, values[name] === true, save);
  if (declared.kind === 'choice') {
    const draw = declared.values.length > MOST_RADIOS ? menuRow : radioRow;
    return draw(name, declared, String(values[name]), save);
  }
  if (declared.kind === 'text') return titleAndHint(name);
  const parts = { company: asTexts(company[name]), yours: asTexts(yours[name]) };
  return element('div', { class: 'stack' }, titleAndHint(name), textsControl(name, declared, parts, save));
}

function switchRow(name: SettingName, on: boolean, save: Save): HTMLElement {
  const toggle = switchButton(words(`options_${name}_title`), on, false, () => save(!on));
  toggle.dataset['key'] = name;
  toggle.setAttribute('aria-describedby', hintId(name));
  return element('div', { class: 'beside' }, titleAndHint(name), toggle);
}

function radioRow(name: SettingName, declared: Choice<string>, chosen: string, save: Save): HTMLElement {
  const choices = declared.values.map((value) => {
    const radio = element('input', { type: 'radio', name, value, checked: value === chosen, 'data-key': `${name}-${value}` });
    radio.addEventListener('change', () => save(value as Value));
    return element('label', {}, radio, valueWords(name, value));
  });
  const legend = element('legend', { class: 'title' }, words(`options_${name}_title`));
  return element('fieldset', { 'aria-describedby': hintId(name) }, legend, hint(name), element('div', { class: 'choices' }, ...choices));
}

function menuRow(name: SettingName, declared: Choice<string>, chosen: string, save: Save): HTMLElement {
  const options = declared.values.map((value) => element('option', { value, selected: value === chosen }, valueWords(name, value)));
  const menu = element('select', { id: `menu-${name}`, 'aria-describedby': hintId(name), 'data-key': name }, ...options);
  menu.addEventListener('change', () => save(menu.value as Value));
  const label = element('label', { class: 'title', for: `menu-${name}` }, words(`options_${name}_title`));
  return element('div', { class: 'beside' }, element('div', {}, label, hint(name)), menu);
}

/** "Your choice", and the way back from it; the others need none. */
function originLine(name: SettingName, { origins, company }: LoadedSettings, byDefault: Value, reset: () => void): HTMLElement {
  const origin = origins[name];
  const line = element('p', { class: 'origin', 'data-origin': origin }, element('span', {}, words(`options_origin_${origin}`)));
  if (origin !== 'you') return line;
  const key = company[name] === undefined ? 'options_back_default' : 'options_back_company';
  const back = element('button', { type: 'button', class: 'link' }, words(key, valueWords(name, company[name] ?? byDefault)));
  back.addEventListener('click', reset);
  line.append(back);
  return line;
}

const titleAndHint = (name: SettingName): HTMLElement =>
  element('div', {}, element('h3', { class: 'title', id: `title-${name}` }, words(`options_${name}_title`)), hint(name));

const hint = (name: SettingName): HTMLElement => element('p', { class: 'note', id: hintId(name) }, words(`options_${name}_hint`));
const hintId = (name: SettingName): string => `hint-${name}`;

// The sentence of every value is kept by a test; the type cannot see which values belong to which name.
function valueWords(name: SettingName, value: string | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return words(value ? 'options_on' : 'options_off');
  return words(`options_${name}_${String(value)}` as MessageKey);
}

const asTexts = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);
