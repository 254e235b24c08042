/** Selects and inserts in a text field; the browser keeps its undo. */
import { clean, rawSpan, wholeCharacters } from './clean';
import type { Hand } from './replacing';

export function fieldHand(field: HTMLTextAreaElement, isComposing: () => boolean): Hand {
  const placeOf = (start: number, end: number): [number, number] => rawSpan(clean(field.value).rawIndex, start, end);
  return {
    text: () => clean(field.value).text.toWellFormed(),
    takesInput: () => field.isConnected && !field.readOnly && !field.matches(':disabled') && !isComposing(),
    select(start, end) {
      const [from, to] = wholeCharacters(clean(field.value).text, start, end);
      if (from !== start || to !== end) return false;
      if (!hasFocus(field)) field.focus({ preventScroll: true });
      field.setSelectionRange(...placeOf(start, end));
      return true;
    },
    selects(start, end) {
      const [from, to] = placeOf(start, end);
      return hasFocus(field) && field.selectionStart === from && field.selectionEnd === to;
    },
    insert: (wording) => void field.ownerDocument.execCommand('insertText', false, wording),
  };
}

function hasFocus(field: HTMLTextAreaElement): boolean {
  return (field.getRootNode() as Document | ShadowRoot).activeElement === field;
}
