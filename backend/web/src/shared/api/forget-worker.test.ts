import { expect, test } from 'vitest';
import { forgetWorker } from './forget-worker.js';

test('every subscription, worker and cache is gone', async () => {
  const gone: string[] = [];
  const subscription = { unsubscribe: async () => gone.push('subscription') > 0 };
  const registration = {
    pushManager: { getSubscription: async () => subscription },
    unregister: async () => gone.push('worker') > 0,
  };
  await forgetWorker(
    { getRegistrations: async () => [registration] },
    { keys: async () => ['pages', 'x'], delete: async (name) => gone.push(name) > 0 },
  );
  expect(gone).toEqual(['subscription', 'worker', 'pages', 'x']);
});
