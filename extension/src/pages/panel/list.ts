/** The side panel's full list: a row lives as long as its mark, so that what the person opened or focused stays. */
import { SEVERITIES } from '@/shared/wire';
import { element } from '@/pages/element';
import type { PlacedMark } from '@/pages/live-list';
import { findingRow, type FindingActions } from './finding';

interface Row {
  readonly content: string;
  readonly item: HTMLLIElement;
}

export class PanelList {
  readonly element = element('ol', { class: 'findings' });
  #rows = new Map<string, Row>();

  constructor(private readonly actions: FindingActions) {}

  /** Most serious first, then in the order given. The first of a new list is open. */
  show(marks: readonly PlacedMark[]): void {
    const before = this.#rows;
    this.#rows = new Map();
    for (const mark of [...marks].sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))) {
      const key = `${mark.frame} ${String(mark.id)}`;
      const content = JSON.stringify(mark);
      const old = before.get(key);
      this.#rows.set(key, old?.content === content ? old : { content, item: this.#item(mark, old) });
    }
    const items = [...this.#rows.values()].map(({ item }) => item);
    // Moving an element takes its focus: touched only when another row stands there.
    if (items.length !== this.element.children.length || items.some((item, at) => item !== this.element.children[at])) {
      this.element.replaceChildren(...items);
    }
    const [first] = items;
    if (before.size === 0 && first !== undefined) openRow(first);
  }

  #item(mark: PlacedMark, old: Row | undefined): HTMLLIElement {
    const row = findingRow(mark, this.actions);
    row.open = old?.item.querySelector('details')?.open ?? false;
    return element('li', {}, row);
  }
}

function openRow(item: HTMLLIElement): void {
  const row = item.querySelector('details');
  if (row !== null) row.open = true;
}
