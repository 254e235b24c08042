/** One thing that is to happen later, or not at all: starting it again forgets the earlier one. */
import type { Guard } from './faults';

export class Delay {
  readonly #guard: Guard;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  get isRunning(): boolean {
    return this.#timer !== null;
  }

  start(delayMs: number, run: () => void): void {
    this.cancel();
    const fire = this.#guard(() => {
      this.#timer = null;
      run();
    });
    this.#timer = setTimeout(fire, delayMs);
  }

  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
