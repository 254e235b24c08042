/**
 * The only place that talks to the server, and the only `fetch`. Turns whatever happens on the way into an `Outcome`;
 * what the answer means is for the caller.
 */
import { fail, ok, type CheckError, type Outcome } from '@/shared/errors';
import { open, seal, type Pairing, type Sealed } from './channel';
import { utf8 } from './encodings';

export type ServerPath = '/v1/check' | '/v1/ping';

/** Design section 3: a later answer is of no use to somebody who types. */
const TIMEOUT_MS = 1_500;
/** The server's own limit for a body, both ways. */
const MAX_ANSWER_BYTES = 65_536;

/** Seals `payload`, sends it, opens the answer. The text leaves this function as ciphertext only. */
export async function ask(pairing: Pairing, path: ServerPath, payload: unknown): Promise<Outcome<unknown>> {
  const sealed = await seal(pairing, path, utf8(JSON.stringify(payload)), Date.now());
  let status: number;
  let body: string | null;
  try {
    const response = await post(pairing.port, path, sealed);
    status = response.status;
    body = await bodyOf(response);
  } catch {
    return fail('not_reached');
  }
  if (status !== 200) return fail(errorOf(status, body));
  const opened = await open(pairing, path, jsonOf(body), sealed.nonce);
  // Only the holder of our key can seal an answer: anything else on the port is not our server.
  if (opened === null) return fail('not_authenticated');
  const answer = jsonOf(new TextDecoder().decode(opened));
  return answer === undefined ? fail('refused') : ok(answer);
}

async function post(port: number, path: ServerPath, sealed: Sealed): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/pp1+json' },
    body: sealed.body,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

/**
 * Refusals travel unsealed, so none of them is a proof of anything; they only choose which words say "not checked".
 * Codes our server never gives on these paths (a redirect, 404, 405, 501) mean another program owns the port.
 */
function errorOf(status: number, body: string | null): CheckError {
  if (status === 413) return 'text_too_long';
  if (status === 422) return codeOf(body) === 'text_too_long' ? 'text_too_long' : 'refused';
  if ([400, 403, 415].includes(status)) return 'refused';
  if (status === 408 || status === 429 || (status >= 500 && status !== 501)) return 'not_reached';
  return 'not_authenticated';
}

function codeOf(body: string | null): unknown {
  const answer = jsonOf(body) as { error?: { code?: unknown } | null } | null | undefined;
  return answer?.error?.code;
}

/** @returns null when the body is over the limit; the rest of it is not read. */
async function bodyOf(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** @returns undefined when there is no JSON. */
function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
