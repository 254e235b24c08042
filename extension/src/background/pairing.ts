/**
 * The connection from the person's side: take a code or ask the native host, try it, forget it, see whether the server
 * is there.
 */
import { fail, ok, type CheckError, type Outcome } from '@/shared/errors';
import type { ConnectError, PairError } from '@/shared/messages';
import { askAtStart, connectByHost, forget } from './bootstrap';
import type { Pairing } from './channel';
import { currentServer, isPaired, request } from './connection';
import type { Asker } from './host-turns';
import { savePairing } from './key-store';
import { tellAll } from './notices';
import { parsePairingCode } from './pairing-code';
import { ask } from './server-client';
import { noteError, noteReady } from './states';

type Tried = Outcome<{ port: number }, 'not_reached' | 'not_authenticated' | 'refused'>;

/** Keeps the key when the server answers, or does not answer yet; not when somebody else answers in its place. */
export async function pair(code: string): Promise<Outcome<{ port: number }, PairError>> {
  const parsed = await parsePairingCode(code);
  if (!parsed.ok) return parsed;
  const tried = await tryOut(parsed.value);
  if (tried.ok || tried.error === 'not_reached') await savePairing(parsed.value);
  await note(tried);
  return tried;
}

/** Keeps what the host says, as whenever it is asked. */
export async function connect(): Promise<Outcome<{ port: number }, ConnectError>> {
  const found = await connectByHost();
  if (!found.ok) return found;
  const tried = await tryOut(found.value);
  await note(tried);
  return tried;
}

export async function unpair(): Promise<void> {
  await forget();
  await noteError(null, 'not_configured');
}

/** The browser or the extension began: the host is asked once, whatever is kept. */
export async function begin(): Promise<void> {
  if (isPaired(await currentServer())) await askAtStart();
  await ping('trouble');
}

/** Asks for a sign of life and shows the result. */
export async function ping(asker: Exclude<Asker, 'connect'>): Promise<Outcome<null, CheckError>> {
  const answer = await request('/v1/ping', {}, asker);
  if (!answer.ok) {
    await noteError(null, answer.error);
    return answer;
  }
  await comeBack();
  return ok(null);
}

async function tryOut(pairing: Pairing): Promise<Tried> {
  const answer = await ask(pairing, '/v1/ping', {});
  if (answer.ok) return ok({ port: pairing.port });
  return fail(answer.error === 'not_reached' || answer.error === 'not_authenticated' ? answer.error : 'refused');
}

async function note(tried: Tried): Promise<void> {
  if (tried.ok) await comeBack();
  else if (tried.error === 'not_reached') await noteError(null, 'not_reached');
}

/** Composers that were left without an answer ask anew. */
async function comeBack(): Promise<void> {
  if (await noteReady()) await tellAll({ notice: 'check_again' });
}
