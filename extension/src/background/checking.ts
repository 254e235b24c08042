/** Answers `check`: asks the server, takes out what the person silenced, and keeps the icon true. */
import { fail, ok, type Outcome } from '@/shared/errors';
import { isCheckRequest, isReport, MAX_TEXT_UTF16, type CheckRequest, type Report } from '@/shared/wire';
import { request as askServer } from './connection';
import { withoutSilenced } from './silencing';
import { isInDoubt, noteChecked, noteError } from './states';

/** @param tabId - of the composer; null for a page of ours outside any tab. */
export async function check(request: CheckRequest, tabId: number | null): Promise<Outcome<Report>> {
  const outcome = await checkOnServer(request);
  const noted = outcome.ok ? noteChecked(tabId, outcome.value.findings.length) : noteError(tabId, outcome.error);
  // An icon that cannot be drawn must not cost the person the answer.
  await noted.catch(() => undefined);
  return outcome;
}

/** A text over the limit is answered as such; in everything else the request must be exact. */
export function isCheckMessage(value: unknown): boolean {
  return isCheckRequest(value) || (isLongText(value) && isCheckRequest({ ...value, text: '' }));
}

const isLongText = (value: unknown): value is { text: string } => {
  const text = (value as { text?: unknown } | null | undefined)?.text;
  return typeof text === 'string' && text.length > MAX_TEXT_UTF16;
};

async function checkOnServer(request: CheckRequest): Promise<Outcome<Report>> {
  if (request.text.length > MAX_TEXT_UTF16) return fail('text_too_long');
  if (await isInDoubt()) {
    const alive = await askServer('/v1/ping', {}, 'trouble');
    if (!alive.ok) return alive;
  }
  const answer = await askServer('/v1/check', request, 'trouble');
  if (!answer.ok) return answer;
  if (!isReport(answer.value, request.text.length)) return fail('refused');
  const report = answer.value;
  // One advice too many is better than none: silences that cannot be read silence nothing.
  return ok(await withoutSilenced(report, request.text).catch(() => report));
}
