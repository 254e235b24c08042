/**
 * The words that session, editors, underlines and card have in common. The three parts never import each other;
 * `session.ts` joins them through these types.
 * Every offset counts UTF-16 code units into `Snapshot.text`, half-open.
 */
import type { CheckError, Outcome } from '@/shared/errors';
import type { SelfTest } from '@/shared/live-list';
import type { Reminder } from '@/shared/reminders';
import type { Account, Audience, CheckRequest, Finding, Report, Severity } from '@/shared/wire';

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

/**
 * Where marked words are: in a DOM tree, or inside a text field's value. Plain data: comparing many of them on each key
 * asks no layout of the page.
 */
export type PageRange =
  | { readonly kind: 'dom'; readonly range: Readonly<StaticRangeInit> }
  | { readonly kind: 'field'; readonly field: HTMLTextAreaElement; readonly start: number; readonly end: number };

/**
 * - `done`: read again afterwards, the text is exactly what it should be.
 * - `refused`: nothing was changed, because the text is another by now, is being composed, or cannot take it.
 * - `different`: the editor made something else of it; not repaired, since trying again corrupts drafts.
 */
export type Replaced = 'done' | 'refused' | 'different';

/** One composer, behind one interface; it writes nothing but what `replace` is asked for. */
export interface Editor {
  /** The editing host itself: what has focus, what gets the events. */
  readonly element: HTMLElement;
  read(): Snapshot;
  /** Offsets of the caret or selection in the last snapshot's text; null when the selection is elsewhere. */
  selection(): { start: number; end: number } | null;
  /**
   * Puts `wording` in the place of [start, end) as the person's own input: one step of the editor's undo, caret after
   * it. `expected` is the text at [start, end). Takes about 200 ms; `wording` is one line.
   */
  replace(start: number, end: number, expected: string, wording: string): Promise<Replaced>;
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
  show(mark: Mark, anchor: DOMRect[], near: HTMLElement, how: CardOpening): void;
  /** Closes; gives focus and selection back to the page if the card had taken them. */
  hide(): void;
  isOpen(): boolean;
  /** How the open card was opened last; null when none is open. */
  opening(): CardOpening | null;
  /** Whether the event happened on the card. */
  contains(event: Event): boolean;
  shownMark(): Mark | null;
  /** Moves focus to the card's first button; only on the user's own key or command. */
  takeFocus(): void;
  /** Tells a screen reader how many marks the composer has now; says a count once, after a second of quiet. */
  announce(marks: number): void;
}

/** `last-look`: beside the publish button, for an alert. */
export type CardOpening = 'hover' | 'click' | 'keyboard' | 'last-look';

/** What the person can ask for on the card; each is called for real clicks and keys only. */
export interface CardActions {
  /** *Not this time*: these words, until the text is emptied. `undo` brings the mark back. */
  dismiss(mark: Mark): { undo(): void };
  /** *Never for these words*, *turn this advice off*: asked again in a window of ours, which can be declined. Absent on the demo page. */
  propose?(mark: Mark, kind: 'words' | 'rule'): void;
  /** Takes a suggestion over into the text. */
  replace(mark: Mark, wording: string): Promise<Replaced>;
  /** Opens the lesson of the mark's category; absent where no extension is around (the demo page). */
  learn?(lesson: string): void;
  /** The mark after (`1`) or before (`-1`) this one in the same composer, round the end; null when it is the only one. */
  neighbour(mark: Mark, step: 1 | -1): Mark | null;
  /** Where a mark is among those of its composer, from 1, and how many there are. */
  position(mark: Mark): { at: number; of: number };
  /** Scrolls to a mark and opens its card there: `Pointing.open`. */
  goTo(mark: Mark): void;
}

/** What a site's page says around a composer; read fresh, since people change audience and account while they write. */
export interface Surroundings {
  readonly audience: Audience;
  readonly account: Account;
  /** As the page shows it; '' when it shows none. At most 100 UTF-16 units. */
  readonly accountName: string;
  /** Buttons that publish this composer's text, visible or not; empty when none was found. */
  readonly publishButtons: readonly HTMLElement[];
  readonly selfTest: SelfTest;
}

/** Knows one site's pages. */
export interface SiteReader {
  read(composer: HTMLElement): Surroundings;
}

/** What the small sign beside a composer says. */
export interface PresenceView {
  readonly state: 'checking' | 'checked' | CheckError;
  /** The most serious mark of now; null when there is none. Only then has the sign a colour. */
  readonly worst: Severity | null;
  readonly surroundings: Surroundings;
}

/** The sign beside the composer that is written in, and the reminders below it. Never takes focus, never covers text. */
export interface Presence {
  /** Shows or updates the sign; it follows the composer until `hide`. */
  show(composer: HTMLElement, view: PresenceView): void;
  hide(): void;
  /** Shows a reminder below the composer that has the sign; it fades after 8 s or when typing goes on. */
  remind(reminder: Reminder): void;
  contains(event: Event): boolean;
}

/** What last look needs to know of a session. */
export interface AlertedComposer {
  readonly editor: Editor;
  /** Whether the last answer is about the text of now; a click on what is not `checked` is never held. */
  readonly state: PresenceView['state'];
  /** The most serious alert (severity `high`), or null; which texts were looked at already is the last look's matter. */
  alert(): Mark | null;
  surroundings(): Surroundings;
}
