/** The four questions anybody asks of a thing that reads along, answered. */
import { element, words } from './element';
import type { MessageKey } from './words';

const ANSWERS: [MessageKey, MessageKey][] = [
  ['options_read_title', 'options_read_text'],
  ['options_where_title', 'options_where_text'],
  ['options_kept_title', 'options_kept_text'],
  ['options_who_title', 'options_who_text'],
];

export const privacyAnswers = (): HTMLElement =>
  element(
    'dl',
    { class: 'privacy' },
    ...ANSWERS.map(([title, text]) => element('div', {}, element('dt', {}, words(title)), element('dd', {}, words(text)))),
  );
