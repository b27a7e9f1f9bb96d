import { OpstapError } from '@opstap/protocol/problem/opstap-error';
import type { DeriveRoot } from '@opstap/protocol/vault/vault-keys';
import type { Derived } from './root-worker.js';
import { begun, ended } from './workers.js';

/** Makes the root of a phrase beside the page, so that it stays usable. Throws `puzzle-failed` where the browser can't do it. */
export const derivingBeside: DeriveRoot = async (phrase) => {
  const worker = begun(new Worker(new URL('./root-worker.ts', import.meta.url), { type: 'module' }));
  const failed = () => new OpstapError('puzzle-failed');
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('error', () => reject(failed()));
      worker.addEventListener('message', ({ data }: MessageEvent<Derived>) => {
        if (data.kind === 'root') resolve(data.root);
        else reject(failed());
      });
      worker.postMessage(phrase);
    });
  } finally {
    ended(worker);
  }
};
