import type { PushKey } from '@opstap/protocol/push/push-key';
import { sameBytes } from '@opstap/protocol/wire/bytes';
import { forgetWorker } from '../../shared/api/forget-worker.js';

/** ms: a worker that isn't there by then won't be. */
const longestForWorker = 15_000;

/**
 * This browser's subscription for notices, and the worker that shows them. Throws where there can be none; and where she chose meanwhile that
 * nothing is kept, neither is left (LCK-12).
 */
export async function subscribed(key: PushKey, keeps: () => boolean): Promise<PushSubscription> {
  const subscribing = subscribe(key);
  await subscribing.catch(() => undefined);
  if (keeps()) return subscribing;
  await forgetWorker();
  throw new Error('nothing is kept');
}

async function subscribe({ applicationServerKey }: PushKey): Promise<PushSubscription> {
  await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no worker')), longestForWorker);
  });
  const { pushManager } = await Promise.race([navigator.serviceWorker.ready, late]);
  const kept = await pushManager.getSubscription();
  const bound = kept?.options.applicationServerKey;
  if (kept !== null && bound && sameBytes(new Uint8Array(bound), applicationServerKey)) return kept;
  // A browser makes none for another server key as long as there is one.
  await kept?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}
