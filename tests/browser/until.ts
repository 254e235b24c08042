/** Waits for states, never for seconds: asks again until the answer is the expected one, and shows the last one if it never is. */
import { deepStrictEqual } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';

/** Milliseconds: far above what any step needs, so that only a real failure reaches it. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 50;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The first answer that satisfies `good`. Errors of `ask` count as "not yet": a page may still be loading.
 * Throws with the last answer, or the last error, after `withinMs` milliseconds.
 */
export async function until<T>(what: string, ask: () => Promise<T>, good: (answer: T) => boolean, withinMs = PATIENCE_MS): Promise<T> {
  const deadline = Date.now() + withinMs;
  let last = 'nothing';
  do {
    try {
      const answer = await ask();
      if (good(answer)) return answer;
      last = JSON.stringify(answer);
    } catch (error) {
      last = String(error);
    }
    await pause(PAUSE_MS);
  } while (Date.now() < deadline);
  throw new Error(`${what}: not within ${withinMs} ms; last answer ${last}`);
}

/** The same, for one exact answer; the failure shows the difference. */
export async function untilEqual(what: string, ask: () => Promise<unknown>, expected: unknown, withinMs = PATIENCE_MS): Promise<void> {
  let last: unknown;
  const remember = async (): Promise<unknown> => (last = await ask());
  try {
    await until(what, remember, (answer) => isDeepStrictEqual(answer, expected), withinMs);
  } catch (error) {
    if (last !== undefined) deepStrictEqual(last, expected);
    throw error;
  }
}

/** Passes when `ask` answers `expected` all the time for `forMs` milliseconds: for things that must not happen. */
export async function stays(ask: () => Promise<unknown>, expected: unknown, forMs: number): Promise<void> {
  const end = Date.now() + forMs;
  do {
    deepStrictEqual(await ask(), expected);
    await pause(PAUSE_MS);
  } while (Date.now() < end);
}
