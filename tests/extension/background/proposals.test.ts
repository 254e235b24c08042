import { beforeEach, expect, test, vi } from 'vitest';
import { closeProposal, openedProposal, openProposal } from '@/background/proposals';
import type { Proposal } from '@/shared/silence';
import { browser, reset } from '../fake-browser';

vi.mock('@/shared/browser', () => import('../fake-browser'));

const about = (words: string): Proposal => ({ kind: 'words', rule: 'r', title: 't', category: 'rumour', words });
const openWindows = (): number => browser.windows.create.mock.calls.length - browser.windows.remove.mock.calls.length;

beforeEach(() => {
  reset();
  let id = 0;
  browser.windows.create.mockImplementation(async () => ({ id: ++id }));
});

test('a later proposal takes the place of an earlier one, in a window of its own', async () => {
  await Promise.all([openProposal(about('a')), openProposal(about('b'))]);

  expect(openWindows()).toBe(1);
  expect(browser.windows.remove).toHaveBeenCalledWith(1);
  expect(await openedProposal()).toEqual(about('b'));
});

test('the end of an earlier window does not answer the later proposal', async () => {
  await openProposal(about('a'));
  await openProposal(about('b'));
  await closeProposal(1);

  expect(await openedProposal()).toEqual(about('b'));
});

test('a window that is closed leaves no words behind', async () => {
  await openProposal(about('a'));
  await closeProposal(99);
  expect(await openedProposal()).toEqual(about('a'));
  await closeProposal(1);

  expect(await openedProposal()).toBeNull();
  expect(browser.storage.session.values).toEqual({});
});

test('an earlier window that is gone already is no fault', async () => {
  await openProposal(about('a'));
  browser.windows.remove.mockRejectedValue(new Error('No window with id: 1'));
  await openProposal(about('b'));

  expect(await openedProposal()).toEqual(about('b'));
});

test('a window that cannot be opened leaves nothing to answer', async () => {
  browser.windows.create.mockRejectedValue(new Error('no display'));
  await openProposal(about('a'));

  expect(await openedProposal()).toBeNull();
});

test('while a window is being opened, it may ask already', async () => {
  let asked: Proposal | null = null;
  browser.windows.create.mockImplementation(async () => {
    asked = await openedProposal();
    return { id: 1 };
  });
  await openProposal(about('a'));

  expect(asked).toEqual(about('a'));
});
