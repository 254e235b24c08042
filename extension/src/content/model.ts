/**
 * The words that session, editors, underlines and card have in common. The three parts never import each other;
 * `session.ts` joins them through these types.
 * Every offset counts UTF-16 code units into `Snapshot.text`, half-open.
 */
import type { Outcome } from '@/shared/errors';
import type { CheckRequest, Finding, Report } from '@/shared/wire';

/** How a text gets its report: through the background in the extension, straight to the server on the demo page. */
export type Checker = (request: CheckRequest) => Promise<Outcome<Report>>;

/** A composer's text at one moment, and the way from offsets back to the page. */
export interface Snapshot {
  readonly text: string;
  /**
   * Page ranges that cover [start, end): one per text node for rich editors, one value range for a textarea.
   * Empty when the node is gone or the offsets point at text without a node (an emoji image).
   */
  rangesFor(start: number, end: number): PageRange[];
}

/** Where marked words are: in a DOM tree, or inside a text field's value. */
export type PageRange =
  | { readonly kind: 'dom'; readonly range: StaticRange }
  | { readonly kind: 'field'; readonly field: HTMLTextAreaElement; readonly start: number; readonly end: number };

/** One composer, behind one interface; it reads and never writes. */
export interface Editor {
  /** The editing host itself: what has focus, what gets the events. */
  readonly element: HTMLElement;
  read(): Snapshot;
  /** Offsets of the caret or selection in the last snapshot's text; null when the selection is elsewhere. */
  selection(): { start: number; end: number } | null;
  /** Calls back after any change of the text, whoever made it; at most once per animation frame. */
  onChange(callback: () => void, signal: AbortSignal): void;
}

/** One underlined place. */
export interface Mark {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

/** Draws marks and nothing else. */
export interface Painter {
  /** Replaces every mark of this editor; an empty list clears them. */
  paint(editor: Editor, marks: readonly (Mark & { ranges: PageRange[] })[]): void;
  /** Client rectangles of a mark in viewport pixels, in reading order; empty when it is not drawn. */
  rectsOf(editor: Editor, mark: Mark): DOMRect[];
  /** The drawn mark at a viewport point (pixels), or null. */
  markAt(editor: Editor, x: number, y: number): Mark | null;
  clear(editor: Editor): void;
}

/** The one card of a document: shows a finding and what one can do about it; it never takes focus by itself. */
export interface Card {
  /** Opens at `anchor` (viewport pixels, reading order, at least one) for a mark of the composer `near`. */
  show(mark: Mark, anchor: DOMRect[], near: HTMLElement, how: 'hover' | 'click' | 'keyboard'): void;
  /** Closes; gives focus and selection back to the page if the card had taken them. */
  hide(): void;
  isOpen(): boolean;
  /** Whether the event happened on the card. */
  contains(event: Event): boolean;
  shownMark(): Mark | null;
  /** Moves focus to the card's first button; only on the user's own key or command. */
  takeFocus(): void;
  /** Tells a screen reader how many marks the composer has now; says a count once, after a second of quiet. */
  announce(marks: number): void;
}
