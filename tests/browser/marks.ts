/** Which words a person sees underlined in a composer, and which ones they should see. */
import type { Composer } from './composer';
import { drawnOver } from './drawn-over';
import { untilEqual } from './until';

/** One underlined place; `at` counts UTF-16 code units in `Composer.text()`. */
export interface SeenMark {
  severity: 1 | 2 | 3;
  text: string;
  at: number;
}

/** The wordings of rules/neutral/heated-slip.yml. */
export const RISKY: Record<string, SeenMark['severity']> = { 'marmot parade': 3, teapot: 2, gravel: 1 };

/** Every place where `text` has risky wording, in the order of the text. */
export function riskyIn(text: string): SeenMark[] {
  const marks = Object.entries(RISKY).flatMap(([words, severity]) =>
    [...text.replaceAll('\u00a0', ' ').matchAll(new RegExp(words, 'g'))].map((match) => ({ severity, text: words, at: match.index })),
  );
  return marks.sort((one, other) => one.at - other.at);
}

/** The marks a person sees, in the order of the text; no-break spaces read as spaces. */
export async function marksOf(composer: Composer): Promise<SeenMark[]> {
  const highlighted = await composer.frame.evaluate(readHighlights);
  const marks = [...highlighted, ...(await drawnOver(composer))];
  return marks.sort((one, other) => one.at - other.at);
}

/** Waits until exactly the risky words are marked, each in its place. */
export async function riskyWordsMarked(composer: Composer, withinMs?: number): Promise<void> {
  await untilEqual('the marks', () => marksOf(composer), riskyIn(await composer.text()), withinMs);
}

/** Runs in the page: the highlight registry is shared between the page and the extension. */
function readHighlights(): SeenMark[] {
  const { editor } = window.page;
  const read = (range: AbstractRange, severity: SeenMark['severity']): SeenMark => {
    if (editor instanceof HTMLTextAreaElement) {
      return { severity, text: editor.value.slice(range.startOffset, range.endOffset), at: range.startOffset };
    }
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const before = document.createRange();
    before.selectNodeContents(editor);
    before.setEnd(range.startContainer, range.startOffset);
    return { severity, text: live.toString().replaceAll('\u00a0', ' '), at: before.toString().length };
  };
  // One registry serves all composers of a document; a value range of a text field names no node.
  const isHere = (range: AbstractRange): boolean => {
    const start = range.startContainer as Node | null | undefined;
    return start instanceof Node ? editor.contains(start) : editor instanceof HTMLTextAreaElement;
  };
  const ranges = (severity: SeenMark['severity']): AbstractRange[] => [...(CSS.highlights.get(`pp-${severity}`) ?? [])] as AbstractRange[];
  return ([1, 2, 3] as const).flatMap((severity) => ranges(severity).filter(isHere).map((range) => read(range, severity)));
}
