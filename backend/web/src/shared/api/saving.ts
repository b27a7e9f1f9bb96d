const pause = 250;

/** Saves what changes soon after each change, and goes on doing so while it goes on changing. */
export class Saving {
  readonly #save: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The task must not throw. */
  constructor(save: () => Promise<void>) {
    this.#save = save;
  }

  /** Something changed. What changes soon after is saved with it. */
  changed(): void {
    this.#timer ??= setTimeout(() => void this.now(), pause);
  }

  /** Saves at once, as where the page may be about to end. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#save();
  }
}
