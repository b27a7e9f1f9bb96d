import type { Seeker, SeekerConversation } from '@opstap/protocol/client/index';
import type { Wanted } from '@opstap/protocol/conversation/wake-log';
import type { Subscription, WakeDelay } from '@opstap/protocol/push/push-capsule';
import { isListed, type PushKey } from '@opstap/protocol/push/push-key';
import type { Environment } from '@opstap/protocol/session/environment';
import { dropSubscription } from '../../shared/model/subscribed.js';
import { subscribed } from './subscribing.js';

/** What being woken needs from the page. */
export interface WakingPage {
  readonly seeker: () => Seeker | undefined;
  /** What she chose, as far as it may count: null where nothing is kept here. */
  readonly delay: () => WakeDelay | null;
  /** Whether anything is kept here. */
  readonly keeps: () => boolean;
  readonly choose: (delay: WakeDelay | null) => Promise<void>;
  readonly environment: Environment;
}

/** Why notices are not on though she wanted them: the browser forbids them, its push service is none that the server sends to, or something went wrong. */
export type NotWoken = 'forbidden' | 'unlisted' | 'failed';

/** ms: conversations that are told right after each other would be taken for one person's (OHT-18). */
const longestApart = 30_000;

/** Whether this browser can be woken at all. */
export function canWake(): boolean {
  return 'PushManager' in globalThis && 'Notification' in globalThis && navigator.serviceWorker !== undefined;
}

/** Being woken by notices (push.md): the browser's subscription, and what the other members are told of it. */
export class Waking {
  /** Whether something is on its way. */
  working = $state(false);
  /** What came of her last tap. */
  outcome = $state<'on' | 'off' | NotWoken | null>(null);
  readonly #page: WakingPage;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(page: WakingPage) {
    this.#page = page;
  }

  /** Asks the browser's permission and subscribes; only ever after her tap. */
  async turnOn(delay: WakeDelay): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.outcome = null;
    // Before anything else: browsers ask only as long as the tap counts.
    this.outcome = await this.#subscribe().catch((): NotWoken => 'failed');
    this.working = false;
    if (this.outcome === 'on') await this.#choose(delay);
  }

  async turnOff(): Promise<void> {
    await this.#choose(null);
    this.outcome = 'off';
  }

  /** Holds notices back for another time. */
  async holdBack(delay: WakeDelay): Promise<void> {
    this.outcome = null;
    await this.#choose(delay);
  }

  async #choose(delay: WakeDelay | null): Promise<void> {
    await this.#page.choose(delay);
    // What can't be told now is told by a later look.
    await this.look().catch(() => undefined);
  }

  /**
   * Has the others know where this phone is woken, and the browser not be woken where it isn't to be. Throws what a request does; a later
   * look goes on then.
   */
  look(): Promise<void> {
    const looked = this.#turn.then(() => this.#look());
    this.#turn = looked.catch(() => undefined);
    return looked;
  }

  async #look(): Promise<void> {
    const { seeker: current, delay, environment } = this.#page;
    const seeker = current();
    const here = seeker?.conversations.filter(({ moved }) => !moved) ?? [];
    const chosen = delay();
    // Before there is a client nothing is known of her conversations.
    if (seeker === undefined && chosen !== null) return;
    const wanted = seeker === undefined || here.length === 0 ? null : await this.#wanted(seeker, chosen);
    if (wanted === null) await this.#drop();
    else await closeNotices();
    if (seeker === undefined) return;
    const told: SeekerConversation[] = [];
    let key: PushKey | null = null;
    for (const each of here) {
      const log = await each.waking();
      if (!(await log.isDue(wanted))) continue;
      if (wanted !== null) key ??= await seeker.pushKey();
      await log.tell(wanted, key);
      told.push(each);
    }
    for (const [at, each] of told.entries()) {
      if (at > 0 && seeker.relayed) await environment.sleep(longestApart * environment.jitter());
      // One that can't be reached keeps what it is to say.
      await each.sync().catch(() => undefined);
    }
  }

  /** Where this browser is woken; null where it isn't to be, or may not be any more. */
  async #wanted(seeker: Seeker, delay: WakeDelay | null): Promise<Wanted | null> {
    if (delay === null || !canWake() || Notification.permission !== 'granted') return null;
    const registration = await navigator.serviceWorker.getRegistration();
    const kept = await registration?.pushManager.getSubscription();
    if (kept) return { subscription: subscriptionOf(kept), delay };
    // Who left fast has none any more, and gets another one, unless she said no meanwhile.
    const key = await seeker.pushKey();
    if (this.#page.delay() === null) return null;
    return { subscription: subscriptionOf(await subscribed(key, this.#page.keeps)), delay };
  }

  async #subscribe(): Promise<'on' | NotWoken> {
    const seeker = this.#page.seeker();
    if ((await Notification.requestPermission()) !== 'granted') return 'forbidden';
    if (seeker === undefined) return 'failed';
    const key = await seeker.pushKey();
    const subscription = await subscribed(key, this.#page.keeps);
    if (isListed(key, subscription.endpoint)) return 'on';
    await subscription.unsubscribe();
    return 'unlisted';
  }

  async #drop(): Promise<void> {
    const registration = await navigator.serviceWorker?.getRegistration();
    if (registration === undefined) return;
    await dropSubscription(registration);
    await closeNotices();
  }
}

function subscriptionOf(subscription: PushSubscription): Subscription {
  const keyOf = (name: PushEncryptionKeyName) => new Uint8Array(subscription.getKey(name) ?? []);
  return { endpoint: subscription.endpoint, publicKey: keyOf('p256dh'), secret: keyOf('auth') };
}

/** Whoever has the page open has seen what they were about. */
async function closeNotices(): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const each of (await registration?.getNotifications?.()) ?? []) each.close();
}
