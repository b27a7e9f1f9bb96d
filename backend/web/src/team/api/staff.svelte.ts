import type { HandedCases, Role, Staff, StaffMember, Worker } from '@opstap/protocol/client/index';
import type { DeviceId, WorkerId } from '@opstap/protocol/id/branded-id';
import { hasCode } from '@opstap/protocol/problem/opstap-error';
import { linkTo } from '../model/staff.js';

/** What the staff's screen needs from the page. */
export interface StaffPage {
  readonly worker: () => Worker | undefined;
  /** Something about this very device changed. */
  readonly settle: () => void;
  /** Whether it succeeded; the page says what went wrong. */
  readonly attempt: (action: () => Promise<void>) => Promise<boolean>;
}

/** What stands in the way of something here. */
export type StaffTrouble = 'foreign-key' | 'has-device' | 'refused';

const troubleOf: Readonly<Record<string, StaffTrouble>> = {
  'foreign-key': 'foreign-key',
  'worker-has-device': 'has-device',
  'credential-refused': 'refused',
  'status-refused': 'refused',
  'not-found': 'refused',
};

/** An invitation as it is passed on; its text is in no other place. */
export interface Passed {
  readonly text: string;
  readonly link: string;
  readonly expiresAt: number;
}

/** A coordinator's people: whom she invites, approves and cuts off. */
export class StaffDesk {
  /** Null before they came. */
  members = $state.raw<readonly StaffMember[] | null>(null);
  /** Whether the programme's key is on this device; null before that is known. */
  key = $state<boolean | null>(null);
  invited = $state.raw<Passed | null>(null);
  /** The device about which a question is open, and which; or null. */
  asked = $state.raw<{ readonly what: 'cut-off' | 'give'; readonly device: string } | null>(null);
  handed = $state.raw<HandedCases | null>(null);
  trouble = $state<StaffTrouble | null>(null);
  busy = $state(false);
  readonly #page: StaffPage;
  /** What goes on, or went on last. */
  #doing: Promise<void> = Promise.resolve();

  constructor(page: StaffPage) {
    this.#page = page;
  }

  async look(): Promise<void> {
    await this.#page.attempt(() => this.#list());
  }

  /** Sees who there is, and renews what ends soon. */
  async renew(): Promise<void> {
    const worker = this.#page.worker();
    if (worker?.role !== 'coordinator' || this.busy) return;
    await this.#list();
    if ((await worker.staff.renew(this.members ?? [])) > 0) await this.#list();
  }

  /** Takes the programme's key from a file. This very device is approved with it at once, where it waits for that. */
  async bringKey(file: File): Promise<void> {
    // Another one than what was just refused is not passed over.
    await this.#doing;
    await this.#do(async (staff) => {
      await staff.importKey(new Uint8Array(await file.arrayBuffer()));
      await staff.renew(await staff.members());
      this.#page.settle();
    });
  }

  async invite(role: Role, worker?: WorkerId): Promise<void> {
    await this.#do(async (staff) => {
      const { invitation, expiresAt } = await staff.invite(role, worker);
      this.invited = { text: invitation, link: linkTo(location.origin, invitation), expiresAt };
    });
  }

  /** The text is gone then. */
  passedOn(): void {
    this.invited = null;
  }

  /** Her code is the right one. */
  async approve(member: StaffMember): Promise<void> {
    await this.#do((staff) => staff.sign(member));
  }

  ask(what: 'cut-off' | 'give', device: string): void {
    this.asked = { what, device };
    this.handed = null;
    this.trouble = null;
  }

  stop(): void {
    this.asked = null;
  }

  /** Cuts a device off, and gives its cases to a colleague's where one was chosen. */
  async cutOff(device: DeviceId, next: DeviceId | null): Promise<void> {
    await this.#do(async (staff) => {
      await staff.cutOff(device);
      await this.#give(staff, device, next);
    });
  }

  /** Gives the cases of who is gone to a colleague. */
  async give(device: DeviceId, next: DeviceId | null): Promise<void> {
    await this.#do((staff) => this.#give(staff, device, next));
  }

  async #give(staff: Staff, device: DeviceId, next: DeviceId | null): Promise<void> {
    if (next !== null) this.handed = await staff.handCases(device, next);
    this.asked = null;
  }

  #do(action: (staff: Staff) => Promise<void>): Promise<void> {
    const worker = this.#page.worker();
    if (worker === undefined || this.busy) return Promise.resolve();
    this.#doing = this.#work(worker, action);
    return this.#doing;
  }

  async #work(worker: Worker, action: (staff: Staff) => Promise<void>): Promise<void> {
    this.busy = true;
    this.trouble = null;
    await this.#page.attempt(async () => {
      try {
        await action(worker.staff);
      } catch (error) {
        this.trouble = Object.entries(troubleOf).find(([code]) => hasCode(error, code))?.[1] ?? null;
        if (this.trouble === null) throw error;
      }
      await this.#list();
    });
    this.busy = false;
  }

  async #list(): Promise<void> {
    const staff = this.#page.worker()?.staff;
    if (staff === undefined) return;
    const key = await staff.hasKey();
    this.members = await staff.members();
    this.key = key;
  }
}
