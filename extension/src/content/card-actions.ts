/** What the card can do, carried out on the composer that holds the mark. */
import type { CardActions, Mark } from '@/content/model';

import { neighbour, position } from './mark-order';
import type { Session } from './session';
import type { ExtensionSide } from './start';

/** Words of a proposal, UTF-16 units: the background takes no more. */
const LONGEST_WORDS = 300;

/**
 * @param goTo - scrolls to a mark's words and opens its card.
 * @param extension - null on the demo page: nothing can be silenced for good there, and no lesson opens.
 */
export function cardActions(
  sessions: Iterable<Session>,
  goTo: (mark: Mark) => void,
  extension: ExtensionSide | null,
): CardActions {
  const of = ({ finding }: Mark): Session | undefined => {
    for (const session of sessions) if (session.marks.some((mark) => mark.finding === finding)) return session;
    return undefined;
  };
  return {
    dismiss: (mark) => of(mark)?.dismiss(mark) ?? { undo: () => undefined },
    replace: async (mark, wording) => (await of(mark)?.replace(mark, wording)) ?? 'refused',
    neighbour: (mark, step) => neighbour(of(mark)?.marks ?? [], mark, step),
    goTo,
    position: (mark) => position(of(mark)?.marks ?? [], mark),
    ...(extension && {
      propose: (mark: Mark, kind: 'words' | 'rule') => {
        const { rule, title, category } = mark.finding;
        const words = (of(mark)?.wordsOf(mark) ?? '').slice(0, LONGEST_WORDS);
        extension.propose({ kind, rule, title, category, words });
      },
      learn: (lesson: string) => extension.open('learn', lesson),
    }),
  };
}
