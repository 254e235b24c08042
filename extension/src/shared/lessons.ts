/**
 * The micro-lessons, one a category of advice, as `rules/lessons/<category>.yml` tells them (how to write one:
 * `rules/README.md`). A file that does not keep the form stops the tests; how far a person got is the learn page's affair.
 */
import { UI_LANGUAGES } from './i18n';
import type { UiLanguage } from './i18n';

export type Text = Readonly<Record<UiLanguage, string>>;

export interface Answer {
  readonly text: Text;
  /** More than one answer may be right. */
  readonly right: boolean;
  /** Shown once this answer is chosen, right or not. */
  readonly why: Text;
}

export interface Lesson {
  /** The category, and what a finding's `lesson` names. */
  readonly id: string;
  readonly title: Text;
  readonly scene: Text;
  /** Two or three. */
  readonly points: readonly Text[];
  /** Two to four answers, at least one of them right. */
  readonly question: { readonly ask: Text; readonly answers: readonly Answer[] };
}

/** Private life first, as in every list of ours; the same order as `CATEGORIES` of the program's `model.py`. */
const ORDER = [
  'own-privacy',
  'others-personal-data',
  'credentials-secrets',
  'confidential-business',
  'financial-promotion',
  'official-statement',
  'disparagement',
  'heated-slip',
  'duty-of-reserve',
  'impersonation-transparency',
  'rumour',
  'image-copyright',
  'permanence',
  'role-blending',
] as const;

const FILES = import.meta.glob<unknown>('../../../rules/lessons/*.yml', { eager: true, import: 'default' });

export const LESSONS: readonly Lesson[] = Object.entries(FILES)
  .map(([path, content]) => lessonOf(content, path.slice(path.lastIndexOf('/') + 1, -'.yml'.length)))
  .sort((one, other) => placeOf(one.id) - placeOf(other.id));

/** The lesson a finding names; null for none, or for one that does not ship (a company's own rule may name anything). */
export function lessonFor(id: string | null): Lesson | null {
  return LESSONS.find((lesson) => lesson.id === id) ?? null;
}

/**
 * A file's content as a lesson.
 *
 * @param content - as `yaml-files.ts` gives it: every value is text.
 * @param name - the file's name without ".yml".
 * @throws an Error that names file and key when the form is not kept.
 */
export function lessonOf(content: unknown, name: string): Lesson {
  const lesson = mapping(content, ['id', 'title', 'scene', 'points', 'question'], name);
  const question = mapping(lesson['question'], ['ask', 'answers'], `${name}: question`);
  if (lesson['id'] !== name || placeOf(name) < 0) throw new Error(`${name}: id must be the file's name and a category.`);
  const answers = list(question['answers'], 2, 4, `${name}: answers`).map((value, index) =>
    answerOf(value, `${name}: answer ${index + 1}`),
  );
  if (!answers.some((answer) => answer.right)) throw new Error(`${name}: at least one answer must be right.`);
  return {
    id: name,
    title: textOf(lesson['title'], `${name}: title`),
    scene: textOf(lesson['scene'], `${name}: scene`),
    points: list(lesson['points'], 2, 3, `${name}: points`).map((value, index) => textOf(value, `${name}: point ${index + 1}`)),
    question: { ask: textOf(question['ask'], `${name}: ask`), answers },
  };
}

function placeOf(id: string): number {
  return (ORDER as readonly string[]).indexOf(id);
}

function answerOf(value: unknown, place: string): Answer {
  const { text, right, why } = mapping(value, ['text', 'right', 'why'], place);
  if (right !== 'true' && right !== 'false') throw new Error(`${place}: right is "true" or "false".`);
  return { text: textOf(text, `${place}: text`), right: right === 'true', why: textOf(why, `${place}: why`) };
}

function textOf(value: unknown, place: string): Text {
  const texts = mapping(value, UI_LANGUAGES, place);
  for (const language of UI_LANGUAGES) {
    const text = texts[language];
    if (typeof text !== 'string' || text.trim() === '') throw new Error(`${place}: the text in ${language} is missing.`);
  }
  return texts as Text;
}

function list(value: unknown, fewest: number, most: number, place: string): readonly unknown[] {
  if (Array.isArray(value) && value.length >= fewest && value.length <= most) return value as unknown[];
  throw new Error(`${place}: a list of ${fewest} to ${most} is expected.`);
}

function mapping(value: unknown, keys: readonly string[], place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${place}: ${keys.join(', ')} are expected here.`);
  }
  const wrong = Object.keys(value).find((key) => !keys.includes(key)) ?? keys.find((key) => !(key in value));
  if (wrong !== undefined) throw new Error(`${place}: '${wrong}' is missing or unknown; expected: ${keys.join(', ')}.`);
  return value as Record<string, unknown>;
}
