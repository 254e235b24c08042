import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dueReminder } from '@/background/reminders';
import type { Moment } from '@/shared/reminders';
import english from '../../../../extension/lines/en.json';
import { browser, reset } from '../../fake-browser';

vi.mock('@/shared/browser', () => import('../../fake-browser'));
vi.mock('@/shared/storage/device-key', () => import('../../fake-device-key'));

const NAME = 'Jeanne Dupont';
const MOMENT: Moment = {
  site: 'www.facebook.com',
  audience: 'friends',
  account: 'personal',
  accountName: NAME,
  namesCompany: false,
  heated: false,
};

const settings = (values: object): void => void Object.assign(browser.storage.local.values, { settings: values });
const days = (count: number): void => void vi.setSystemTime(Date.now() + count * 86_400_000);

beforeEach(() => {
  reset();
  vi.useFakeTimers({ now: new Date(2026, 6, 3, 10), toFake: ['Date'] });
  settings({ language: 'en' });
});
afterEach(() => void vi.useRealTimers());

test('the first post on a network brings a line in the chosen language, explained', async () => {
  const reminder = await dueReminder(MOMENT);

  expect(english.lines).toContainEqual(expect.objectContaining({ id: reminder?.id, text: reminder?.text }));
  expect(reminder?.notice).toBe(english.notice);
});

test('two tabs that ask at once get one reminder together', async () => {
  const answers = await Promise.all([dueReminder(MOMENT), dueReminder({ ...MOMENT, site: 'x.com' })]);

  expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
});

test('the hosts of one network are one network', async () => {
  await dueReminder(MOMENT);
  days(3);

  expect(await dueReminder({ ...MOMENT, site: 'm.facebook.com' })).toBeNull();
});

test('the budget outlives the browser: a restart brings no second reminder', async () => {
  await dueReminder(MOMENT);
  for (const key of Object.keys(browser.storage.session.values)) await browser.storage.session.remove(key);

  expect(await dueReminder({ ...MOMENT, site: 'x.com' })).toBeNull();
});

describe('what is remembered', () => {
  test('has no text and no name', async () => {
    await dueReminder({ ...MOMENT, namesCompany: true });
    const local = JSON.stringify(browser.storage.local.values['reminders']);
    const session = JSON.stringify(browser.storage.session.values);

    expect(local + session).not.toMatch(/Jeanne|Dupont/);
    expect(local).not.toContain(' ');
    expect(session).toMatch(/"facebook":"[0-9a-f]{64}"/);
  });

  test('is nothing where the person wants none', async () => {
    settings({ reminders: 'off' });

    expect(await dueReminder(MOMENT)).toBeNull();
    expect(Object.keys(browser.storage.local.values)).toEqual(['settings']);
    expect(browser.storage.session.values).toEqual({});
  });

  test.each([[null], [{ since: 7 }], ['x']])('when stored as %j counts as nothing', async (stored) => {
    browser.storage.local.values['reminders'] = stored;

    expect(await dueReminder(MOMENT)).not.toBeNull();
  });
});

describe('another account', () => {
  test('on the same network is an occasion', async () => {
    await dueReminder(MOMENT);
    days(3);
    expect(await dueReminder(MOMENT)).toBeNull();

    expect(await dueReminder({ ...MOMENT, accountName: 'Acme' })).not.toBeNull();
  });

  test('is not one that the page does not show', async () => {
    await dueReminder(MOMENT);
    days(3);

    expect(await dueReminder({ ...MOMENT, accountName: '' })).toBeNull();
  });
});

test("the person's choice wins over the company's", async () => {
  browser.storage.managed.values['reminders'] = 'off';
  expect(await dueReminder(MOMENT)).toBeNull();
  settings({ reminders: 'rare' });

  expect(await dueReminder(MOMENT)).not.toBeNull();
});

test("a line of the company's own says no more of itself than that", async () => {
  browser.storage.managed.values['reminder_lines'] = ['At our place, we smile.'];
  vi.spyOn(Math, 'random').mockReturnValue(0.999);

  expect(await dueReminder(MOMENT)).toMatchObject({ id: 'company', text: 'At our place, we smile.' });
});
