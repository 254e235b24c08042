/**
 * Puts one wording in the place of another, in the order that was measured to leave every editor's own model whole:
 * select, let the editor notice, look again, insert as the person's input, read again. Never tries twice: a second
 * attempt is what corrupts drafts. How a kind of editor selects and inserts belongs to its `Hand`.
 */
import type { Replaced } from '@/content/model';

import { clean } from './clean';

/** Slate reads the selection at most every 100 ms, Draft.js needs a turn of the event loop (measured). */
const NOTICE_MS = 150;
/** Editors on React draw one frame after they took the words, and may take them back in the next. */
const FEWEST_FRAMES = 2;
/** What is not in the text by then never will be; a busy page needs some of it. */
const LONGEST_MS = 500;
/** A hidden page draws no frames at all. */
const LONGEST_FRAME_MS = 100;

/** What `Editor.replace` is asked for. */
export interface Asked {
  readonly start: number;
  readonly end: number;
  readonly expected: string;
  readonly wording: string;
}

/** One kind of editor, as far as replacing needs it; offsets count UTF-16 code units in `text()`. */
export interface Hand {
  /** The whole text, read now. */
  text(): string;
  /** False while the composer is gone, read-only, or in the middle of an input method's composition. */
  takesInput(): boolean;
  /** Gives the composer focus and selects; false, with nothing done, when this place is more than plain words. */
  select(start: number, end: number): boolean;
  /** Whether focus and selection are there now. */
  selects(start: number, end: number): boolean;
  /** Writes over the selection as the person's own input. */
  insert(wording: string): void;
}

export async function replaceWords(hand: Hand, { start, end, expected, wording }: Asked): Promise<Replaced> {
  const before = hand.text();
  if (!isOneLine(expected) || !isOneLine(wording) || before.slice(start, end) !== expected) return 'refused';
  if (!hand.takesInput() || !hand.select(start, end)) return 'refused';
  await pause(NOTICE_MS);
  if (!hand.takesInput() || hand.text() !== before || !hand.selects(start, end)) return 'refused';
  hand.insert(wording);
  const wanted = before.slice(0, start) + clean(wording).text + before.slice(end);
  return (await becomes(hand, wanted)) ? 'done' : hand.text() === before ? 'refused' : 'different';
}

/** Editors disagree on what a line break in inserted text is, and joining two paragraphs is the person's decision. */
function isOneLine(words: string): boolean {
  return words !== '' && !/[\n\r\u2028\u2029]/.test(words);
}

async function becomes(hand: Hand, wanted: string): Promise<boolean> {
  const deadline = performance.now() + LONGEST_MS;
  for (let frame = 1; frame <= FEWEST_FRAMES || performance.now() < deadline; frame++) {
    await nextFrame();
    if (frame >= FEWEST_FRAMES && hand.text() === wanted) return true;
  }
  return false;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const nextFrame = (): Promise<unknown> =>
  Promise.race([new Promise((done) => requestAnimationFrame(done)), pause(LONGEST_FRAME_MS)]);
