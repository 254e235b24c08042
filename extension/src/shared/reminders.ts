/** A reminder: one line that is now and then shown below a composer. When and which is the background's affair. */
import type { Account, Audience } from './wire';

/** What a composer knows at the moment somebody begins to write in it; nothing of the text itself. */
export interface Moment {
  /** Host name of the page. */
  readonly site: string;
  readonly audience: Audience;
  readonly account: Account;
  /** The account's name as the page shows it, at most 100 UTF-16 units; '' when it shows none. */
  readonly accountName: string;
  /** The text names one of `own_names`. */
  readonly namesCompany: boolean;
  /** Three or more different warnings within ten minutes, counted in the page's memory. */
  readonly heated: boolean;
}

export interface Reminder {
  /** Name of the line in `lines/`, or `company` for one of the company's own. */
  readonly id: string;
  readonly text: string;
  /** Said with the first reminder of a new kind, with a way to get fewer; '' otherwise. */
  readonly notice: string;
}
