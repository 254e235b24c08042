/**
 * What a watched page tells popup and side panel while one of them is open, over a port: the list of marks in every
 * frame, as they change, and what the person does with them there. A port opened by a page of ours reaches every frame
 * of the tab; each answers for itself. Nothing is sent while no such page is open.
 */
import type { Account, Audience, Severity } from './wire';

export const LIVE_LIST_PORT = 'live-list';

/** As many as a `Proposal` takes. */
export const MOST_WORDS = 300;

/** Whether a part of the composer that the site file describes was there: `not_expected` when the file names none. */
export type PartState = 'found' | 'missing' | 'not_expected';

/** The self-test of a site file against the page in front of us. */
export interface SelfTest {
  /** `missing`: the person writes in something that no entry of the site file knows. */
  readonly composer: PartState;
  readonly publish: PartState;
  readonly audience: PartState;
  readonly account: PartState;
}

export interface ListedMark {
  /** Unique in its frame as long as the page lives. */
  readonly id: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly category: string;
  readonly title: string;
  /** The marked words as they stand, at most MOST_WORDS UTF-16 units, so that they can be silenced; never for showing. */
  readonly words: string;
  /** The words as they may be shown: `shownWords` of shared/masking. */
  readonly shown: string;
  readonly message: string;
  readonly advice: string;
  readonly suggestions: readonly string[];
  readonly lesson: string | null;
}

/** One composer of a frame, the one written in last. */
export interface LiveList {
  /** A random name of the frame, so that the page can tell frames apart and answer one of them. */
  readonly frame: string;
  /** `checked` is the only one that may look reassuring; `none`: no composer is open in this frame. */
  readonly state: 'none' | 'checking' | 'checked' | 'paused' | 'not_checked';
  readonly audience: Audience;
  readonly account: Account;
  /** As the page shows it, at most 100 UTF-16 units; '' when it shows none. */
  readonly accountName: string;
  readonly selfTest: SelfTest;
  readonly marks: readonly ListedMark[];
}

/** What popup or side panel asks a frame to do with one mark. */
export interface ListOrder {
  readonly frame: string;
  readonly mark: number;
  /**
   * `show` scrolls to the words and opens the card; `restore` undoes a `dismiss` of the same mark; `replace` takes the
   * suggestion of this index and is answered by a `ReplaceAnswer`.
   */
  readonly order: 'show' | 'dismiss' | 'restore' | 'replace';
  readonly suggestion: number;
}

/** What became of a `replace`; as `Replaced` of the content script, through the same port as the lists. */
export interface ReplaceAnswer {
  readonly frame: string;
  readonly mark: number;
  readonly replaced: 'done' | 'refused' | 'different';
}

const NOTHING_EXPECTED: SelfTest = {
  composer: 'not_expected',
  publish: 'not_expected',
  audience: 'not_expected',
  account: 'not_expected',
};

/** The list of a frame without a composer, or of one where nothing is read. */
export function nothingListed(state: 'none' | 'paused', frame: string = state): LiveList {
  return { frame, state, audience: 'unknown', account: 'unknown', accountName: '', selfTest: NOTHING_EXPECTED, marks: [] };
}
