import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerTo } from '@/background/handlers';
import { loadPairing } from '@/background/key-store';
import { ask } from '@/background/server-client';
import { addSilence } from '@/shared/storage/silence-store';
import { MAX_TEXT_UTF16 } from '@/shared/wire';
import report from '../../contract/report.json';
import { browser } from '../fake-browser';
import { freshBackground } from './background-test';
import { checkMessage, message, onFacebook, ownPage } from './messages';

vi.mock('@/shared/storage/device-key', () => import('../fake-device-key'));
vi.mock('@/shared/browser', () => import('../fake-browser'));
vi.mock('@/background/key-store');
vi.mock('@/background/server-client');

const TAB = 1;

beforeEach(freshBackground);
afterEach(() => void vi.useRealTimers());

test('a check brings the report and the number of marks to the toolbar', async () => {
  expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: true, value: report });

  expect(browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: TAB, text: '1' });
});

test('without a pairing a check says so and asks nobody', async () => {
  vi.mocked(loadPairing).mockResolvedValue(null);

  expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: false, error: 'not_configured' });
  expect(ask).not.toHaveBeenCalled();
});

test('a check of a text over the limit says so and asks nobody', async () => {
  const tooLong = message('check', { text: 'x'.repeat(MAX_TEXT_UTF16 + 1) });

  expect(await answerTo(tooLong, onFacebook())).toEqual({ ok: false, error: 'text_too_long' });
  expect(ask).not.toHaveBeenCalled();
});

test('a check with an answer that points outside the text is refused', async () => {
  const short = message('check', { text: 'x' });

  expect(await answerTo(short, onFacebook())).toEqual({ ok: false, error: 'refused' });
});

test('a check passes the reason on when the server is not reached, and shows it', async () => {
  vi.mocked(ask).mockResolvedValue({ ok: false, error: 'not_reached' });

  expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: false, error: 'not_reached' });
  expect(await answerTo(message('status', { tabId: TAB }), ownPage())).toMatchObject({ state: 'not_reached' });
});

test('a check leaves out what the person silenced, also from the number on the icon', async () => {
  await addSilence({ kind: 'rule', rule: report.findings[0]!.rule, title: 't', category: 'c', words: '' });

  expect(await answerTo(checkMessage, onFacebook())).toMatchObject({ value: { findings: [], level: 'clear' } });
  expect(await answerTo(message('status', { tabId: TAB }), ownPage())).toMatchObject({ state: 'active', findings: 0 });
});

test('a check is answered also when silences cannot be read or the icon cannot be drawn', async () => {
  browser.storage.session.set.mockRejectedValue(new Error('QuotaExceededError'));
  browser.storage.local.get.mockImplementation(async (keys) => {
    if (keys === 'silences') throw new Error('corrupt');
    return {};
  });

  expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: true, value: report });
});

test('a check is answered again at once when the clock was set back an hour', async () => {
  await answerTo(checkMessage, onFacebook());
  vi.setSystemTime(Date.now() - 3_600_000);

  expect(await answerTo(checkMessage, onFacebook())).toMatchObject({ ok: true });
});

test.each(['not_authenticated', 'refused'] as const)(
  'after an answer that made it %s, no text goes there before a sign of life was answered',
  async (error) => {
    vi.mocked(ask).mockResolvedValue({ ok: false, error });
    await answerTo(checkMessage, onFacebook());
    vi.mocked(ask).mockClear();
    expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: false, error });
    expect(vi.mocked(ask).mock.calls.map(([, path]) => path)).toEqual(['/v1/ping']);

    vi.mocked(ask).mockResolvedValue({ ok: true, value: report });
    expect(await answerTo(checkMessage, onFacebook())).toEqual({ ok: true, value: report });
  },
);
