/** Answers whether a reminder is due, and remembers what that needs: the door to this folder. */
import { browser } from '@/shared/browser';
import { isForm, isOneOf, isText } from '@/shared/closed-form';
import { digestOf } from '@/shared/storage/device-key';
import { createQueue } from '@/shared/storage/in-turn';
import type { Moment, Reminder } from '@/shared/reminders';
import { languageIn, loadSettings } from '@/shared/storage/settings-store';
import { listedSite } from '@/shared/sites';
import { ACCOUNTS, AUDIENCES } from '@/shared/wire';
import { choose } from './choose';
import { isHistory, NO_HISTORY, settled, type History } from './history';
import { withDismissal } from './limits';
import { isCompanys, linesIn } from './lines';
import type { KnownMoment } from './occasions';

const KEY = 'reminders';
/** In `storage.session`: digests of the account last seen on each network. */
const ACCOUNTS_SEEN = 'accounts_seen';
const inTurn = createQueue();

export function isMoment(value: unknown): value is Moment {
  const isYesOrNo = (item: unknown): boolean => typeof item === 'boolean';
  return isForm(value, {
    site: isText(255, 1),
    audience: isOneOf(AUDIENCES),
    account: isOneOf(ACCOUNTS),
    accountName: isText(100),
    namesCompany: isYesOrNo,
    heated: isYesOrNo,
  });
}

/** A reminder that is answered counts as shown. Where the person switched them off, nothing is remembered either. */
export function dueReminder(moment: Moment): Promise<Reminder | null> {
  return inTurn(async () => {
    const { values } = await loadSettings();
    if (values.reminders === 'off') return null;
    const { notice, lines } = linesIn(languageIn(values), values.reminder_lines);
    const [history, known] = await Promise.all([load(), withWhatWeKnow(moment)]);
    const choice = choose(Date.now(), history, known, lines, values.reminders, Math.random);
    await browser.storage.local.set({ [KEY]: choice.history });
    if (choice.line === null) return null;
    const id = isCompanys(choice.line) ? 'company' : choice.line.id;
    return { id, text: choice.line.text, notice: choice.isNewKind ? notice : '' };
  });
}

export function dismissReminder(): Promise<void> {
  return inTurn(async () => {
    const now = Date.now();
    await browser.storage.local.set({ [KEY]: withDismissal(settled(await load(), now), now) });
  });
}

async function load(): Promise<History> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  return isHistory(kept) ? kept : NO_HISTORY;
}

async function withWhatWeKnow(moment: Moment): Promise<KnownMoment> {
  const origin = `https://${moment.site}`;
  const network = (URL.canParse(origin) ? listedSite(origin)?.id : null) ?? moment.site;
  return { ...moment, network, accountChanged: await isAnotherAccount(network, moment.accountName) };
}

/** False when the page shows no account, or none was seen in this session of the browser. */
async function isAnotherAccount(network: string, name: string): Promise<boolean> {
  if (name === '') return false;
  const kept: unknown = (await browser.storage.session.get(ACCOUNTS_SEEN))[ACCOUNTS_SEEN];
  const seen = new Map(Object.entries((kept ?? {}) as Record<string, string>));
  const digest = await digestOf(JSON.stringify([network, name]));
  const before = seen.get(network);
  seen.set(network, digest);
  if (before !== digest) await browser.storage.session.set({ [ACCOUNTS_SEEN]: Object.fromEntries(seen) });
  return before !== undefined && before !== digest;
}
