/** The two ways to a connection, the same on every page: a button that asks the program, and a field for its code. */
import type { Outcome } from '@/shared/errors';
import { send } from '@/shared/send';
import { button, element, words } from './element';

/** @param onPaired - called after every try that kept a key, also when the server does not answer yet. */
export function pairingForm(onPaired: () => void): HTMLFormElement {
  const result = element('p', { id: 'code-result', class: 'result', role: 'status' });
  const input = codeField();
  const use = element('button', { class: 'button quiet' }, words('pair_button'));
  const connect = button('connect_button', 'main', () => void attempt(() => connectByProgram(result)));
  const form = element(
    'form',
    { class: 'pairing' },
    connect,
    element('label', { for: 'code' }, words('pair_label')),
    element('div', { class: 'row' }, input, use),
    element('p', { id: 'code-hint', class: 'note' }, words('pair_hint')),
    result,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(() => pairWith(input, result));
  });
  return form;

  async function attempt(run: () => Promise<boolean>): Promise<void> {
    connect.disabled = use.disabled = true;
    if (await run().finally(() => (connect.disabled = use.disabled = false))) onPaired();
  }
}

const codeField = (): HTMLInputElement =>
  element('input', {
    id: 'code',
    name: 'code',
    placeholder: 'PP1-…',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    'aria-describedby': 'code-hint code-result',
  });

/** @returns whether the background kept a key. */
async function connectByProgram(result: HTMLElement): Promise<boolean> {
  const answer = await send('connect', null).catch(() => undefined);
  return isKept(answer, result, (port) => words('connect_done', port), (error) => words(`connect_error_${error}`));
}

/** @returns whether the background kept a key. */
async function pairWith(input: HTMLInputElement, result: HTMLElement): Promise<boolean> {
  const answer = await send('pair', { code: input.value }).catch(() => undefined);
  const kept = isKept(answer, result, (port) => words('pair_done', port), (error) => words(`pair_error_${error}`));
  input.setAttribute('aria-invalid', String(answer?.ok !== true));
  if (kept) input.value = '';
  return kept;
}

/** Says how it went. A key is kept too when the program that it is for does not answer yet. */
function isKept<E>(
  answer: Outcome<{ port: number }, E> | undefined,
  result: HTMLElement,
  done: (port: string) => string,
  problem: (error: E) => string,
): boolean {
  result.dataset['kind'] = answer?.ok === true ? 'done' : 'problem';
  if (answer === undefined) result.textContent = words('unexpected');
  else result.textContent = answer.ok ? done(String(answer.value.port)) : problem(answer.error);
  return answer !== undefined && (answer.ok || answer.error === 'not_reached');
}
