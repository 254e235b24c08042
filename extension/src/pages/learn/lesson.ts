/** One lesson: a scene, a few points, a question that may be tried as often as one likes. */
import { LESSONS, type Answer, type Lesson } from '@/shared/lessons';
import { element, words } from '@/pages/element';
import { pageLanguage } from '@/pages/language';
import { noteDone } from './progress';

export function lessonView(lesson: Lesson): HTMLElement {
  const at = LESSONS.indexOf(lesson);
  const { title, scene, points } = lesson;
  const language = pageLanguage();
  return element(
    'article',
    { class: 'lesson' },
    element('a', { class: 'back', href: '#' }, words('learn_back')),
    element('p', { class: 'note' }, words('learn_number', String(at + 1), String(LESSONS.length))),
    element('h1', { tabindex: '-1' }, title[language]),
    element('p', { class: 'scene' }, scene[language]),
    element('h2', {}, words('learn_points')),
    element('ul', { class: 'points' }, ...points.map((point) => element('li', {}, point[language]))),
    question(lesson),
    wayOn(LESSONS[at + 1]),
  );
}

function question({ id, question: { ask, answers } }: Lesson): HTMLElement {
  const items = answers.map((answer) => answerItem(answer, () => void noteDone(id)));
  return element(
    'section',
    { class: 'sheet question', 'aria-labelledby': 'ask' },
    element('p', { class: 'note' }, words('learn_question')),
    element('h2', { id: 'ask' }, ask[pageLanguage()]),
    element('ul', { class: 'answers' }, ...items),
  );
}

/** Says why at once, below the answer; the others stay open to try. */
function answerItem({ text, right, why }: Answer, onRight: () => void): HTMLElement {
  const language = pageLanguage();
  // There from the start and empty: a screen reader reads what comes into it.
  const reply = element('p', { class: 'reply', role: 'status' });
  const choose = element('button', { type: 'button', 'aria-pressed': 'false' }, text[language]);
  choose.addEventListener('click', () => {
    choose.setAttribute('aria-pressed', 'true');
    choose.dataset['right'] = String(right);
    reply.replaceChildren(element('strong', {}, words(right ? 'learn_right' : 'learn_wrong')), ` ${why[language]}`);
    if (right) onRight();
  });
  return element('li', {}, choose, reply);
}

function wayOn(next: Lesson | undefined): HTMLElement {
  if (next !== undefined) return element('p', { class: 'way-on' }, element('a', { class: 'button', href: `#${next.id}` }, words('learn_next', next.title[pageLanguage()])));
  const back = element('a', { class: 'button', href: '#' }, words('learn_back'));
  return element('div', { class: 'way-on' }, element('p', {}, words('learn_finished')), back);
}
