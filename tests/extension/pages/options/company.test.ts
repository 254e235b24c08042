import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startOptions } from '@/pages/options';
import { translate, type MessageKey } from '@/pages/words';
import vector from '../../../contract/pp2.json';
import { browser } from '../../fake-browser';
import { buttonIn, freshPage, PAIRED } from '../page-test';

vi.mock('@/shared/browser', () => import('../../fake-browser'));

const SERVICE = { service_origin: vector.origin, service_public_key: vector.service_public_key };
let main: HTMLElement;
let answers: Record<string, unknown>;

const company = (): string => main.querySelector('#company')!.textContent;
const policyIs = (values: object): void => void Object.assign(browser.storage.managed.values, values);
const mayReachService = (): void =>
  void browser.runtime.getManifest.mockReturnValue({ host_permissions: ['https://porte-parole.example/*'] });

beforeEach(() => {
  ({ main, answers } = freshPage());
});

test('where the company set nothing, that is said', async () => {
  await startOptions(main);

  expect(company()).toContain(translate('options_company_none', 'en'));
});

test.each(['key', 'token'])('H-11 a %s in the policy is ignored, and a warning says so', async (name) => {
  policyIs({ [name]: 'c2VjcmV0' });
  await startOptions(main);

  expect(company()).toContain(translate('options_problem_secret', 'en', [name]));
  expect(company()).not.toContain('c2VjcmV0');
});

test.each<[string, object, MessageKey]>([
  ['a wrong origin', { ...SERVICE, service_origin: 'http://x.example' }, 'options_problem_service_origin'],
  ['a wrong key', { ...SERVICE, service_public_key: 'AAAA' }, 'options_problem_service_public_key'],
  ['a service that this copy cannot reach', SERVICE, 'options_problem_service_not_allowed'],
])('%s is ignored, and the reason said', async (_what, values, key) => {
  policyIs(values);
  await startOptions(main);

  expect(company()).toContain(translate(key, 'en'));
  expect(main.querySelector('#privacy')!.textContent).toContain(translate('options_where_text', 'en'));
});

describe('with the company’s own service', () => {
  beforeEach(() => {
    policyIs(SERVICE);
    mayReachService();
    answers['status'] = { ...PAIRED, by: 'service', port: 8443 };
  });

  test('its address is shown, without a warning', async () => {
    await startOptions(main);

    expect(company()).toContain(vector.origin);
    expect(main.querySelector('#company [data-kind=problem]')).toBeNull();
  });

  test('the page says where texts go, and promises nothing that is not so', async () => {
    await startOptions(main);

    const privacy = main.querySelector('#privacy')!.textContent;
    expect(privacy).toContain(translate('options_where_text_service', 'en'));
    expect(privacy).toContain(translate('options_who_text_service', 'en'));
    expect(privacy).not.toContain('this computer');
    expect(privacy).not.toContain('Neither your employer');
  });

  test('there is no code to paste and nothing to forget', async () => {
    await startOptions(main);

    expect(main.querySelector('#pairing')!.textContent).toContain(translate('options_paired_service', 'en', ['porte-parole.example:8443']));
    expect(main.querySelector('#code')).toBeNull();
    expect(buttonIn(main, translate('options_forget', 'en'))).toBeUndefined();
  });

  test('a policy that comes while the page is open changes its words', async () => {
    Object.keys(SERVICE).forEach((name) => Reflect.deleteProperty(browser.storage.managed.values, name));
    browser.runtime.getManifest.mockReturnValue({ host_permissions: ['https://porte-parole.example/*', 'http://127.0.0.1/*'] });
    await startOptions(main);
    expect(main.querySelector('#privacy')!.textContent).toContain(translate('options_where_text', 'en'));
    await browser.storage.managed.set(SERVICE);

    await vi.waitFor(() => expect(main.querySelector('#privacy')!.textContent).toContain(translate('options_where_text_service', 'en')));
  });
});
