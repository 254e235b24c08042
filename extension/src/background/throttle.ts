/** Keeps a page that was taken over from using the server as a toy. Forgotten with the worker, which is soon enough. */

/**
 * @param perSecond - how many may pass in the long run.
 * @param burst - how many may pass at once after a quiet while; typing with one request in flight never reaches it.
 * @returns whether one more may pass for `id`; a clock that was set back counts as one that stood still.
 */
export function createThrottle(perSecond: number, burst: number): (id: number, nowMs: number) => boolean {
  const buckets = new Map<number, { left: number; atMs: number }>();
  return (id, nowMs) => {
    const { left, atMs } = buckets.get(id) ?? { left: burst, atMs: nowMs };
    const elapsedMs = Math.max(0, nowMs - atMs);
    const available = Math.min(burst, left + (elapsedMs / 1000) * perSecond);
    const passes = available >= 1;
    buckets.set(id, { left: passes ? available - 1 : available, atMs: nowMs });
    return passes;
  };
}

/** Whether one more message of this tab may pass now; null is what is outside any tab. */
export type Throttle = (tabId: number | null, nowMs: number) => boolean;

const NO_TAB = -1;

/** Each tab for itself; the numbers as in `createThrottle`. */
export function perTab(perSecond: number, burst: number): Throttle {
  const mayPass = createThrottle(perSecond, burst);
  return (tabId, nowMs) => mayPass(tabId ?? NO_TAB, nowMs);
}

/** All tabs together; the numbers as in `createThrottle`. */
export function inAll(perSecond: number, burst: number): Throttle {
  const mayPass = createThrottle(perSecond, burst);
  return (_tabId, nowMs) => mayPass(NO_TAB, nowMs);
}
