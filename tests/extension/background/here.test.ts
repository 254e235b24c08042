import { beforeEach, expect, test, vi } from 'vitest';
import { answerTo } from '@/background/handlers';
import { freshBackground } from './background-test';
import { message, onFacebook, ownPage } from './messages';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

beforeEach(freshBackground);

test.each([
  ['the tab', { tabId: 1, tab: true, site: null }],
  ['the site', { tabId: 1, tab: null, site: true }],
])('a page hears that %s is paused', async (_what, request) => {
  expect(await answerTo(message('here', null), onFacebook())).toMatchObject({ paused: false });

  await answerTo(message('pause', request), ownPage());

  expect(await answerTo(message('here', null), onFacebook())).toMatchObject({ paused: true });
});
