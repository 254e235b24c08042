import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startOptions } from '@/pages/options';
import { translate } from '@/pages/words';
import type { Silence } from '@/shared/silence';
import { buttonIn, freshPage, kept } from '../page-test';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

const AT = Date.UTC(2026, 5, 15, 12);
const SILENCES: Silence[] = [
  { kind: 'words', words: '<b>sardines</b>', digest: null, atMs: AT },
  { kind: 'words', words: null, digest: 'ab'.repeat(32), shown: 'BE•• ••••', atMs: AT },
  { kind: 'rule', rule: 'en.permanence.screenshot', title: 'A screenshot stays', atMs: AT },
];
let main: HTMLElement;
const part = (): HTMLElement => main.querySelector('#silences')!;
const result = (): HTMLElement => part().querySelector('[role=status]')!;

beforeEach(() => {
  ({ main } = freshPage());
  kept()['silences'] = structuredClone(SILENCES);
});

describe('what was silenced', () => {
  test('is listed with its day, masked words as masked, all as text', async () => {
    await startOptions(main);

    expect([...part().querySelectorAll('.name')].map(({ textContent }) => textContent)).toEqual([
      '<b>sardines</b>since June 15, 2026',
      'BE•• ••••since June 15, 2026, kept as a fingerprint, unreadable even here',
      'A screenshot stayssince June 15, 2026',
    ]);
  });

  test('is undone by its own button, and that is said', async () => {
    await startOptions(main);
    buttonIn(part(), 'Undo: A screenshot stays').click();

    await vi.waitFor(() => expect(part().querySelectorAll('.lines li')).toHaveLength(2));
    expect(kept()['silences']).toEqual(SILENCES.slice(0, 2));
    expect(result().textContent).toBe(translate('options_silences_undone', 'en'));
  });

  test('leaves the keyboard in its part when the undone line is gone', async () => {
    await startOptions(main);
    const undo = buttonIn(part(), 'Undo: A screenshot stays');
    undo.focus();
    undo.click();

    await vi.waitFor(() => expect(document.activeElement).toBe(part().querySelector('h2')));
  });
});

describe('the list as a file', () => {
  const choose = async (file: Pick<File, 'text'>): Promise<void> => {
    const input = part().querySelector<HTMLInputElement>('[type=file]')!;
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(result().textContent).not.toBe(''));
  };
  const fileOf = (text: string): Pick<File, 'text'> => ({ text: async () => text });

  test('is saved by a link to a blob, and what it holds can be added again', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`);
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await startOptions(main);
    buttonIn(part(), translate('options_list_export', 'en')).click();
    await vi.waitFor(() => expect(click).toHaveBeenCalled());
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('porte-parole.json');

    kept()['silences'] = [];
    await choose(fileOf(await blobs[0]!.text()));
    expect(result().textContent).toBe('Added to the list: 2.');
    expect(kept()['silences']).toHaveLength(2);
  });

  test.each([
    ['no JSON at all', 'PP1-…'],
    ['another program’s JSON', '{"words": ["a"]}'],
    ['a list with a broken line', '{"porte_parole_silences": 1, "silences": [{"kind": "words"}]}'],
  ])('that is %s changes nothing and says what to do', async (_what, text) => {
    await startOptions(main);
    await choose(fileOf(text));

    expect(result().textContent).toBe(translate('options_list_error_not_a_list', 'en'));
    expect(result().dataset['kind']).toBe('problem');
    expect(kept()['silences']).toEqual(SILENCES);
  });

  test('that cannot be read changes nothing and says what to do', async () => {
    await startOptions(main);
    await choose({ text: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });

    expect(result().textContent).toBe(translate('options_list_error_unreadable', 'en'));
  });
});
