/** The line that stays for a moment where the card was: what came of the person's click, and a way back. */
import type { MessageKey } from '@/content/words';
import type { Elements } from './elements';
import type { IconName } from './icons';

export interface Note {
  readonly icon: IconName;
  readonly says: string;
  readonly button?: { readonly says: MessageKey; press(): void };
}

/** Long enough to read two sentences and reach the button, in milliseconds. */
export const NOTE_MS = 6_000;

export function buildNote(make: Elements, { icon, says, button }: Note): HTMLElement {
  const words = make.text('span', 'says', says);
  words.id = 'says';
  const note = make.frame('div', 'card note', make.icon(icon), words);
  if (button !== undefined) {
    const pressable = make.wordButton('way-back', button.says, button.press);
    pressable.setAttribute('aria-describedby', words.id);
    note.append(pressable);
  }
  return note;
}

/**
 * Calls `gone` after a while, and later as long as the pointer or the focus is on the note.
 * @returns what stops it.
 */
export function fadeAway(note: HTMLElement, gone: () => void): () => void {
  const look = (): void => {
    if (note.matches(':hover, :focus-within')) timer = setTimeout(look, NOTE_MS);
    else gone();
  };
  let timer = setTimeout(look, NOTE_MS);
  return () => clearTimeout(timer);
}
