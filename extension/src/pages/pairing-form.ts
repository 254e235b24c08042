/** The field for a pairing code, the same in popup and options. */
import { send } from '@/shared/send';
import { element, words } from './element';

/** @param onPaired - called after every try that kept a key, also when the server does not answer yet. */
export function pairingForm(onPaired: () => void): HTMLFormElement {
  const input = element('input', {
    id: 'code',
    name: 'code',
    placeholder: 'PP1-…',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    'aria-describedby': 'code-hint code-result',
  });
  const result = element('p', { id: 'code-result', class: 'result', role: 'status' });
  const submit = element('button', { class: 'button' }, words('pair_button'));
  const form = element(
    'form',
    { class: 'pairing' },
    element('label', { for: 'code' }, words('pair_label')),
    element('div', { class: 'row' }, input, submit),
    element('p', { id: 'code-hint', class: 'note' }, words('pair_hint')),
    result,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit.disabled = true;
    void pairWith(input, result)
      .then((kept) => kept && onPaired())
      .finally(() => (submit.disabled = false));
  });
  return form;
}

/** @returns whether the background kept a key. */
async function pairWith(input: HTMLInputElement, result: HTMLElement): Promise<boolean> {
  const answer = await send('pair', { code: input.value }).catch(() => undefined);
  const done = answer?.ok === true;
  input.setAttribute('aria-invalid', String(!done));
  result.dataset['kind'] = done ? 'done' : 'problem';
  if (answer === undefined) result.textContent = words('unexpected');
  else if (answer.ok) result.textContent = words('pair_done', String(answer.value.port));
  else result.textContent = words(`pair_error_${answer.error}`);
  const kept = done || (answer?.ok === false && answer.error === 'not_reached');
  if (kept) input.value = '';
  return kept;
}
