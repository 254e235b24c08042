/** The part of the options with the keys: which ones there are now, and where the browser lets one choose others. */
import { browser } from '@/shared/browser';
import { element, words } from '@/pages/element';
import { pagePart, type PagePart } from '@/pages/page-part';
import type { MessageKey } from '@/pages/words';

/** Names of the manifest's commands. */
const NAMES: Record<string, MessageKey> = {
  next_mark: 'options_keys_next_mark',
  previous_mark: 'options_keys_previous_mark',
  open_card: 'options_keys_open_card',
  _execute_action: 'options_keys_action',
};

interface Key {
  readonly name: string;
  /** As the browser writes it; '' when it has none. */
  readonly key: string;
}

export const keysPart = (): PagePart =>
  pagePart({ id: 'keys', title: 'options_keys', load: loadKeys, draw: (keys) => [keyList(keys), ...whereToChange()] });

async function loadKeys(): Promise<Key[]> {
  const commands = await browser.commands.getAll();
  const named = commands.map(({ name = '', description = '', shortcut = '' }) => {
    const key = NAMES[name];
    return { name: key === undefined ? description : words(key), key: shortcut };
  });
  return [...named, { name: words('options_keys_escape'), key: 'Esc' }];
}

const keyList = (keys: readonly Key[]): HTMLElement =>
  element(
    'dl',
    { class: 'lines keys' },
    ...keys.map(({ name, key }) => element('div', {}, element('dt', {}, name), element('dd', {}, ...keyCaps(key)))),
  );

function keyCaps(key: string): Node[] {
  if (key === '') return [element('span', { class: 'note' }, words('options_keys_none'))];
  return key.split('+').map((cap) => element('kbd', {}, cap));
}

// No page may link to the browser's own.
function whereToChange(): Node[] {
  if (import.meta.env.FIREFOX) return [element('p', { class: 'note' }, words('options_keys_firefox'))];
  const address = element('code', {}, 'chrome://extensions/shortcuts');
  return [element('p', { class: 'note' }, words('options_keys_chromium'), ' ', address)];
}
