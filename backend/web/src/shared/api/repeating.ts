const shortest = 2_000;
const longest = 30_000;

/** Runs a task again after growing pauses for as long as it fails, and at once when it is asked to. */
export class Repeating {
  readonly #task: () => Promise<boolean>;
  #pause = shortest;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #again = false;

  /** The task says whether it is done; false has it run again. It must not throw. */
  constructor(task: () => Promise<boolean>) {
    this.#task = task;
  }

  /** Runs now; while it runs already, once more after that. */
  run(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running !== undefined) {
      this.#again = true;
      return this.#running;
    }
    const running = this.#run();
    this.#running = running;
    return running;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#again = false;
  }

  async #run(): Promise<void> {
    let done: boolean;
    do {
      this.#again = false;
      done = await this.#task();
    } while (this.#again);
    // In the same step as the last look at what was asked meanwhile: who asks later begins a run of their own.
    this.#running = undefined;
    if (done) {
      this.#pause = shortest;
      return;
    }
    this.#timer = setTimeout(() => void this.run(), this.#pause);
    this.#pause = Math.min(longest, this.#pause * 2);
  }
}
