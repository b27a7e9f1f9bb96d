import { openWorker, type Worker } from '../../src/client/index.js';
import type { WorkerConversation } from '../../src/client/worker-conversation.js';
import type { ConversationId, DeviceId, InvitationId, WorkerId } from '../../src/id/branded-id.js';
import { MemoryStorage } from '../../src/storage/memory-storage.js';
import type { RandomNumbers } from './random-number.js';
import { check } from './telling.js';
import type { Presence, Sight } from './week-check.js';
import { attempt, type Printed, type Town } from './week-town.js';

const workers = 4;
const packages = 12;
/** Chances of a worker in an hour. */
const chance = { goesOff: 0.12, pauses: 0.08, loses: 0.006, leaves: 0.004 };
/** At night nearly everybody goes off. */
const nightly = 0.4;
/** Of anything in one step, however long that is: otherwise nobody would ever be there. */
const most = 0.4;

/** A worker at her device. */
class Colleague {
  readonly storage: MemoryStorage;
  client: Worker;
  /** The hour at which she is back; she is there where it has come. */
  offUntil = 0;
  pausedUntil = 0;
  paused = false;
  gone = false;

  constructor(client: Worker, storage: MemoryStorage) {
    this.client = client;
    this.storage = storage;
  }

  presenceAt(hour: number): Presence {
    if (this.gone) return 'gone';
    return hour < this.offUntil || this.paused ? 'away' : 'present';
  }

  get device(): DeviceId {
    const { device } = this.client;
    if (device === null) throw new Error('not registered');
    return device;
  }
}

/** Who comes in a few hours: the person with another device, or somebody new in her place. */
interface Newcomer {
  readonly at: number;
  readonly worker: WorkerId | undefined;
}

/** The people of one programme through the week: they come and go, claim, answer, hand on; their coordinator cuts off and invites. */
export class Team {
  readonly programme: Printed['programme'];
  readonly #town: Town;
  readonly #random: RandomNumbers;
  readonly #hours: number;
  readonly #coordinator: Worker;
  readonly #people: Colleague[] = [];
  #newcomers: Newcomer[] = [];
  /** In how many cases the coordinator was told that nobody is left. */
  #told = 0;
  readonly happened = { off: 0, paused: 0, lost: 0, left: 0, came: 0 };

  private constructor(
    town: Town,
    printed: Printed,
    random: RandomNumbers,
    hours: number,
    coordinator: Worker,
  ) {
    this.programme = printed.programme;
    this.#town = town;
    this.#random = random;
    this.#hours = hours;
    this.#coordinator = coordinator;
  }

  /** A coordinator with the programme's key, and four workers: she invites and signs the last one herself. A step has so many hours. */
  static async open(
    town: Town,
    printed: Printed,
    random: RandomNumbers,
    hours: number,
    roster: boolean,
  ): Promise<Team> {
    const coordinator = await openWorker(town.optionsWith(new MemoryStorage()));
    await coordinator.register(printed.coordinator);
    await coordinator.awaitCredential(100, 100);
    await coordinator.setDuty('off');
    await coordinator.staff.importKey(printed.key);
    const team = new Team(town, printed, random, hours, coordinator);
    for (const invitation of printed.invitations.slice(0, workers - 1)) {
      const { client } = await team.#join(invitation);
      await client.awaitCredential(100, 100);
    }
    await team.#invite(undefined);
    for (const [at, { client }] of team.#people.entries()) {
      await client.keepStock(packages);
      await client.setDuty(at === 0 ? 'primary' : 'backup');
    }
    if (roster) await team.#writeRoster();
    return team;
  }

