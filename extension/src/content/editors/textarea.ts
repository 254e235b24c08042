/** Plain text fields; reads the value and never writes. */
import type { Editor, Snapshot } from '@/content/model';

import { watchChanges } from './changes';
import { type Clean, clean, cleanOffset, rawSpan, wholeCharacters } from './clean';

/** Only the first two come with every change by hand; the others catch scripts that set the value. */
const EVENTS = ['input', 'compositionend', 'change', 'keyup', 'pointerup', 'selectionchange'];

export function textArea(field: HTMLTextAreaElement): Editor {
  let last = clean(field.value);
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
    onChange: (callback, signal) => watchChanges(field, EVENTS, callback, signal),
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
