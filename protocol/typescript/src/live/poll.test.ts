import { expect, test } from 'vitest';
import { environment } from '../session/environment.js';
import { poll } from './poll.js';

/** Looks some times, by a clock that only pauses move on. */
async function pausesOf(looks: number, change: { jitter?: () => number; news?: boolean; watched?: boolean }) {
  const { news = false, watched = true, ...parts } = change;
  const stop = new AbortController();
  const pauses: number[] = [];
  let now = 0;
  const surroundings = environment({
    ...parts,
    clock: () => now,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
    },
  });
  let looked = 0;
  const look = async () => {
    looked += 1;
    if (looked === looks) stop.abort();
    return news;
  };
  await poll(surroundings, look, () => watched, stop.signal);
  return pauses;
}

test('looks at random moments, drawn anew each time (OHT-18)', async () => {
  const pauses = await pausesOf(40, {});
  expect(new Set(pauses).size).toBe(40);
  for (const pause of pauses) {
    expect(pause).toBeGreaterThanOrEqual(8_000);
    expect(pause).toBeLessThan(20_000);
  }
});

test('looks less often while she does not look herself', async () => {
  expect(await pausesOf(1, { watched: false, jitter: () => 0 })).toEqual([45_000]);
  expect(await pausesOf(1, { watched: false, jitter: () => 0.999 })).toEqual([119_925]);
});

test('looks less often after ten minutes without news', async () => {
  const pauses = await pausesOf(80, { jitter: () => 0 });
  expect(pauses.slice(0, 75)).toEqual(Array.from({ length: 75 }, () => 8_000));
  expect(pauses.slice(75)).toEqual(Array.from({ length: 5 }, () => 45_000));
  expect(new Set(await pausesOf(80, { jitter: () => 0, news: true }))).toEqual(new Set([8_000]));
});

test('looks no more once it is stopped', async () => {
  const stop = new AbortController();
  stop.abort();
  await poll(
    environment(),
    () => Promise.reject(new Error('looked')),
    () => true,
    stop.signal,
  );
});