  /** Who goes, who comes back, whose device is lost: what this hour brings. */
  async comeAndGo(hour: number, night: boolean): Promise<void> {
    for (const each of this.#people.filter(({ gone }) => !gone)) {
      if (each.paused && hour >= each.pausedUntil && hour >= each.offUntil) await this.#resume(each);
      if (each.presenceAt(hour) !== 'present') continue;
      const { loses, leaves, goesOff, pauses } = chance;
      const length = 1 + this.#random.below(9);
      if (this.#happens(loses)) await this.#cutOff(each, hour, true);
      else if (this.#happens(leaves)) await this.#cutOff(each, hour, false);
      else if (this.#happens(night ? nightly : goesOff)) this.#goOff(each, hour + length);
      else if (this.#happens(pauses)) await this.#pause(each, hour, hour + length);
    }
    const due = this.#newcomers.filter(({ at }) => at <= hour);
    this.#newcomers = this.#newcomers.filter(({ at }) => at > hour);
    for (const { worker } of due) {
      const { client } = await this.#invite(worker);
      await client.keepStock(packages);
      await client.setDuty('backup');
      this.happened.came += 1;
    }
  }

  /** Those who are there read what is new, as their pages do by themselves. */
  async read(hour: number): Promise<void> {
    for (const { client } of this.#there(hour)) {
      await attempt(() => client.directory.refresh());
      await attempt(() => client.sync());
    }
  }

  /** They claim what is new, take over what is late, and answer some of their own. */
  async work(hour: number): Promise<void> {
    for (const each of this.#there(hour)) {
      if (this.#random.chance(0.2)) await attempt(() => each.client.keepStock(packages));
      for (const conversation of each.client.conversations) {
        if (conversation.standing === 'open') await this.#workOn(conversation, each.device);
      }
    }
  }

  async #workOn(conversation: WorkerConversation, self: DeviceId): Promise<void> {
    const { fixedContact, view } = conversation;
    const [eager, answers] = [this.#random.chance(0.6), this.#random.chance(0.5)];
    const late = view?.waiting === 'backup' || view?.waiting === 'next';
    if (fixedContact === null && eager) await attempt(() => conversation.claim());
    else if (fixedContact !== self && late && eager) await attempt(() => conversation.takeOver());
    if (conversation.fixedContact !== self || conversation.view?.waiting == null || !answers) return;
    await attempt(async () => {
      await conversation.send({ text: `answer ${this.#random.below(1_000_000)}` });
      await conversation.sync();
    });
    this.#town.note(conversation.id, conversation.messages);
  }

  /** How each device stands to a conversation and its newest message. */
  sights(id: ConversationId, newest: string, seated: ReadonlySet<string>, hour: number): readonly Sight[] {
    return this.#people.map((each) => {
      const conversation = each.client.conversation(id);
      const has = conversation?.messages.some((message) => message.id === newest) === true;
      const standing = conversation?.standing ?? 'closed';
      return {
        presence: each.presenceAt(hour),
        reads: has && standing === 'open',
        seated: seated.has(each.device),
        tells:
          standing === 'unreadable' ||
          (standing === 'open' && conversation !== undefined && showsGap(conversation)),
      };
    });
  }

  /** Whether its coordinator has heard of cases that nobody could be brought into. */
  get told(): boolean {
    return this.#told > 0;
  }

  /** Takes the newest words of a conversation from everybody's devices, as no accident does: half of the planted gap. */
  async forgetNewest(id: ConversationId): Promise<void> {
    for (const each of this.#people.filter(({ gone }) => !gone)) {
      const [newest] = (await each.storage.list(''))
        .filter((key) => key.includes(`${id}/item/`))
        .sort()
        .slice(-1);
      if (newest !== undefined) await each.storage.write([{ kind: 'delete', key: newest }]);
      each.client = await openWorker(this.#town.optionsWith(each.storage));
    }
  }

  /** What has this chance in an hour, in a step. */
  #happens(inAnHour: number): boolean {
    return this.#random.chance(Math.min(inAnHour * this.#hours, most));
  }

  #there(hour: number): readonly Colleague[] {
    return this.#people.filter((each) => each.presenceAt(hour) === 'present');
  }

  #goOff(each: Colleague, until: number): void {
    each.offUntil = until;
    this.happened.off += 1;
  }

  /** As her page does: nobody new comes to her, and her cases go to members who are on duty (backupOf). */
  async #pause(each: Colleague, hour: number, until: number): Promise<void> {
    const present = this.#there(hour).filter((other) => other !== each);
    await attempt(() => each.client.setDuty('off'));
    each.paused = true;
    each.pausedUntil = until;
    this.happened.paused += 1;
    for (const conversation of each.client.conversations) {
      const next = present.find(({ device }) => conversation.isMember(device)) ?? present[0];
      if (next === undefined || conversation.fixedContact !== each.device) continue;
      if (conversation.standing === 'open') await attempt(() => conversation.handOver(next.device));
    }
  }

  async #resume(each: Colleague): Promise<void> {
    if (await attempt(() => each.client.setDuty('backup'))) each.paused = false;
  }

  /** Her device is lost with all that was on it, or she leaves: the coordinator hears of it, cuts it off and gives her cases away. */
  async #cutOff(each: Colleague, hour: number, lost: boolean): Promise<void> {
    const others = this.#people.filter((other) => !other.gone && other !== each);
    const next = this.#there(hour).find((other) => other !== each) ?? others[0];
    if (next === undefined) return;
    const { staff } = this.#coordinator;
    const worker = (await staff.members()).find(({ device }) => device === each.device)?.worker;
    each.gone = true;
    await staff.cutOff(each.device);
    const { unattended } = await staff.handCases(each.device, next.device);
    this.#told += unattended;
    this.#newcomers.push({ at: hour + 1 + this.#random.below(12), worker: lost ? worker : undefined });
    this.happened[lost ? 'lost' : 'left'] += 1;
  }

  /** As between two pages: an invitation, a code that is read out and compared, and a signature. */
  async #invite(worker: WorkerId | undefined): Promise<Colleague> {
    const { staff } = this.#coordinator;
    const { invitation } = await staff.invite('worker', worker);
    const each = await this.#join(invitation);
    const member = (await staff.members()).find(({ device }) => device === each.device);
    check(member !== undefined && member.code === each.client.code, 'both pages show the same code');
    if (member !== undefined) await staff.sign(member);
    check(await each.client.fetchCredential(), 'who was signed has a credential');
    return each;
  }

  async #join(invitation: InvitationId): Promise<Colleague> {
    const storage = new MemoryStorage();
    const client = await openWorker(this.#town.optionsWith(storage));
    await client.register(invitation);
    const each = new Colleague(client, storage);
    this.#people.push(each);
    return each;
  }

  /** Two of them by turns, day and night. */
  async #writeRoster(): Promise<void> {
    const names = new Map((await this.#coordinator.team()).map(({ device, worker }) => [device, worker]));
    const [first, second] = this.#people.map(({ device }) => names.get(device));
    if (first === undefined || second === undefined) return;
    const days = Array.from({ length: 7 }, (_, day) => day);
    const slots = days.flatMap((day) => {
      const [primary, backup] = day % 2 === 0 ? [first, second] : [second, first];
      const part = { from: day * 1440, to: (day + 1) * 1440 };
      return [
        { worker: primary, duty: 'primary' as const, ...part },
        { worker: backup, duty: 'backup' as const, ...part },
      ];
    });
    await this.#coordinator.roster.replace(0, slots);
  }
}

/** Whether the queue shows it as asked for again, or as without words that can be read: so it is for a newcomer (E2E-11). */
function showsGap({ awaitsAgain, queueEntry }: WorkerConversation): boolean {
  return awaitsAgain || queueEntry.words === null;
}
