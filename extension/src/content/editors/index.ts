/** The one door to the editors: an element that got focus becomes an `Editor`, or is none of our business. */
import type { Editor } from '@/content/model';

import { contentEditable } from './contenteditable';
import { composerAt } from './eligible';
import { textArea } from './textarea';

/** The composer that `element` is or stands in; null for one-line, secret, read-only and tiny fields. */
export function editorFor(element: HTMLElement): Editor | null {
  const host = composerAt(element);
  if (host === null) return null;
  return host instanceof HTMLTextAreaElement ? textArea(host) : contentEditable(host);
}
