import type { Environment } from '../session/environment.js';

/** The shortest and the longest pause, in milliseconds. */
type Pace = readonly [number, number];

/** While she looks at it: an answer shows within 20 seconds, for four requests a minute. */
const watched: Pace = [8_000, 20_000];

/** While the page is out of sight, or nothing has come for a while: within two minutes, for one request in a minute and a half. */
const unwatched: Pace = [45_000, 120_000];

/** Milliseconds without news after which a conversation is looked at less often; a conversation goes to and fro faster. */
const quiet = 10 * 60_000;

/**
 * Looks for news at random moments until the signal aborts, where a relay stands between and no stream can (OHT-18). Each pause is
 * drawn anew, from secure randomness, and begins when the last look has ended: neither their rhythm nor the numbers in it tell that two
 * conversations are of one phone.
 *
 * `look` says whether something was new, and must not throw; `isWatched` whether she looks at the page.
 */
export async function poll(
  environment: Environment,
  look: () => Promise<boolean>,
  isWatched: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  let newsAt = environment.clock();
  while (!signal.aborted) {
    const lively = isWatched() && environment.clock() - newsAt < quiet;
    await environment.sleep(pauseAt(lively ? watched : unwatched, environment.jitter()), signal);
    if (!signal.aborted && (await look())) newsAt = environment.clock();
  }
}

function pauseAt([shortest, longest]: Pace, drawn: number): number {
  return shortest + drawn * (longest - shortest);
}
