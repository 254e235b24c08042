/** One part of a page: a sheet of its own, drawn from data, and anew only when the data changed. */
import { element, words } from './element';
import { redraw } from './redraw';
import type { MessageKey } from './words';

export interface PagePart {
  /** Its place in the page's address, after the "#". */
  readonly id: string;
  readonly title: MessageKey;
  readonly element: HTMLElement;
  /** Loads and draws. A fault is said in the part and harms no other. */
  refresh(): Promise<void>;
}

interface Description<T> {
  readonly id: string;
  readonly title: MessageKey;
  /** undefined, or a rejection: the background did not answer. */
  readonly load: () => Promise<T | undefined>;
  /** @param refresh - for what the part itself changes and no event tells. */
  readonly draw: (data: T, refresh: () => void) => Node[];
}

export function pagePart<T>({ id, title, load, draw }: Description<T>): PagePart {
  const sheet = element('section', { class: 'sheet', id, 'aria-labelledby': `${id}-title` });
  let shown: string | null = null;

  async function refresh(): Promise<void> {
    const data = await load().catch(() => undefined);
    const now = data === undefined ? '' : JSON.stringify(data);
    if (now === shown) return;
    shown = now;
    const heading = element('h2', { id: `${id}-title`, tabindex: '-1' }, words(title));
    const failed = (): Node[] => [element('p', { role: 'alert' }, words('unexpected'))];
    redraw(sheet, heading, ...(data === undefined ? failed() : draw(data, () => void refresh())));
  }

  return { id, title, element: sheet, refresh };
}
