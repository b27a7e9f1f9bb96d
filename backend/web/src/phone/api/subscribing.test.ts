import { afterEach, expect, test, vi } from 'vitest';
import { subscribed } from './subscribing.js';

const key = {
  id: 7,
  publicKey: new Uint8Array(32),
  applicationServerKey: new Uint8Array(65).fill(4),
  hosts: ['push.example'],
};

afterEach(() => vi.unstubAllGlobals());

test('who has nothing kept while it is being made gets no subscription and no worker back (LCK-12)', async () => {
  let nothing = false;
  let current: { unsubscribe(): Promise<boolean> } | null = null;
  let workers = 0;
  const made = {
    unsubscribe: async () => {
      current = null;
      return true;
    },
  };
  const registration = {
    pushManager: {
      getSubscription: async () => current,
      subscribe: async () => {
        nothing = true;
        current = made;
        return made;
      },
    },
    unregister: async () => {
      workers -= 1;
      return true;
    },
  };
  const serviceWorker = {
    ready: Promise.resolve(registration),
    register: async () => {
      workers += 1;
    },
    getRegistrations: async () => [registration],
  };
  vi.stubGlobal('navigator', { serviceWorker });
  await expect(subscribed(key, () => !nothing)).rejects.toThrow('nothing is kept');
  expect([workers, current]).toEqual([0, null]);
  expect(await subscribed(key, () => true)).toBe(made);
  expect(workers).toBe(1);
});
