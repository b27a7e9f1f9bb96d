import { wordsOfNotice } from '../phone/api/notice.js';
import { dropSubscription } from '../shared/model/subscribed.js';
import type { WindowClient, WorkerScope } from './scope.js';

/** Of every notice: a newer one takes the place of the one that is there, without another sound. */
const tag = 'n';
const ordinary: readonly string[] = ['/pannenkoeken', '/pancakes'];

type Around = Pick<WorkerScope, 'clients' | 'registration'>;

/**
 * Shows one notice, with the words that she chose and nothing else (PUS-21): what was sent isn't even read. Browsers want one for each time that they
 * are woken; whoever looks at the page already has it closed again at once.
 */
export async function showNotice({ clients, registration }: Around): Promise<void> {
  const seen = (await pages(clients)).some(({ visibilityState }) => visibilityState === 'visible');
  await registration.showNotification(await wordsOfNotice(), { tag, silent: seen });
  if (seen) for (const each of await registration.getNotifications()) each.close();
}

/** Brings the page that is open to the front, or opens it. */
export async function openPage({ clients }: Pick<Around, 'clients'>): Promise<void> {
  const [open] = await pages(clients);
  await (open === undefined ? clients.openWindow('/') : open.focus());
}

/** Who leaves fast for an ordinary page isn't woken until she opens the page again (PUS-22). */
export async function leavesFast(url: string, { registration }: Pick<Around, 'registration'>): Promise<void> {
  if (!ordinary.includes(new URL(url).pathname)) return;
  await dropSubscription(registration);
  for (const each of await registration.getNotifications()) each.close();
}

async function pages(clients: WorkerScope['clients']): Promise<readonly WindowClient[]> {
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return all.filter(({ url }) => new URL(url).pathname === '/');
}
