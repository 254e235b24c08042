/**
 * The only place that talks to a server, and the only `fetch`. Turns whatever happens on the way into an `Outcome`;
 * what the answer means, and which server it is, is for the caller.
 */
import { isForm, isText, isWhole } from '@/shared/closed-form';
import { utf8 } from '@/shared/encodings';
import { fail, ok, type CheckError, type Outcome } from '@/shared/errors';
import type { Service } from '@/shared/service';
import { bodyOf } from './answer-body';
import { seal, type Pairing } from './channel';
import type { Sealed } from './envelope';
import { sealForService } from './service-channel';

export type ServerPath = '/v1/check' | '/v1/ping';

/** The program on this computer (PP1), or the company's own service (PP2). */
export type Server = Pairing | Service;

interface Answer {
  readonly status: number;
  readonly isSealed: boolean;
  /** Null: over the limit. */
  readonly body: string | null;
}

/** Design section 3: a later answer is of no use to somebody who types. */
const TIMEOUT_MS = 1_500;

/** How far the program's clock is ahead of the browser's, as its sealed refusal last said; for the worker's life. */
let clockOffsetMs = 0;

/** Seals `payload`, sends it, opens the answer. The text leaves this function as ciphertext only. */
export async function ask(server: Server, path: ServerPath, payload: unknown): Promise<Outcome<unknown>> {
  const outcome = await askOnce(server, path, payload);
  return outcome === 'other_clock' ? plain(await askOnce(server, path, payload)) : outcome;
}

const plain = (outcome: Outcome<unknown> | 'other_clock'): Outcome<unknown> =>
  outcome === 'other_clock' ? fail('not_authenticated') : outcome;

async function askOnce(server: Server, path: ServerPath, payload: unknown): Promise<Outcome<unknown> | 'other_clock'> {
  const sealed = await sealFor(server, path, utf8(JSON.stringify(payload)));
  const answer = await post(`${originOf(server)}${path}`, typeFor(server), sealed.body).catch(() => null);
  if (answer === null) return fail('not_reached');
  if (answer.status === 401 && answer.isSealed) return followClock(await opened(sealed, answer));
  if (answer.status !== 200) return fail(errorOf(answer));
  const content = await opened(sealed, answer);
  // Only the holder of our key can seal an answer: anything else on the port is not our server.
  if (content === null) return fail('not_authenticated');
  return content.json === undefined ? fail('refused') : ok(content.json);
}

const sealFor = (server: Server, path: ServerPath, payload: ReturnType<typeof utf8>): Promise<Sealed> =>
  'origin' in server ? sealForService(server, path, payload) : seal(server, path, payload, Date.now() + clockOffsetMs);

const originOf = (server: Server): string => ('origin' in server ? server.origin : `http://127.0.0.1:${server.port}`);
const typeFor = (server: Server): string => `application/pp${'origin' in server ? 2 : 1}+json`;

async function post(url: string, type: string, body: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const isSealed = response.headers.get('Content-Type') === type;
  return { status: response.status, isSealed, body: await bodyOf(response) };
}

/** @returns null when the answer does not open; `json` undefined when what was sealed is no JSON. */
async function opened(sealed: Sealed, { body }: Answer): Promise<{ json: unknown } | null> {
  const bytes = await sealed.open(jsonOf(body));
  return bytes === null ? null : { json: jsonOf(new TextDecoder().decode(bytes)) };
}

/** A request that is ours but out of time is refused under our own key, with the time that counts. */
function followClock(content: { json: unknown } | null): Outcome<unknown> | 'other_clock' {
  if (!isClockHint(content?.json)) return fail('not_authenticated');
  clockOffsetMs = content.json.now_ms - Date.now();
  return 'other_clock';
}

const isClockHint = (value: unknown): value is { now_ms: number } =>
  isForm(value, {
    error: (error) => isForm(error, { code: (code) => code === 'not_authenticated', message: isText(300) }),
    now_ms: isWhole(0, Number.MAX_SAFE_INTEGER),
  });

/**
 * Refusals travel unsealed, so none of them is a proof of anything; they only choose which words say "not checked".
 * Codes our server never gives on these paths (a redirect, 404, 405, 501) mean another program owns the port.
 */
function errorOf({ status, body }: Answer): CheckError {
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

/** @returns undefined when there is no JSON. */
function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
