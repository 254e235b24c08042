import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Replaced } from '@/content/model';

import { OpenCard } from './open-card';

let open: OpenCard;
let answer: (replaced: Replaced) => void;
const writeText = vi.fn();

beforeEach(() => {
  open = new OpenCard();
  open.actions.replace.mockImplementation(() => new Promise((done) => (answer = done)));
  writeText.mockResolvedValue(undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText }, languages: ['en'], platform: 'Win32' });
});

afterEach(() => open.stop());

const CHIP = '.chips li:nth-child(2) .chip';

function showAndTake(): void {
  open.show({ suggestions: ['first wording', 'second wording'] });
  open.press(CHIP);
}

describe('taking a suggestion over', () => {
  it('hands on the wording, and says that it works as long as it does', () => {
    showAndTake();

    expect(open.actions.replace.mock.calls.map(([, wording]) => wording)).toEqual(['second wording']);
    expect([open.text(CHIP), open.find(CHIP)?.ariaBusy]).toEqual(['Putting it in…', 'true']);
  });

  it('is done once however often it is pressed', () => {
    showAndTake();
    open.press(CHIP);

    expect(open.actions.replace).toHaveBeenCalledOnce();
  });

  it.each([
    ['Win32', 'Done. Undo with Ctrl+Z'],
    ['MacIntel', 'Done. Undo with ⌘Z'],
  ])('closes the card when it is done, and says how to undo it on %s', async (platform, says) => {
    vi.stubGlobal('navigator', { platform, languages: ['en'] });
    showAndTake();
    answer('done');
    await vi.waitFor(() => expect(open.text('.says')).toBe(says));

    expect([open.card.isOpen(), open.heard]).toEqual([false, says]);
  });

  it('says so too when the card closed with the words that went', async () => {
    showAndTake();
    open.card.hide();
    answer('done');

    await vi.waitFor(() => expect(open.text('.says')).toBe('Done. Undo with Ctrl+Z'));
  });

  it.each([
    ['refused', 'This page does not let us replace these words. Your text has not changed.'],
    ['different', 'The page made something else of it. Please look at your text again.'],
  ] as const)('offers to copy the wording when it was %s, and says why', async (replaced, why) => {
    showAndTake();
    answer(replaced);
    await vi.waitFor(() => expect(open.text('[role=status]')).toBe(why));
    expect(open.text(CHIP)).toBe('second wordingCopy the wording');

    open.press(CHIP);
    await vi.waitFor(() => expect(open.text('[role=status]')).toBe('Copied'));
    expect(writeText).toHaveBeenCalledWith('second wording');
    expect(open.actions.replace).toHaveBeenCalledOnce();
  });

  it('offers the copy beside the words when the card closed before the answer', async () => {
    showAndTake();
    open.card.hide();
    answer('different');
    await vi.waitFor(() => expect(open.text('.way-back')).toBe('Copy the wording'));

    open.press('.way-back');
    await vi.waitFor(() => expect(open.text('.says')).toBe('Copied'));
    expect(writeText).toHaveBeenCalledWith('second wording');
  });

  it('leaves another card alone that was opened in the meantime', async () => {
    showAndTake();
    open.show({ title: 'Another' });
    answer('done');
    await vi.waitFor(() => expect(open.heard).toBe('Done. Undo with Ctrl+Z'));

    expect([open.text('h2'), open.card.isOpen()]).toEqual(['Another', true]);
  });

  it('counts as refused when the composer went away under it', async () => {
    open.actions.replace.mockRejectedValue(new Error('gone'));
    showAndTake();

    await vi.waitFor(() => expect(open.text('[role=status]')).toMatch(/^This page does not let us/));
  });

  it('leaves nothing in the page when watching ended in the meantime', async () => {
    showAndTake();
    open.stop();
    answer('done');
    await Promise.resolve();

    expect(open.host).toBeNull();
  });
});

describe('copying a suggestion', () => {
  it('works beside each of them, word for word, and leaves the text alone', async () => {
    open.show({ suggestions: ['first wording', 'second wording'] });
    open.press('.chips li:nth-child(2) .copy');
    await vi.waitFor(() => expect(open.text('[role=status]')).toBe('Copied'));

    expect(writeText).toHaveBeenCalledWith('second wording');
    expect(open.actions.replace).not.toHaveBeenCalled();
  });

  it('says so when the page allows no copy', async () => {
    writeText.mockRejectedValue(new Error('not allowed'));
    document.execCommand = vi.fn(() => false);
    open.show({ suggestions: ['a wording'] });
    open.press('.copy');

    await vi.waitFor(() => expect(open.text('[role=status]')).toBe('The page refused the copy'));
  });
});
