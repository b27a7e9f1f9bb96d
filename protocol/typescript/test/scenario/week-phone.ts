import { openSeeker, type Seeker } from '../../src/client/index.js';
import type { SeekerConversation } from '../../src/client/seeker-conversation.js';
import type { ConversationId } from '../../src/id/branded-id.js';
import { MemoryStorage } from '../../src/storage/memory-storage.js';
import type { RandomNumbers } from './random-number.js';
import type { Team } from './week-team.js';
import { attempt, herWords, type Kept, type Town } from './week-town.js';

/** Chances of a phone in an hour, by day; at night they are a third. */
const chance = { writes: 0.05, looks: 0.12, losesGroups: 0.002 };

/** A phone with one conversation, which it begins in some hour of the week. */
export class Phone {
  readonly team: Team;
  readonly #town: Town;
  readonly #random: RandomNumbers;
  readonly #storage = new MemoryStorage();
  readonly #hours: number;
  readonly #begins: number;
  #client: Seeker | undefined;
  #isThere = false;
  readonly happened = { wrote: 0, lost: 0 };

  /** A step has so many hours; in that of `begins` she writes for the first time. */
  constructor(town: Town, team: Team, random: RandomNumbers, hours: number, begins: number) {
    this.#town = town;
    this.team = team;
    this.#random = random;
    this.#hours = hours;
    this.#begins = begins;
  }

  /** Fetches the directory and a token before the week begins: what the month's end changes is another test's. */
  async prepare(): Promise<void> {
    await this.#open();
    await this.#client?.directory.refresh();
    await this.#client?.prepare();
  }

  /** The conversation's name, once the server has it. */
  get conversation(): ConversationId | undefined {
    return this.#hers?.view?.conversation;
  }

  /** What this hour brings; mostly nothing. */
  async live(hour: number, night: boolean): Promise<void> {
    const roll = (this.#random.next() * (night ? 3 : 1)) / this.#hours;
    this.#isThere = false;
    if (hour < this.#begins) return;
    if (this.#hers === undefined) await this.#client?.begin(this.team.programme);
    else if (this.conversation === undefined) await this.look();
    else if (roll < chance.losesGroups) return this.#loseGroups();
    else if (roll > chance.losesGroups + chance.writes + chance.looks) return;
    const writes = this.conversation === undefined || roll < chance.losesGroups + chance.writes;
    if (writes && (this.#hers?.unsent.length ?? 0) === 0) await this.say();
    await this.look();
  }

  async say(): Promise<void> {
    this.happened.wrote += 1;
    await this.#hers?.send({ text: `${herWords} ${this.#random.below(1_000_000)}` });
  }

  /** Reads and sends what is there to be read and sent. */
  async look(): Promise<void> {
    const hers = this.#hers;
    if (hers === undefined) return;
    this.#isThere = await attempt(() => hers.sync());
    if (this.conversation !== undefined) this.#town.note(this.conversation, hers.messages);
  }

  /** Who looked at this hour looks again before it is over. */
  async lookAgain(): Promise<void> {
    if (this.#isThere) await this.look();
  }

  /** Whether it shows what the server keeps, or null while it is off. */
  shows({ waiting, answerBy, attended }: Kept): boolean | null {
    const view = this.#hers?.view ?? null;
    if (!this.#isThere || view === null) return null;
    return view.waiting === waiting && view.answerBy === answerBy && view.attended === attended;
  }

  /** Her groups are gone, as after a storage error; the phone begins the next generation when she looks again. */
  async #loseGroups(): Promise<void> {
    const keys = (await this.#storage.list('seeker/')).filter((key) => /\/(group|pending)$/.test(key));
    await this.#storage.write(keys.map((key) => ({ kind: 'delete', key })));
    await this.#open();
    this.happened.lost += 1;
  }

  async #open(): Promise<void> {
    this.#client = await openSeeker(this.#town.optionsWith(this.#storage));
  }

  get #hers(): SeekerConversation | undefined {
    return this.#client?.conversations[0];
  }
}
