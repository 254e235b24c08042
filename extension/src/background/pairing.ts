/** Pairing from the person's side: take a code, try it, forget it, see whether the server is there. */
import { fail, ok, type CheckError, type Outcome } from '@/shared/errors';
import type { PairError } from '@/shared/messages';
import { forgetPairing, loadPairing, savePairing } from './key-store';
import { parsePairingCode } from './pairing-code';
import { ask } from './server-client';
import { noteError, noteReady } from './states';

/** Keeps the key when the server answers, or does not answer yet; not when somebody else answers in its place. */
export async function pair(code: string): Promise<Outcome<{ port: number }, PairError>> {
  const parsed = await parsePairingCode(code);
  if (!parsed.ok) return parsed;
  const pairing = parsed.value;
  const answer = await ask(pairing, '/v1/ping', {});
  if (answer.ok || answer.error === 'not_reached') await savePairing(pairing);
  if (answer.ok) {
    await noteReady();
    return ok({ port: pairing.port });
  }
  if (answer.error === 'not_reached') await noteError(null, 'not_reached');
  return fail(answer.error === 'not_reached' || answer.error === 'not_authenticated' ? answer.error : 'refused');
}

export async function unpair(): Promise<void> {
  await forgetPairing();
  await noteError(null, 'not_configured');
}

/** Asks for a sign of life and shows the result. */
export async function ping(): Promise<Outcome<null, CheckError>> {
  const pairing = await loadPairing();
  const answer = pairing === null ? fail('not_configured' as const) : await ask(pairing, '/v1/ping', {});
  if (answer.ok) {
    await noteReady();
    return ok(null);
  }
  await noteError(null, answer.error);
  return answer;
}
