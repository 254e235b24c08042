import { describe, expect, it } from 'vitest';
import { LESSONS, lessonFor, lessonOf } from '@/shared/lessons';

const text = (words: string): Record<string, string> => ({ fr: words, en: words, nl: words, de: words });
const answer = (right: string): Record<string, unknown> => ({ text: text('This'), right, why: text('So') });

/** What a lesson file holds, with `changes` put over it. */
function content(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'rumour',
    title: text('Stop'),
    scene: text('Once'),
    points: [text('One'), text('Two')],
    question: { ask: text('Which?'), answers: [answer('false'), answer('true')] },
    ...changes,
  };
}

const asking = (answers: unknown): Record<string, unknown> => content({ question: { ask: text('Which?'), answers } });

describe('the lessons that ship', () => {
  it('are fourteen, private life first and mixed roles last', () => {
    expect(LESSONS).toHaveLength(14);
    expect(new Set(LESSONS.map((lesson) => lesson.id)).size).toBe(14);
    expect(LESSONS.slice(0, 3).map((lesson) => lesson.id)).toEqual([
      'own-privacy',
      'others-personal-data',
      'credentials-secrets',
    ]);
    expect(LESSONS.at(-1)?.id).toBe('role-blending');
  });

  it('are found by the name a finding gives', () => {
    expect(lessonFor('heated-slip')?.title.fr).toBe('Mes trois déclencheurs');
    expect(lessonFor('a-lesson-of-the-company')).toBeNull();
    expect(lessonFor(null)).toBeNull();
  });

  it('do not always hide the right answer at the same place', () => {
    const places = LESSONS.map((lesson) => lesson.question.answers.findIndex((answer) => answer.right));

    expect(new Set(places).size).toBeGreaterThan(2);
    expect(Math.max(...[0, 1, 2].map((place) => places.filter((one) => one === place).length))).toBeLessThan(8);
  });
});

describe('a lesson file', () => {
  it('becomes a lesson', () => {
    const lesson = lessonOf(content(), 'rumour');

    expect(lesson.points.map((point) => point.de)).toEqual(['One', 'Two']);
    expect(lesson.question.answers.map((answer) => answer.right)).toEqual([false, true]);
  });

  it.each([
    ['is no mapping', 'text', 'rumour: id, title'],
    ['is named after nothing we know', content({ id: 'gossip' }), "id must be the file's name"],
    ['lacks a part', { ...content(), scene: undefined }, 'rumour: scene'],
    ['has a part nobody reads', content({ note: 'x' }), "'note' is missing or unknown"],
    ['lacks a language', content({ title: { fr: 'a', en: 'a', nl: 'a' } }), "title: 'de' is missing"],
    ['has an empty text', content({ scene: { ...text('a'), nl: ' ' } }), 'scene: the text in nl is missing'],
    ['has one point', content({ points: [text('One')] }), 'points: a list of 2 to 3'],
    ['has four points', content({ points: [1, 2, 3, 4].map(() => text('One')) }), 'points: a list of 2 to 3'],
    ['has one answer', asking([answer('true')]), 'answers: a list of 2 to 4'],
    ['has no right answer', asking([answer('false'), answer('false')]), 'at least one answer must be right'],
    ['has an answer that may be right', asking([answer('true'), answer('maybe')]), 'answer 2: right is'],
  ])('that %s is refused', (_what, wrong, message) => {
    expect(() => lessonOf(wrong, 'rumour')).toThrow(message);
  });
});
