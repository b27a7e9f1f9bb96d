import { OpstapError } from '@opstap/protocol/problem/opstap-error';
import type { StretchCode } from '@opstap/protocol/storage/codes';
import type { CodeTask, Stretched } from './code-worker.js';

/** Stretches a code beside the page, so that it stays usable. Throws `puzzle-failed` where the browser can't do it. */
export const stretchingBeside: StretchCode = async (code, salt) => {
  const worker = new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module' });
  const failed = () => new OpstapError('puzzle-failed');
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('error', () => reject(failed()));
      worker.addEventListener('message', ({ data }: MessageEvent<Stretched>) => {
        if (data.kind === 'stretched') resolve(data.stretched);
        else reject(failed());
      });
      const task: CodeTask = { code, salt };
      worker.postMessage(task);
    });
  } finally {
    worker.terminate();
  }
};
