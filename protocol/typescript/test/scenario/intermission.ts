/** Lets something be done while nobody plays: all who play at the same time wait for it, each between two of its steps. */
export class Intermission {
  #playing: number;
  #pause: Promise<void> | undefined;
  #empty: () => void = () => undefined;

  constructor(playing: number) {
    this.#playing = playing;
  }

  /** Between two steps: waits where there is a pause. */
  async pass(): Promise<void> {
    while (this.#pause !== undefined) {
      const pause = this.#pause;
      this.leave();
      await pause;
      this.#playing += 1;
    }
  }

  /** One who plays doesn't any more. */
  leave(): void {
    this.#playing -= 1;
    if (this.#playing === 0) this.#empty();
  }

  /** Between two steps of one who plays: waits until the others are between two of theirs, and does it. */
  async hold(action: () => Promise<void>): Promise<void> {
    await this.pass();
    const empty = new Promise<void>((resolve) => {
      this.#empty = resolve;
    });
    this.#pause = empty.then(action).finally(() => {
      this.#pause = undefined;
    });
    await this.pass();
  }
}
