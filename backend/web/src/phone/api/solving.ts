import type { SolvePuzzle } from '@opstap/protocol/admission/puzzle-solver';
import { OpstapError } from '@opstap/protocol/problem/opstap-error';
import { shareDone } from '../model/work.js';
import type { Report, Task } from './puzzle-worker.js';
import { begun, ended } from './workers.js';

/**
 * Solves puzzles beside the page, so that it stays usable; whoever leaves the page ends the work. `worked` hears how far it is, and
 * null when it is over. Throws `aborted` where the signal says so, and `puzzle-failed` where the browser can't do it.
 */
export function solvingBeside(worked: (share: number | null) => void): SolvePuzzle {
  return async (puzzle, body, { signal } = {}) => {
    const worker = begun(new Worker(new URL('./puzzle-worker.ts', import.meta.url), { type: 'module' }));
    worked(0);
    try {
      return await new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new OpstapError('aborted')));
        worker.addEventListener('error', () => reject(new OpstapError('puzzle-failed')));
        worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
          if (data.kind === 'tried') worked(shareDone(data.tries, puzzle.attempts));
          else if (data.kind === 'solved') resolve(data.solution);
          else reject(new OpstapError('puzzle-failed'));
        });
        const task: Task = { puzzle, body };
        worker.postMessage(task);
      });
    } finally {
      ended(worker);
      worked(null);
    }
  };
}
