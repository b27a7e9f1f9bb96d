/**
 * The server's time as this client knows it: the machine's clock and an offset learned from `clock-skew` and from sessions
 * (SES-13). Times inside payloads use it too, so that a phone with a wrong clock doesn't confuse the other side.
 */
export class ServerClock {
  readonly #clock: () => number;
  #offset = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Milliseconds since 1970, by the server's clock as far as known. */
  now(): number {
    return this.#clock() + this.#offset;
  }

  /** Takes over the server's time, in milliseconds since 1970, as of now. */
  learn(serverTime: number): void {
    this.#offset = serverTime - this.#clock();
  }
}
