/** Decides which focused elements are composers: places where a person writes several words for others to read. */

const EDITABLE = '[contenteditable=""], [contenteditable="true" i], [contenteditable="plaintext-only" i]';
/** Searching, choosing from a list, or filling in one value: not writing. */
const OTHER_ROLES = new Set(['combobox', 'searchbox', 'spinbutton', 'listbox', 'menu', 'application']);
/** Payment cards and one-time codes are never read, not even to be left unsent. */
const SECRET_AUTOCOMPLETE = /(^|\s)(cc-|one-time-code|(current|new)-password)/i;
/** Smallest composer in CSS pixels; less is a hidden helper field of a code editor or a decoy. */
const SMALLEST_WIDTH = 40;
const SMALLEST_HEIGHT = 10;

/** The editing host this element belongs to, or the text area it is; null when it is no composer. */
export function composerAt(element: HTMLElement): HTMLElement | null {
  const host = element instanceof HTMLTextAreaElement ? element : editingHost(element);
  return host !== null && isForWriting(host) && isBigEnough(host) ? host : null;
}

/** The outermost editable element around: libraries nest read-only and editable parts. */
function editingHost(element: Element): HTMLElement | null {
  if (element.closest('[contenteditable]')?.matches(EDITABLE) !== true) return null;
  let host = element.closest<HTMLElement>(EDITABLE);
  for (let around = host; around !== null; around = around.parentElement?.closest<HTMLElement>(EDITABLE) ?? null) {
    host = around;
  }
  return host;
}

function isForWriting(host: HTMLElement): boolean {
  const is = (name: string): boolean => host.getAttribute(name)?.toLowerCase() === 'true';
  if (is('aria-readonly') || is('aria-disabled')) return false;
  if (host instanceof HTMLTextAreaElement && (host.readOnly || host.disabled)) return false;
  if (OTHER_ROLES.has(host.getAttribute('role')?.toLowerCase() ?? '')) return false;
  // Dots for letters: a password field by another name.
  if (!['none', ''].includes(getComputedStyle(host).getPropertyValue('-webkit-text-security'))) return false;
  return !SECRET_AUTOCOMPLETE.test(host.getAttribute('autocomplete') ?? '');
}

function isBigEnough(host: HTMLElement): boolean {
  const { width, height } = host.getBoundingClientRect();
  return width >= SMALLEST_WIDTH && height >= SMALLEST_HEIGHT;
}
