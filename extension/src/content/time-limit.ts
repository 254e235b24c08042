/** An answer that never comes is an answer too: a stopped background must not leave a composer waiting for ever. */
import { fail, type Outcome } from '@/shared/errors';

/** Above the 1.5 s the background itself allows, so that its own, better reason comes first. */
const LIMIT_MS = 2_500;

/** `not_reached` when `run` throws, rejects or is late; whatever comes after that is dropped. */
export async function inTime<T>(run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Outcome<T>>((resolve) => {
    timer = setTimeout(() => resolve(fail('not_reached')), LIMIT_MS);
  });
  try {
    return await Promise.race([run(), late]);
  } catch {
    return fail('not_reached');
  } finally {
    clearTimeout(timer);
  }
}
