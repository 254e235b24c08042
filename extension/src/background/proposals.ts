/**
 * Asks the person whether a silence that a card proposed is really meant: in a window of ours, where no page can click.
 * One at a time; the window itself keeps what was said yes to.
 */
import { browser } from '@/shared/browser';
import { isForm, isWhole, orNull } from '@/shared/closed-form';
import { createQueue } from '@/shared/storage/in-turn';
import { isProposal, type Proposal } from '@/shared/silence';

const KEY = 'proposal';
/** Pixels; three lines of words, a sentence and two buttons. */
const SIZE = { width: 440, height: 360 };
const inTurn = createQueue();

interface Open {
  proposal: Proposal;
  /** Null while the window is being opened. */
  windowId: number | null;
}

/** The window of an earlier proposal closes: exchanging its words under somebody's pointer would be a trick. */
export function openProposal(proposal: Proposal): Promise<void> {
  return inTurn(async () => {
    const earlier = await load();
    if (typeof earlier?.windowId === 'number') await browser.windows.remove(earlier.windowId).catch(() => undefined);
    await keep({ proposal, windowId: null });
    try {
      const url = `${browser.runtime.getURL('/')}silence.html`;
      const window = await browser.windows.create({ url, type: 'popup', ...SIZE });
      await keep({ proposal, windowId: window?.id ?? null });
    } catch {
      await browser.storage.session.remove(KEY);
    }
  });
}

/** Null when none is open. */
export async function openedProposal(): Promise<Proposal | null> {
  return (await load())?.proposal ?? null;
}

/** A window was closed; when it was ours, the proposal is answered. */
export function closeProposal(windowId: number): Promise<void> {
  return inTurn(async () => {
    if ((await load())?.windowId === windowId) await browser.storage.session.remove(KEY);
  });
}

const keep = (open: Open): Promise<void> => browser.storage.session.set({ [KEY]: open });

async function load(): Promise<Open | null> {
  const kept: unknown = (await browser.storage.session.get(KEY))[KEY];
  const isOpen = isForm(kept, { proposal: isProposal, windowId: orNull(isWhole(0, Number.MAX_SAFE_INTEGER)) });
  return isOpen ? (kept as Open) : null;
}
