/**
 * Gets the key without the person: asks the native host when it is time, and keeps what it answers in the place of what
 * was kept. Without a host nothing changes, and a pasted code stays.
 */
import type { Outcome } from '@/shared/errors';
import { createQueue } from '@/shared/storage/in-turn';
import type { Pairing } from './channel';
import { decline, takeTurn, type Asker } from './host-turns';
import { forgetPairing, loadPairing, savePairing } from './key-store';
import { askNativeHost, type HostError } from './native-host';

const inTurn = createQueue();

/**
 * @param used - the pairing that met trouble; null: there was none.
 * @returns another pairing to try, also when somebody else got it in the meantime; null when there is none.
 */
export function otherPairing(used: Pairing | null, asker: Exclude<Asker, 'connect'>): Promise<Pairing | null> {
  return inTurn(async () => {
    const known = await loadPairing();
    if (known !== null && !isSame(known, used)) return known;
    if (!(await takeTurn(asker, Date.now()))) return null;
    const answer = await askAndKeep();
    return answer.ok && !isSame(answer.value, used) ? answer.value : null;
  });
}

/** The person asks for it. */
export function connectByHost(): Promise<Outcome<Pairing, HostError>> {
  return inTurn(async () => {
    await takeTurn('connect', Date.now());
    return askAndKeep();
  });
}

/** Keys change while a browser is closed. */
export function askAtStart(): Promise<void> {
  return inTurn(async () => {
    if (await takeTurn('trouble', Date.now())) await askAndKeep();
  });
}

/** The person wants no connection: a question that is on its way is waited for, so that its answer is forgotten too. */
export function forget(): Promise<void> {
  return inTurn(async () => {
    await decline();
    await forgetPairing();
  });
}

async function askAndKeep(): Promise<Outcome<Pairing, HostError>> {
  const answer = await askNativeHost();
  if (answer.ok) await savePairing(answer.value);
  return answer;
}

const isSame = (one: Pairing, other: Pairing | null): boolean => one.port === other?.port && one.kid === other.kid;
