/** A button that erases, after it was asked once more: what is gone here is gone for good. */
import { button, element, words } from '@/pages/element';

/**
 * @param what - names it for those who do not see where the button stands.
 * @param key - finds the button again after a redraw.
 */
export function erasure(what: string, key: string, erase: () => void): HTMLElement {
  const place = element('div', { class: 'actions erasure' });

  function ask(): void {
    const yes = button('stored_erase_yes', 'main', erase);
    const no = button('stored_erase_no', 'quiet', () => offer().focus());
    place.setAttribute('role', 'group');
    place.setAttribute('aria-label', words('stored_erase_this', what));
    place.replaceChildren(element('span', {}, words('stored_erase_sure')), yes, no);
    no.focus();
  }

  function offer(): HTMLButtonElement {
    const first = button('stored_erase', 'quiet', ask);
    first.setAttribute('aria-label', words('stored_erase_this', what));
    first.dataset['key'] = key;
    place.replaceChildren(first);
    return first;
  }

  offer();
  return place;
}
