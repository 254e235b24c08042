/** All lessons at a glance, with how far the person got. */
import { LESSONS, type Lesson } from '@/shared/lessons';
import { element, words } from '@/pages/element';
import { pageLanguage } from '@/pages/language';
import { eraseProgress, type Progress } from './progress';
import { pageIntro } from '@/pages/page-frame';
import type { MessageKey } from '@/pages/words';

export function overview(progress: Progress): HTMLElement {
  const done = LESSONS.filter(({ id }) => Object.hasOwn(progress, id)).length;
  const cards = LESSONS.map((lesson, at) => card(lesson, at + 1, Object.hasOwn(progress, lesson.id)));
  return element(
    'div',
    { class: 'overview' },
    pageIntro(words('learn_heading'), words('learn_intro'), progressLine(done)),
    element('ol', { class: 'lessons' }, ...cards),
  );
}

function progressLine(done: number): HTMLElement {
  const label = words('learn_progress', String(done), String(LESSONS.length));
  const bar = element('progress', { max: String(LESSONS.length), value: String(done), 'aria-label': label });
  const line = element('div', { class: 'progress' }, bar, element('span', { 'aria-hidden': 'true' }, label), element('span', { class: 'note' }, words('learn_progress_where')));
  if (done === 0) return line;
  const restart = element('button', { type: 'button', class: 'link' }, words('learn_restart'));
  restart.addEventListener('click', () => void eraseProgress());
  line.append(restart);
  return line;
}

function card({ id, title }: Lesson, number: number, isDone: boolean): HTMLElement {
  const state = isDone ? [element('span', { class: 'done' }, words('learn_done'))] : [];
  const top = element('span', { class: 'card-top' }, element('span', { class: 'number', 'aria-hidden': 'true' }, String(number)), ...state);
  const name = element('span', { class: 'name' }, element('strong', {}, title[pageLanguage()]), element('span', { class: 'note' }, categoryWords(id)));
  return element('li', {}, element('a', { href: `#${id}` }, name, top));
}

// A lesson has the name of a category, and every category its sentence.
const categoryWords = (id: string): string => words(`category_${id.replaceAll('-', '_')}` as MessageKey);
