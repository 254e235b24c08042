import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startLearn } from '@/pages/learn';
import { translate, type MessageKey } from '@/pages/words';
import { UI_LANGUAGES } from '@/shared/i18n';
import { LESSONS } from '@/shared/lessons';
import { browser } from '../../fake-browser';
import { buttonIn, freshPage, kept } from '../page-test';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

let main: HTMLElement;
const [first, second] = LESSONS as [(typeof LESSONS)[0], (typeof LESSONS)[0]];
const heading = (): string => main.querySelector('h1')!.textContent;
const answers = (): HTMLButtonElement[] => [...main.querySelectorAll<HTMLButtonElement>('.answers button')];

const go = async (hash: string): Promise<void> => {
  location.hash = hash;
  dispatchEvent(new Event('hashchange'));
  await vi.waitFor(() => expect(document.activeElement).toBe(main.querySelector('h1')));
};

/** Once everything that was begun has come to its end. */
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The event of a changed address comes later, as in a browser: not into the page that is started next. */
async function at(hash: string): Promise<void> {
  location.hash = hash;
  await later();
}

beforeEach(async () => {
  ({ main } = freshPage());
  await at('');
});

describe('the overview', () => {
  test('has a card for every lesson, the done ones said to be done', async () => {
    kept()['lessons'] = { [second.id]: '2026-06-15', 'a-lesson-of-yesterday': '2026-06-15' };
    await startLearn(main);
    const cards = [...main.querySelectorAll('.lessons a')];

    expect(cards.map((card) => card.getAttribute('href'))).toEqual(LESSONS.map(({ id }) => `#${id}`));
    expect(cards.filter((card) => card.querySelector('.done') !== null).map((card) => card.getAttribute('href'))).toEqual([`#${second.id}`]);
    expect(main.textContent).toContain(translate('learn_progress', 'en', ['1', String(LESSONS.length)]));
  });

  test('is what an address shows that names no lesson', async () => {
    await at('#no-such-lesson');
    await startLearn(main);

    expect(heading()).toBe(translate('learn_heading', 'en'));
  });

  test('forgets the progress when it is asked to', async () => {
    kept()['lessons'] = { [first.id]: '2026-06-15' };
    await startLearn(main);
    buttonIn(main, translate('learn_restart', 'en')).click();

    await vi.waitFor(() => expect(main.querySelector('.done')).toBeNull());
    expect(kept()).not.toHaveProperty('lessons');
  });
});

describe('a lesson', () => {
  const right = first.question.answers.findIndex((answer) => answer.right);
  const wrong = first.question.answers.findIndex((answer) => !answer.right);

  beforeEach(async () => {
    await at(`#${first.id}`);
    await startLearn(main);
  });

  test('is shown by its address: scene, points, question and answers', () => {
    expect(heading()).toBe(first.title.en);
    expect(main.querySelector('.scene')!.textContent).toBe(first.scene.en);
    expect([...main.querySelectorAll('.points li')].map(({ textContent }) => textContent)).toEqual(first.points.map(({ en }) => en));
    expect(answers().map(({ textContent }) => textContent)).toEqual(first.question.answers.map(({ text }) => text.en));
  });

  test('says why at once, to a screen reader too, and lets one try again', async () => {
    const replies = [...main.querySelectorAll('.reply[role=status]')];
    answers()[wrong]!.click();
    expect(replies[wrong]!.textContent).toBe(`${translate('learn_wrong', 'en')} ${first.question.answers[wrong]!.why.en}`);
    await later();
    expect(kept()).not.toHaveProperty('lessons');

    answers()[right]!.click();
    expect(replies[right]!.textContent).toBe(`${translate('learn_right', 'en')} ${first.question.answers[right]!.why.en}`);
    await vi.waitFor(() => expect(kept()['lessons']).toHaveProperty(first.id));
  });

  test('stays as it was answered while its progress is kept', async () => {
    answers()[right]!.click();
    await vi.waitFor(() => expect(kept()['lessons']).toBeDefined());
    await browser.storage.local.set({ figures: {} });

    expect(answers()[right]!.getAttribute('aria-pressed')).toBe('true');
  });

  test('leads to the next, whose heading gets the focus', async () => {
    const next = main.querySelector('.way-on a')!;
    expect(next.getAttribute('href')).toBe(`#${second.id}`);
    await go(`#${second.id}`);

    expect(heading()).toBe(second.title.en);
    expect(document.title).toContain(second.title.en);
  });

  test('that is the last one leads back to the overview', async () => {
    await go(`#${LESSONS.at(-1)!.id}`);

    expect(main.querySelector('.way-on')!.textContent).toContain(translate('learn_finished', 'en'));
    expect(main.querySelector('.way-on a')!.getAttribute('href')).toBe('#');
  });
});

test('lessons speak the language that was chosen', async () => {
  kept()['settings'] = { language: 'nl' };
  await at(`#${first.id}`);
  await startLearn(main);

  expect(heading()).toBe(first.title.nl);
});

test.each(UI_LANGUAGES)('every lesson’s category has a name in %s', (language) => {
  const keys = LESSONS.map(({ id }) => `category_${id.replaceAll('-', '_')}` as MessageKey);

  expect(keys.filter((key) => translate(key, language) === key)).toEqual([]);
});
