/** Plain text fields; writes nothing but an asked replacement. */
import type { Editor, Snapshot } from '@/content/model';

import { watchChanges } from './changes';
import { type Clean, clean, cleanOffset, rawSpan, wholeCharacters } from './clean';
import { watchComposition } from './composition';
import { fieldHand } from './field-hand';
import { replaceWords } from './replacing';

/** Only the first two come with every change by hand; the others catch scripts that set the value. */
const EVENTS = ['input', 'compositionend', 'change', 'keyup', 'pointerup', 'selectionchange'];

export function textArea(field: HTMLTextAreaElement): Editor {
  let last = clean(field.value);
  let isComposing = (): boolean => false;
  const hand = fieldHand(field, () => isComposing());
  return {
    element: field,
    read() {
      last = clean(field.value);
      return snapshot(field, last);
    },
    selection: () => ({
      start: cleanOffset(last.rawIndex, field.selectionStart),
      end: cleanOffset(last.rawIndex, field.selectionEnd),
    }),
    replace: (start, end, expected, wording) => replaceWords(hand, { start, end, expected, wording }),
    onChange(callback, signal) {
      isComposing = watchComposition(field, signal);
      let told = field.value;
      const tell = (): void => {
        told = field.value;
        callback();
      };
      watchChanges(field, EVENTS, tell, signal, () => field.value !== told);
    },
  };
}

function snapshot(field: HTMLTextAreaElement, { text, rawIndex }: Clean): Snapshot {
  return {
    text: text.toWellFormed(),
    rangesFor(from, to) {
      const [start, end] = rawSpan(rawIndex, ...wholeCharacters(text, from, to));
      return start < end && end <= field.value.length ? [{ kind: 'field', field, start, end }] : [];
    },
  };
}
