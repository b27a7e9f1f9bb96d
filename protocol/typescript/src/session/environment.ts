/** What a client takes from its surroundings, injected so that tests can lose requests and turn clocks. */
export interface Environment {
  /** Sends a request; the platform's own `fetch` unless a test gives another. */
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970 by this machine's clock, right or wrong. */
  readonly clock: () => number;
  /** Waits some milliseconds, or until the signal aborts, whichever is first. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /**
   * A number from 0 up to 1, for jitter only, never for keys. Drawn securely all the same: `Math.random` could be computed from pauses
   * seen under one pseudonym, and would give away those under another.
   */
  readonly jitter: () => number;
}

/** The platform's surroundings, with those parts replaced that are given. */
export function environment(parts: Partial<Environment> = {}): Environment {
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    clock: () => Date.now(),
    sleep,
    jitter: randomFraction,
    ...parts,
  };
}

function randomFraction(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}
