/** A list of short texts to add to and take from; the company's part can only be read. */
import type { SettingName, Texts } from '@/shared/settings';
import { element, words } from '@/pages/element';

interface Parts {
  readonly company: readonly string[];
  readonly yours: readonly string[];
}

export function textsControl(name: SettingName, declared: Texts, { company, yours }: Parts, save: (texts: readonly string[]) => void): HTMLElement {
  const control = element('div', { class: 'texts' });
  if (company.length > 0) control.append(element('h4', {}, words('options_texts_company')), textList(company));
  if (yours.length > 0) control.append(element('h4', {}, words('options_texts_yours')), ownList(yours, save));
  control.append(yours.length >= declared.most ? fullNote(declared) : addForm(name, declared, yours, save));
  return control;
}

/** Read only. */
export function textList(texts: readonly string[]): HTMLElement {
  return element('ul', { class: 'chips' }, ...texts.map((text) => element('li', { dir: 'auto' }, text)));
}

function ownList(yours: readonly string[], save: (texts: readonly string[]) => void): HTMLElement {
  const items = yours.map((text) => {
    const label = words('options_texts_remove', text);
    const remove = element('button', { type: 'button', 'aria-label': label, title: label, 'data-key': `remove-${text}` }, '×');
    remove.addEventListener('click', () => save(yours.filter((other) => other !== text)));
    return element('li', { dir: 'auto' }, text, remove);
  });
  return element('ul', { class: 'chips' }, ...items);
}

function addForm(name: SettingName, declared: Texts, yours: readonly string[], save: (texts: readonly string[]) => void): HTMLElement {
  const labels = { 'aria-labelledby': `title-${name}`, 'aria-describedby': `hint-${name}` };
  const input = element('input', { ...labels, maxlength: String(declared.longest), autocomplete: 'off', spellcheck: 'false', 'data-key': `add-${name}` });
  const form = element('form', { class: 'add' }, input, element('button', { class: 'button quiet' }, words('options_texts_add')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = '';
    if (text !== '' && !yours.includes(text)) save([...yours, text]);
  });
  return form;
}

const fullNote = (declared: Texts): HTMLElement =>
  element('p', { class: 'note' }, words('options_texts_full', String(declared.most)));
