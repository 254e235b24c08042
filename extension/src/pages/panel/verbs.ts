/** Does what the rows of the side panel ask for, and says so with an undo. */
import type { ReplaceAnswer } from '@/shared/live-list';
import { addSilence, loadSilences, removeSilence } from '@/shared/storage/silence-store';
import { words } from '@/pages/element';
import type { LiveLists, PlacedMark } from '@/pages/live-list';
import type { DoneLine } from './done';
import type { FindingActions } from './finding';

export class PanelVerbs implements FindingActions {
  /** The wording that a frame was asked to write, until it answers. */
  #wanted: { frame: string; mark: number; wording: string } | null = null;

  constructor(
    private readonly lists: LiveLists,
    private readonly done: DoneLine,
  ) {}

  show(mark: PlacedMark): void {
    this.lists.order(mark, 'show');
  }

  dismiss(mark: PlacedMark): void {
    this.lists.order(mark, 'dismiss');
    this.done.show(words('panel_dismissed'), {
      key: 'card_undo',
      run: async () => {
        this.lists.order(mark, 'restore');
        return words('panel_undone');
      },
    });
  }

  silence(mark: PlacedMark, kind: 'words' | 'rule'): void {
    const sentence = kind === 'words' ? words('panel_never_done') : words('panel_off_done', mark.title);
    void keepSilence(mark, kind).then(
      (undo) => this.done.show(sentence, { key: 'card_undo', run: undo }),
      () => this.done.show(words('panel_failed')),
    );
  }

  replace(mark: PlacedMark, suggestion: number): void {
    const wording = mark.suggestions[suggestion];
    if (wording === undefined) return;
    this.#wanted = { frame: mark.frame, mark: mark.id, wording };
    this.lists.order(mark, 'replace', suggestion);
  }

  /** Only the answer to the last order counts: the person sees one line at a time. */
  replaced({ frame, mark, replaced }: ReplaceAnswer): void {
    const wanted = this.#wanted;
    if (wanted?.frame !== frame || wanted.mark !== mark) return;
    this.#wanted = null;
    if (replaced === 'done') return this.done.show(words('panel_replaced'));
    this.done.show(words('panel_not_replaced'), {
      key: 'card_copy',
      run: async () => {
        await navigator.clipboard.writeText(wanted.wording);
        return words('panel_copied');
      },
    });
  }
}

/** @returns what takes it back. */
async function keepSilence(mark: PlacedMark, kind: 'words' | 'rule'): Promise<() => Promise<string>> {
  const { rule, title, category, words: silenced } = mark;
  await addSilence({ kind, rule, title, category, words: silenced });
  const [added] = await loadSilences();
  return async () => {
    if (added !== undefined) await removeSilence(added);
    return words('panel_undone');
  };
}
