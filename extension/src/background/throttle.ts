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
