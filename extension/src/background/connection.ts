/**
 * Gets a request through: to the company's own service where a policy names one, else to the paired program; when that
 * fails, once more with what the native host says by now. Nothing in here needs the person.
 */
import { fail, type CheckError, type Outcome } from '@/shared/errors';
import { isMadeForService, serviceIn } from '@/shared/service';
import { loadCompanyValues } from '@/shared/storage/company-values';
import { otherPairing } from './bootstrap';
import type { Pairing } from './channel';
import { endTrouble, type Asker } from './host-turns';
import { loadPairing } from './key-store';
import { ask, type Server, type ServerPath } from './server-client';

/** Trouble that another key or port can end. */
const ENDED_BY_PAIRING: readonly CheckError[] = ['not_configured', 'not_reached', 'not_authenticated'];

/** Null: there is nobody to ask. */
export async function currentServer(): Promise<Server | null> {
  const { service } = await serviceIn(await loadCompanyValues());
  return service !== null || isMadeForService() ? service : loadPairing();
}

export async function request(path: ServerPath, payload: unknown, asker: Exclude<Asker, 'connect'>): Promise<Outcome<unknown>> {
  const server = await currentServer();
  const first = server === null ? fail('not_configured' as const) : await ask(server, path, payload);
  const other = canBeEndedByPairing(first) && isPaired(server) ? await otherPairing(server, asker) : null;
  const answer = other === null ? first : await ask(other, path, payload);
  if (answer.ok) await endTrouble(Date.now());
  return answer;
}

/** Whether the native host has a say: it knows nothing of a service. */
export const isPaired = (server: Server | null): server is Pairing | null =>
  server === null ? !isMadeForService() : !('origin' in server);

const canBeEndedByPairing = (outcome: Outcome<unknown>): boolean => !outcome.ok && ENDED_BY_PAIRING.includes(outcome.error);
