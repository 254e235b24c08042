/** Saves the personal list to a file, and adds one from a file; whatever the file holds, nothing is lost. */
import { exportSilences, importSilences } from '@/shared/storage/silence-store';
import { button, element, words } from '@/pages/element';

const FILE_NAME = 'porte-parole.json';

/**
 * @param result - where it says how it went.
 * @param isEmpty - there is nothing to save.
 */
export function listAlong(result: HTMLElement, isEmpty: boolean): HTMLElement {
  const save = button('options_list_export', 'quiet', () => void exportSilences().then(download));
  save.disabled = isEmpty;
  return element(
    'div',
    { class: 'stack' },
    element('h3', { class: 'title' }, words('options_list')),
    element('p', { class: 'note' }, words('options_list_hint')),
    element('div', { class: 'actions' }, save, fileField(result)),
  );
}

function fileField(result: HTMLElement): HTMLElement {
  const input = element('input', { type: 'file', accept: '.json,application/json', 'data-key': 'import' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void addFrom(file, result);
    // The same file again, once it was put right, is a change too.
    input.value = '';
  });
  return element('label', { class: 'button quiet file' }, input, words('options_list_import'));
}

async function addFrom(file: File, result: HTMLElement): Promise<void> {
  const outcome = await file.text().then(importSilences).catch(() => ({ ok: false, error: 'unreadable' }) as const);
  result.dataset['kind'] = outcome.ok ? 'done' : 'problem';
  if (!outcome.ok) result.textContent = words(`options_list_error_${outcome.error}`);
  else if (outcome.value === 0) result.textContent = words('options_list_imported_none');
  else result.textContent = words('options_list_imported', String(outcome.value));
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  element('a', { href: address, download: FILE_NAME }).click();
  // Once the click was handled the browser has its own copy.
  setTimeout(() => URL.revokeObjectURL(address));
}
