import { expect, test } from 'vitest';
import { forgetWorker } from './forget-worker.js';

test('every worker and every cache is gone', async () => {
  const gone: string[] = [];
  const registration = { unregister: async () => gone.push('worker') > 0 };
  await forgetWorker(
    { getRegistrations: async () => [registration] },
    { keys: async () => ['pages', 'x'], delete: async (name) => gone.push(name) > 0 },
  );
  expect(gone).toEqual(['worker', 'pages', 'x']);
});
