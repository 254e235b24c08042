/** One mark in the side panel: what, why, what else one could write, and how not to hear of it again. */
import { element, words } from '@/pages/element';
import type { PlacedMark } from '@/pages/live-list';
import type { MessageKey } from '@/pages/words';

export interface FindingActions {
  show(mark: PlacedMark): void;
  replace(mark: PlacedMark, suggestion: number): void;
  dismiss(mark: PlacedMark): void;
  /** For good: here, in a page of ours, no page can have tricked the person into the click. */
  silence(mark: PlacedMark, kind: 'words' | 'rule'): void;
}

/** Opens and closes by itself; of all findings of a page one is open at a time. */
export function findingRow(mark: PlacedMark, actions: FindingActions): HTMLDetailsElement {
  const body = element(
    'div',
    { class: 'body' },
    element('p', { class: 'why' }, mark.message),
    element('p', {}, mark.advice),
    ...suggestions(mark, actions),
    element('div', { class: 'ways' }, action('popup_show', 'way', () => actions.show(mark)), ...lesson(mark)),
    verbs(mark, actions),
  );
  return element('details', { class: `finding ${mark.severity}`, name: 'finding' }, summary(mark), body);
}

function summary({ severity, category, shown, title }: PlacedMark): HTMLElement {
  const kind = [words(`card_severity_${severity}`), categoryName(category)].filter((part) => part !== '');
  return element(
    'summary',
    {},
    element('span', { class: 'kind' }, kind.join(' · ')),
    element('q', { dir: 'auto' }, shown),
    element('h3', {}, title),
  );
}

function suggestions(mark: PlacedMark, actions: FindingActions): HTMLElement[] {
  if (mark.suggestions.length === 0) return [];
  const chips = mark.suggestions.map((wording, index) => {
    const chip = element('button', { type: 'button', class: 'chip', dir: 'auto' }, wording);
    chip.setAttribute('aria-label', words('panel_use', wording));
    chip.addEventListener('click', () => actions.replace(mark, index));
    return element('li', {}, chip);
  });
  return [element('p', { class: 'label' }, words('card_suggestions')), element('ul', { class: 'chips' }, ...chips)];
}

function lesson({ lesson: name }: PlacedMark): HTMLElement[] {
  if (name === null) return [];
  return [element('a', { href: `/learn.html#${encodeURIComponent(name)}`, target: '_blank' }, words('card_learn'))];
}

function verbs(mark: PlacedMark, actions: FindingActions): HTMLElement {
  return element(
    'div',
    { class: 'verbs', role: 'group', 'aria-label': words('panel_silence') },
    action('card_not_this_time', 'verb', () => actions.dismiss(mark)),
    action('card_never_words', 'verb', () => actions.silence(mark, 'words')),
    action('card_rule_off', 'verb', () => actions.silence(mark, 'rule')),
  );
}

function action(key: MessageKey, look: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, words(key));
  made.addEventListener('click', onClick);
  return made;
}

/** '' for a category this version has no name for. */
function categoryName(category: string): string {
  const key = `category_${category.replaceAll('-', '_')}` as MessageKey;
  const name = words(key);
  return name === key ? '' : name;
}
