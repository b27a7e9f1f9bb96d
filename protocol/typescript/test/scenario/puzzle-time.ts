/**
 * How long a phone works for its tokens: `npm run puzzle` solves as many puzzles as the first argument says (200), each as a server at
 * rest makes them (ADM-18, ADM-19), and prints the times here and on a phone four times slower.
 */
import type { Puzzle } from '../../src/admission/puzzle.js';
import { solvePuzzle } from '../../src/admission/puzzle-solver.js';

const count = Number(process.argv[2] ?? 200);
const slowness = 4;
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const body = random(2600);
const puzzle = (): Puzzle => ({ challenge: random(64), attempts: 16, memoryKib: 4096, passes: 1 });

await solvePuzzle(puzzle(), body);
const times: number[] = [];
let tries = 0;
for (let at = 0; at < count; at += 1) {
  const from = performance.now();
  await solvePuzzle(puzzle(), body, {
    onTry: () => {
      tries += 1;
    },
  });
  times.push(performance.now() - from);
}
times.sort((a, b) => a - b);
const all = times.reduce((sum, time) => sum + time, 0);
const quantile = (share: number) => times[Math.ceil(share * count) - 1] ?? 0;
const row = (name: string, factor: number) =>
  `| ${name} | ${[all / tries, quantile(0.5), quantile(0.9), quantile(0.99)].map((ms) => (ms * factor).toFixed(0)).join(' | ')} |`;
console.log('| ms | a try | median | nine of ten | 99 of 100 |\n|---|---:|---:|---:|---:|');
console.log(row('this machine', 1));
console.log(row('a phone four times slower', slowness));
console.log(
  JSON.stringify({
    benchmark: 'puzzle',
    puzzles: count,
    medianMs: Math.round(quantile(0.5)),
    slowPhoneMedianMs: Math.round(quantile(0.5) * slowness),
    slowPhoneP90Ms: Math.round(quantile(0.9) * slowness),
  }),
);
