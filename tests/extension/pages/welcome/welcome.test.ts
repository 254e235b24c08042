import { beforeEach, expect, test, vi } from 'vitest';
import { startWelcome } from '@/pages/welcome';
import { translate } from '@/pages/words';
import vector from '../../../contract/pp2.json';
import { browser } from '../../fake-browser';
import { freshPage, kept, PAIRED } from '../page-test';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

let main: HTMLElement;
let answers: Record<string, unknown>;

beforeEach(() => {
  ({ main, answers } = freshPage());
});

test('greets with what it does, and answers the four questions', async () => {
  await startWelcome(main);

  expect(main.querySelector('.greeting')!.textContent).toContain('Nothing is recorded, nothing goes to your manager, nothing is blocked. You decide.');
  expect(main.querySelectorAll('#privacy dt')).toHaveLength(4);
});

test('asks for a code as long as there is no connection, then shows the state', async () => {
  answers['status'] = { ...PAIRED, state: 'not_configured', port: null };
  await startWelcome(main);
  expect(main.querySelector('#pair #code')).not.toBeNull();

  answers['status'] = PAIRED;
  await browser.storage.session.set({ states: {} });
  await vi.waitFor(() => expect(main.querySelector('#pair #code')).toBeNull());
  expect(main.querySelector('#pair .state')!.textContent).toContain(translate('state_idle_title', 'en'));
});

test('says that the program connected itself, and asks for nothing', async () => {
  answers['status'] = { ...PAIRED, by: 'host' };
  await startWelcome(main);

  expect(main.querySelector('#pair')!.textContent).toContain(translate('pair_by_host', 'en'));
  expect(main.querySelector('#pair #code')).toBeNull();
});

test('says that the company’s own service reads, where it does', async () => {
  Object.assign(browser.storage.managed.values, { service_origin: vector.origin, service_public_key: vector.service_public_key });
  browser.runtime.getManifest.mockReturnValue({ host_permissions: ['https://porte-parole.example/*'] });
  answers['status'] = { ...PAIRED, state: 'not_reached', by: 'service', port: 8443 };
  await startWelcome(main);

  expect(main.querySelector('#pair')!.textContent).toContain(translate('welcome_pair_text_service', 'en'));
  expect(main.querySelector('.state')!.textContent).toContain(translate('state_not_reached_text_service', 'en', ['porte-parole.example:8443']));
  expect(main.querySelector('#pair #code')).toBeNull();
});

test('leads to the practice page, the lessons, the options and what is stored', async () => {
  await startWelcome(main);
  const links = [...main.querySelectorAll('section a')].map((link) => link.getAttribute('href'));

  expect(links).toEqual(['/practice.html', '/learn.html', '/options.html', '/stored.html']);
});

test('shows one sample of each line', async () => {
  await startWelcome(main);

  expect([...main.querySelectorAll('.sample .mark')].map(({ className }) => className)).toEqual(['mark low', 'mark medium', 'mark high']);
});

test('the rhythm of reminders can be chosen here', async () => {
  await startWelcome(main);
  main.querySelector<HTMLInputElement>('#reminders [value=rare]')!.click();

  await vi.waitFor(() => expect(kept()['settings']).toEqual({ reminders: 'rare' }));
});

test('says the shared-service mode nowhere, as long as there is none', async () => {
  await startWelcome(main);

  expect(main.textContent).not.toMatch(/service of your company|company’s own service/);
});
