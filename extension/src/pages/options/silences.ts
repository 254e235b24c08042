/** The part of the options with what the person silenced for good, and how to undo it. */
import type { Silence } from '@/shared/silence';
import { loadSilences, removeSilence } from '@/shared/storage/silence-store';
import { element, words } from '@/pages/element';
import { pageLanguage } from '@/pages/language';
import { listAlong } from './silence-file';
import { pagePart, type PagePart } from '@/pages/page-part';

export function silencesPart(): PagePart {
  // Outside what is drawn anew, since a screen reader reads changes of what is there already.
  const result = element('p', { class: 'result', role: 'status' });
  const sayUndone = (): void => {
    result.dataset['kind'] = 'done';
    result.textContent = words('options_silences_undone');
  };
  return pagePart({
    id: 'silences',
    title: 'options_silences',
    load: loadSilences,
    draw: (silences) => [
      element('p', { class: 'note' }, words('options_silences_hint')),
      ...listsOf(silences, sayUndone),
      listAlong(result, silences.length === 0),
      result,
    ],
  });
}

function listsOf(silences: readonly Silence[], onUndone: () => void): Node[] {
  if (silences.length === 0) return [element('p', {}, words('options_silences_none'))];
  return (['words', 'rule'] as const).flatMap((kind) => {
    const some = silences.filter((silence) => silence.kind === kind);
    const title = words(kind === 'words' ? 'options_silences_words' : 'options_silences_rules');
    return some.length === 0 ? [] : [element('h3', { class: 'title' }, title), element('ul', { class: 'lines' }, ...some.map((silence) => lineOf(silence, onUndone)))];
  });
}

function lineOf(silence: Silence, onUndone: () => void): HTMLElement {
  const name = nameOf(silence);
  const since = words('options_silences_since', new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'long' }).format(silence.atMs));
  const isMasked = silence.kind === 'words' && silence.words === null;
  const note = isMasked ? `${since}, ${words('options_silences_masked')}` : since;
  const undo = element('button', { type: 'button', class: 'button quiet', 'aria-label': words('options_silences_undo_this', name) }, words('options_silences_undo'));
  undo.addEventListener('click', () => void removeSilence(silence).then(onUndone));
  const text = element('div', { class: 'name' }, element('strong', { dir: 'auto' }, name), element('span', { class: 'note' }, note));
  return element('li', {}, text, undo);
}

function nameOf(silence: Silence): string {
  if (silence.kind === 'rule') return silence.title;
  return silence.words ?? silence.shown;
}
