/**
 * How the practice page gets its reports: from the server that served it, with the token of its address, or through
 * the background when it is opened from the extension.
 */
import { fail, ok, type CheckError, type Outcome } from '@/shared/errors';
import { checkThroughBackground } from '@/shared/send';
import { isReport, type CheckRequest, type Report } from '@/shared/wire';

type Check = (request: CheckRequest) => Promise<Outcome<Report>>;

const TOKEN_KEY = 'porte-parole-token';

export function checkerHere(): Check {
  if (location.protocol.endsWith('-extension:')) return checkThroughBackground;
  const token = takeToken();
  return (request) => checkAtServer(request, token);
}

/** Out of the address bar and the history, kept for reloads of this tab only; empty when there never was one. */
function takeToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) {
    sessionStorage.setItem(TOKEN_KEY, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? '';
}

async function checkAtServer(request: CheckRequest, token: string): Promise<Outcome<Report>> {
  try {
    const response = await fetch('/tools/check', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(request),
    });
    if (!response.ok) return fail(errorOf(response.status));
    const answer: unknown = await response.json();
    return isReport(answer, request.text.length) ? ok(answer) : fail('not_reached');
  } catch {
    return fail('not_reached');
  }
}

function errorOf(status: number): CheckError {
  // With the tools off the address does not exist: to the reader that is a page from another day, like a stale token.
  if (status === 401 || status === 403 || status === 404) return 'not_authenticated';
  return status >= 500 ? 'not_reached' : 'refused';
}
