/**
 * How likely it is that a puzzle is solved after some tries of which each succeeds once in `attempts`: what a bar shows that only
 * ever moves on, fast at first, and is never at its end before it is.
 */
export function shareDone(tries: number, attempts: number): number {
  return 1 - (1 - 1 / attempts) ** tries;
}
