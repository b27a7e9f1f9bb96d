/** Milliseconds in the background after which the page locks (LCK-8). */
export const lockAfter = 60_000;

/** Two clocks: one that a person can set, and one that some phones stop while they sleep. */
export interface Moment {
  readonly date: number;
  readonly running: number;
}

/** Whether somebody who left at a moment has been away long enough by now. A clock that was put back counts as long. */
export function longAway(left: Moment, now: Moment): boolean {
  const byDate = now.date - left.date;
  return byDate < 0 || byDate >= lockAfter || now.running - left.running >= lockAfter;
}
