/**
 * Puts pieces of work one after the other: reading a stored value, changing it and storing it again takes three steps,
 * and two at once would read the same past, so that one change would be lost.
 */

/** @returns a queue: each work begins when the one before it has ended, well or badly, and answers with its own result. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
