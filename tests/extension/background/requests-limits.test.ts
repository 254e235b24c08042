import { beforeEach, expect, test, vi } from 'vitest';
import { answerTo } from '@/background/handlers';
import type { MessageName } from '@/shared/messages';
import { freshBackground } from './background-test';
import { message, ownPage } from './messages';

vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

beforeEach(freshBackground);

/** Our own pages ask: only the value is beyond what is accepted. */
test.each<[MessageName, string, object]>([
  ['addSite', 'an endless origin', { origin: `https://${'a'.repeat(300)}.example` }],
  ['removeSite', 'an endless origin', { origin: `https://${'a'.repeat(300)}.example` }],
  ['pair', 'an endless code', { code: 'P'.repeat(1001) }],
  ['status', 'a tab that is a word', { tabId: '1' }],
  ['status', 'a tab before the first', { tabId: -1 }],
  ['pause', 'a tab that is a word', { tabId: '1', tab: true, site: null }],
  ['pause', 'neither on nor off for the site', { tabId: 1, tab: null, site: 'yes' }],
  ['pause', 'neither on nor off for the tab', { tabId: 1, tab: 1, site: null }],
])('%s with %s is not answered', async (name, _what, request) => {
  expect(await answerTo(message(name, request), ownPage())).toBeUndefined();
});
