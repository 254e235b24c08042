/**
 * Asks the native-messaging host, which the program installs on this computer, for key and port: one question, one
 * answer, never a text. When to ask is the matter of `bootstrap.ts`.
 */
import { native_host as HOST } from '../../../server/porte_parole/identity.json';
import { browser } from '@/shared/browser';
import { isForm, isOneOf, isText, isWhole } from '@/shared/closed-form';
import { fromBase64Url, type Bytes } from '@/shared/encodings';
import { fail, ok, type Outcome } from '@/shared/errors';
import { importKey, type Pairing } from './channel';

/**
 * - `no_host`: none is installed, it may not be asked, it is late, or it answered something else than agreed.
 * - `unusable`: the host found the program's key damaged, or open to others, and refused to pass it on.
 * - `not_running`: the host knows no port.
 */
export type HostError = 'no_host' | 'unusable' | 'not_running';

interface HostAnswer {
  port: number;
  kid: string;
  key: string;
}

/** Milliseconds; a program that the browser has to start from a slow disk takes one or two seconds. */
const TIME_LIMIT_MS = 5_000;
const KEY_BYTES = 32;

export async function askNativeHost(): Promise<Outcome<Pairing, HostError>> {
  const answer = await inTime(browser.runtime.sendNativeMessage(HOST, { v: 1, ask: 'pairing' })).catch(() => undefined);
  if (isRefusal(answer)) return fail(answer.error === 'bad_request' ? 'no_host' : answer.error);
  if (!isHostAnswer(answer)) return fail('no_host');
  const secret = keyIn(answer);
  if (secret === null) return fail('no_host');
  return ok({ port: answer.port, kid: answer.kid, key: await importKey(secret), by: 'host' });
}

function keyIn({ key }: HostAnswer): Bytes | null {
  const secret = fromBase64Url(key);
  return secret?.length === KEY_BYTES ? secret : null;
}

async function inTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), TIME_LIMIT_MS)));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

const isOne = (value: unknown): boolean => value === 1;
const isKid = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

const isHostAnswer = (value: unknown): value is HostAnswer =>
  isForm(value, { v: isOne, port: isWhole(1, 65_535), kid: isKid, key: isText(43, 43), mode: isOneOf(['pp1']) });

const isRefusal = (value: unknown): value is { error: 'unusable' | 'not_running' | 'bad_request' } =>
  isForm(value, { v: isOne, error: isOneOf(['unusable', 'not_running', 'bad_request']) });
