import type { Colleague, Worker, WorkerConversation } from '@opstap/protocol/client/index';
import type { DeviceId } from '@opstap/protocol/id/branded-id';
import { hasCode } from '@opstap/protocol/problem/opstap-error';
import { backupOf } from '../model/colleagues.js';
import type { Desk } from '../model/desk.js';

/** What handing over needs from the page. */
export interface HandingPage {
  readonly worker: () => Worker | undefined;
  readonly desk: () => Desk;
  readonly change: (change: Partial<Desk>) => void;
  /** Leaves the case that is open. */
  readonly leave: () => void;
  /** Shows what changed. */
  readonly show: () => void;
  /** Whether it succeeded; the page says what went wrong. */
  readonly attempt: (action: () => Promise<void>) => Promise<boolean>;
}

/** What stands in the way of handing a case to one colleague. */
export type HandTrouble = 'away' | 'full' | 'refused' | 'not-yours';

/** What the server or the client refuses about one colleague; after `not-yours` somebody else has the case. */
const troubleOf: Readonly<Record<string, HandTrouble>> = {
  'nobody-on-duty': 'away',
  'not-a-member': 'away',
  'group-full': 'full',
  'commit-refused': 'full',
  'device-refused': 'refused',
  'change-waits': 'away',
  'not-fixed-contact': 'not-yours',
};

/** Cases that go to colleagues: one by choice, or all of them while she pauses. */
export class Handing {
  /** The devices of the programme; null before they came. */
  team = $state.raw<readonly Colleague[] | null>(null);
  /** The case for which a colleague is being chosen, or null. */
  choosing = $state<string | null>(null);
  busy = $state(false);
  trouble = $state<HandTrouble | null>(null);
  /** Whether the last thing that happened is that a case went, and this device leaves it. */
  left = $state(false);
  readonly #page: HandingPage;

  constructor(page: HandingPage) {
    this.#page = page;
  }

  /** Who there is, and who is on duty. */
  async look(): Promise<void> {
    this.team = (await this.#page.worker()?.team()) ?? null;
    this.#page.show();
  }

  async choose(id: string): Promise<void> {
    this.trouble = null;
    this.choosing = id;
    await this.#page.attempt(() => this.look());
  }

  /** Back to the case, and to the words in its field. */
  stop(): void {
    this.choosing = null;
    this.trouble = null;
    this.left = false;
  }

  /** Hands a case to a colleague; `leaves` has this device taken out of it then. */
  async hand(id: string, device: DeviceId, leaves: boolean): Promise<void> {
    await this.#busy(async () => {
      const conversation = this.#find(id);
      try {
        await conversation?.handOver(device);
      } catch (error) {
        this.trouble = handTroubleOf(error);
        if (this.trouble === null) throw error;
        return;
      }
      this.choosing = null;
      if (leaves) await conversation?.leave();
      this.left = leaves;
    });
  }

  /** One touch: nobody new comes to her, and her cases go to their backups. */
  async pause(): Promise<void> {
    const { duty } = this.#page.desk();
    await this.#busy(async () => {
      await this.#page.worker()?.setDuty('off');
      const cases = this.#own.map(({ id }) => `${id}`);
      this.#page.change({ duty: 'off', pause: { duty, cases, over: false } });
      this.#page.leave();
      await this.look();
      await this.#passAll();
    });
  }

  /** What could not go when she paused goes as soon as it can, as where a backup has come. */
  async goOn(): Promise<void> {
    await this.look();
    if (this.#page.desk().pause?.over === false && !this.busy) await this.#passAll();
  }

  /** The duty that she had; what went stays where it is, and is shown until she has read it. */
  async resume(): Promise<void> {
    const { pause } = this.#page.desk();
    if (pause === null || pause.over) return;
    await this.#busy(async () => {
      await this.#page.worker()?.setDuty(pause.duty);
      const own = this.#own.map(({ id }) => `${id}`);
      const cases = pause.cases.filter((id) => !own.includes(id));
      this.#page.change({
        duty: pause.duty,
        pause: cases.length === 0 ? null : { ...pause, cases, over: true },
      });
    });
  }

  /** She has read which cases went. */
  read(): void {
    this.#page.change({ pause: null });
  }

  /** The cases of which this device is the fixed contact. */
  get #own(): readonly WorkerConversation[] {
    const worker = this.#page.worker();
    return (worker?.conversations ?? []).filter(
      ({ fixedContact, standing }) => fixedContact === worker?.device && standing !== 'closed',
    );
  }

  async #passAll(): Promise<void> {
    for (const conversation of this.#own) {
      if (this.#page.desk().pause?.over !== false) return;
      await this.#passOn(conversation);
      this.#page.show();
    }
  }

  async #passOn(conversation: WorkerConversation): Promise<void> {
    const self = this.#page.worker()?.device ?? null;
    const members = conversation.view?.members.map(({ holder }) => holder) ?? [];
    const next = backupOf(this.team ?? [], self, members);
    if (next === undefined) return;
    await conversation.passOn(next).catch((error: unknown) => {
      // Somebody came between: the next look tells what is to be done.
      if (!hasCode(error, 'not-a-member', 'not-fixed-contact', 'conversation-not-found')) throw error;
    });
  }

  async #busy(action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = null;
    this.left = false;
    await this.#page.attempt(action);
    this.busy = false;
    this.#page.show();
  }

  #find(id: string): WorkerConversation | undefined {
    return this.#page.worker()?.conversations.find((conversation) => conversation.id === id);
  }
}

function handTroubleOf(error: unknown): HandTrouble | null {
  return Object.entries(troubleOf).find(([code]) => hasCode(error, code))?.[1] ?? null;
}
