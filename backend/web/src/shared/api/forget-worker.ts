import { dropSubscription, type Subscribed } from '../model/subscribed.js';

/** What a browser has of workers, as far as they are taken away here. */
interface Workers {
  getRegistrations(): Promise<readonly WorkerKept[]>;
}

interface WorkerKept extends Subscribed {
  unregister(): Promise<boolean>;
}

/**
 * Takes away the subscription with which this browser is woken, the worker that keeps the phone's page at hand, and every file that it kept: afterwards nothing of either is in this browser
 * but what it keeps of any page (REL-10). The worker goes for good when the page is left; until then it keeps nothing any more.
 */
export async function forgetWorker(
  workers: Workers | undefined = navigator.serviceWorker,
  kept: Pick<CacheStorage, 'keys' | 'delete'> | undefined = globalThis.caches,
): Promise<void> {
  const registrations = (await workers?.getRegistrations()) ?? [];
  await Promise.all(registrations.map(forget));
  const names = (await kept?.keys()) ?? [];
  await Promise.all(names.map((name) => kept?.delete(name)));
}

async function forget(registration: WorkerKept): Promise<void> {
  await dropSubscription(registration).catch(() => undefined);
  await registration.unregister();
}
