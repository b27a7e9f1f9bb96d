import { hasCode, OpstapError } from '../problem/opstap-error.js';
import { ProblemError } from '../problem/problem.js';
import type { Environment } from './environment.js';

const attempts = 5;
const firstDelay = 300;
const longestDelay = 8_000;
/** A longer `Retry-After` than this, in seconds, is the caller's to wait for. */
const longestRetryAfter = 10;

/**
 * Runs an attempt until it succeeds, at most five times, waiting longer each time and never as long as another client.
 * Only a lost request and an answer 429 or 503 are tried again: everything else goes to the caller at once.
 */
export async function withRetry<T>(
  environment: Environment,
  attempt: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      const delay = delayAfter(error, tried, environment.jitter());
      if (delay === undefined || tried >= attempts || signal?.aborted === true) throw error;
      await environment.sleep(delay, signal);
    }
  }
}

/** Milliseconds to wait before trying again after the n-th attempt, or undefined where trying again is of no use. */
function delayAfter(error: unknown, tried: number, jitter: number): number | undefined {
  if (error instanceof ProblemError && (error.status === 429 || error.status >= 502)) {
    if (error.retryAfter === undefined) return backoff(tried, jitter);
    return error.retryAfter <= longestRetryAfter ? error.retryAfter * 1000 * (1 + jitter / 4) : undefined;
  }
  return hasCode(error, 'network-failure') ? backoff(tried, jitter) : undefined;
}

/** Doubles with each attempt up to a bound; between half and all of that. */
export function backoff(tried: number, jitter: number): number {
  return Math.min(longestDelay, firstDelay * 2 ** (tried - 1)) * (0.5 + jitter / 2);
}

/** What is thrown where no answer came. */
export function networkFailure(cause: unknown): OpstapError {
  return new OpstapError('network-failure', { cause });
}
