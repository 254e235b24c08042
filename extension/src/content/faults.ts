/** Keeps our own mistakes away from the page: nothing thrown here gets out, and after a few we leave altogether. */

/** So many faults are no accident of one keystroke; staying would only cost the page time. */
const LIMIT = 5;

/** Wraps an entry point (listener, timer, answer). The error is dropped: its message could hold the user's text. */
export type Guard = <A extends unknown[]>(run: (...args: A) => void) => (...args: A) => void;

export function createGuard(giveUp: () => void): Guard {
  let faults = 0;
  return (run) =>
    (...args) => {
      try {
        run(...args);
      } catch {
        faults += 1;
        if (faults === LIMIT) giveUp();
      }
    };
}
