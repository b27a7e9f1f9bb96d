/** What a client takes from its surroundings, injected so that tests can lose requests and turn clocks. */
export interface Environment {
  /** Sends a request; the platform's own `fetch` unless a test gives another. */
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970 by this machine's clock, right or wrong. */
  readonly clock: () => number;
  /** Waits some milliseconds, or until the signal aborts, whichever is first. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** A number from 0 up to 1, for jitter only, never for keys. */
  readonly jitter: () => number;
}

/** The platform's surroundings, with those parts replaced that are given. */
export function environment(parts: Partial<Environment> = {}): Environment {
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    clock: () => Date.now(),
    sleep,
    jitter: () => Math.random(),
    ...parts,
  };
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
