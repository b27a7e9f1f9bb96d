import { openSeeker, openWorker, type Seeker, type Worker } from '../../src/client/index.js';
import type { WorkerConversation } from '../../src/client/worker-conversation.js';
import type { Message } from '../../src/conversation/message.js';
import { type ConversationId, type InvitationId, isId, type ProgrammeId } from '../../src/id/branded-id.js';
import type { StorageChange } from '../../src/storage/storage.js';
import { Actor, type World } from './actor.js';
import type { ChaosRates } from './chaos.js';
import { phoneOnLeads, workerOnLeads } from './lead-scenes.js';
import { purseOf, whatIsLeft } from './leftovers.js';
import type { Observation, Outcome } from './oracle.js';
import type { RandomNumbers } from './random-number.js';
import type { Truth } from './truth.js';

const phones = 2;
const steps = 40;
/** From this step on half of what people do is about leads: from a proposal to a handover it takes many turns. */
const leadsFrom = 16;
const roughRates: ChaosRates = { lose: 0.04, double: 0.03 };
const calmRates: ChaosRates = { lose: 0, double: 0 };

/** Workers of one programme, each with a device that is registered and has key packages. */
export interface Team {
  readonly programme: ProgrammeId;
  readonly workers: readonly Actor<Worker>[];
}

/** The team that phones write to, and one to which they can be led. */
export interface Town {
  readonly home: Team;
  readonly other: Team;
}

interface Phone {
  readonly actor: Actor<Seeker>;
  readonly lostAt: number[];
}

/** Plays random scenes against one server; everything that chance decides comes from one source of numbers. */
export class Stage {
  readonly #world: World;
  readonly #truth: Truth;
  readonly #random: RandomNumbers;
  #rates = calmRates;
  #leads = 0;
  /** Purses that phones before had, so that not every one has to have tokens signed. */
  #purses: StorageChange[][] = [];

  constructor(world: World, truth: Truth, random: RandomNumbers) {
    this.#world = world;
    this.#truth = truth;
    this.#random = random;
  }

  /** As many workers as invitations. */
  async team(programme: ProgrammeId, invitations: readonly InvitationId[]): Promise<Team> {
    const workers: Actor<Worker>[] = [];
    for (const [at, invitation] of invitations.entries()) {
      const actor = this.#actor(`worker ${at + 1} of ${programme}`, openWorker);
      const worker = await actor.restart();
      await worker.register(invitation);
      await worker.awaitCredential(250, 100);
      await worker.keepStock(12);
      await worker.setDuty(at === 0 ? 'primary' : at === 1 ? 'backup' : 'off');
      workers.push(actor);
    }
    return { programme, workers };
  }

  /**
   * One scene: messages, racing Commits, leads, losses, deaths; then calm, until everybody has everything; then the phones erase what they
   * had.
   */
  async play(
    town: Town,
    between: (step: number) => Promise<void> = async () => undefined,
  ): Promise<readonly Outcome[]> {
    this.#truth.forget();
    const cast = await Promise.all(
      Array.from({ length: phones }, (_, at) => this.#phone(`phone ${at + 1}`, town.home)),
    );
    const workers = workersOf(town);
    this.#rates = roughRates;
    for (let step = 0; step < steps; step += 1) {
      await between(step);
      this.#leads = step < leadsFrom ? 0 : 0.5;
      await Promise.all(this.#some([...cast, ...workers]).map((each) => this.#scene(each, cast, town)));
    }
    this.#rates = calmRates;
    await this.#calm(cast, workers);
    for (const { actor } of cast) await actor.client.conversations[0]?.send({ text: 'last words' });
    for (const conversation of conversationsOf(cast, workers)) {
      if (conversation.standing === 'open') await conversation.send({ text: 'last words' });
    }
    await this.#calm(cast, workers);
    const outcomes: Outcome[] = [];
    for (const phone of cast) outcomes.push(await this.#outcome(phone, town));
    const left = await this.#erase(cast, workers);
    this.#purses = await Promise.all(cast.map(({ actor }) => purseOf(actor)));
    return outcomes.map((outcome, at) => ({ ...outcome, left: left[at] ?? null }));
  }

  async #phone(name: string, { programme }: Team): Promise<Phone> {
    const actor = this.#actor(name, openSeeker);
    await actor.storage.write(this.#purses.pop() ?? []);
    const seeker = await actor.restart();
    await seeker.directory.refresh();
    const conversation = await seeker.begin(programme);
    await conversation.send({ text: `${name} says hello` });
    return { actor, lostAt: [] };
  }

  #scene(who: Phone | Actor<Worker>, cast: readonly Phone[], town: Town): Promise<void> {
    const dieAfter = this.#random.chance(0.15) ? 1 + this.#random.below(30) : undefined;
    return who instanceof Actor
      ? this.#workerScene(who, cast, town, dieAfter)
      : this.#phoneScene(who, dieAfter);
  }

  async #phoneScene(phone: Phone, dieAfter: number | undefined): Promise<void> {
    const { actor } = phone;
    if (this.#random.chance(0.05)) return this.#losePhone(phone);
    const roll = this.#roll();
    await actor.act(async (seeker) => {
      const [conversation] = seeker.conversations;
      if (conversation === undefined) return;
      if (roll >= 0.6) return phoneOnLeads(conversation, this.#random);
      await conversation.send({ text: `words ${this.#random.below(1_000_000)}` });
      if (roll < 0.45) await conversation.sync();
    }, dieAfter);
  }

  /** Her groups are gone, as after a storage error; what she wrote and read is not. */
  async #losePhone({ actor, lostAt }: Phone): Promise<void> {
    const keys = await actor.storage.list('seeker/');
    const record = keys.find((key) => key.endsWith('/record'));
    if (record === undefined) return;
    const { cursor, generation } = JSON.parse(new TextDecoder().decode(await actor.storage.get(record)));
    if (generation === 0) return;
    const groups = keys.filter((key) => /\/(group|pending)$/.test(key));
    await actor.storage.write(groups.map((key) => ({ kind: 'delete', key })));
    lostAt.push(cursor);
    await actor.restart();
  }

  async #workerScene(
    actor: Actor<Worker>,
    cast: readonly Phone[],
    { home, other }: Town,
    dieAfter: number | undefined,
  ): Promise<void> {
    const roll = this.#roll();
    const pick = this.#random.next();
    const [team, elsewhere] = home.workers.includes(actor) ? [home, other] : [other, home];
    const colleague = this.#random.pick(team.workers.filter((each) => each !== actor)).client.device;
    await actor.act(async (worker) => {
      if (roll < 0.15) return worker.sync();
      const isOpen = ({ standing }: WorkerConversation) => standing === 'open';
      if (!conversationsOf(cast, [actor]).some(isOpen)) await worker.sync();
      const conversations = conversationsOf(cast, [actor]).filter(isOpen);
      const conversation = conversations[Math.floor(pick * conversations.length)];
      if (conversation === undefined || colleague === null || worker.device === null) return;
      if (roll < 0.35) {
        await conversation.send({ text: `answer ${this.#random.below(1_000_000)}` });
        return conversation.sync();
      }
      if (roll < 0.45) return conversation.addColleague(colleague);
      if (roll < 0.5) return conversation.removeColleague(colleague);
      if (roll < 0.55) return conversation.updateKeys();
      const sides = { own: team.programme, elsewhere: elsewhere.programme };
      return workerOnLeads(conversation, worker.device, sides, this.#random);
    }, dieAfter);
  }

  async #calm(cast: readonly Phone[], workers: readonly Actor<Worker>[]): Promise<void> {
    for (const actor of workers) await actor.act((worker) => worker.keepStock(12));
    // Asking for what could not be read and sending it again takes a few rounds; two without a new entry are enough.
    for (let quiet = 0, round = 0; quiet < 2 && round < 12; round += 1) {
      const before = this.#truth.size;
      for (const { actor } of cast) await actor.act((seeker) => seeker.sync());
      for (const actor of workers) await actor.act((worker) => worker.sync());
      quiet = this.#truth.size === before ? quiet + 1 : 0;
    }
  }

  /**
   * The phones erase, and die over it; devices follow, and die over that; then it is calm. Gives for each phone what is left: on it, and on
   * the devices that were in its conversation.
   */
  async #erase(
    cast: readonly Phone[],
    workers: readonly Actor<Worker>[],
  ): Promise<readonly (readonly string[])[]> {
    const leaving = cast.map(({ actor }) => {
      const [conversation] = actor.client.conversations;
      const id = conversation?.view?.conversation;
      if (conversation === undefined || id === undefined)
        throw new Error(`${actor.name} has nothing to erase`);
      const members = workers.filter(({ client }) => client.conversation(id)?.standing === 'open');
      return { actor, id, prefix: conversation.prefix, members };
    });
    const following = new Set(leaving.flatMap(({ members }) => members));
    this.#rates = roughRates;
    for (let round = 0; round < 4; round += 1) {
      const dieBefore = (steps: number) => (round === 0 ? 1 + this.#random.below(steps) : undefined);
      for (const { actor } of leaving) await actor.act(eraseWhatThereIs, dieBefore(12));
      for (const each of following) await each.act((worker) => worker.sync(), dieBefore(40));
      this.#rates = calmRates;
    }
    return Promise.all(leaving.map(whatIsLeft));
  }

  async #outcome({ actor, lostAt }: Phone, town: Town): Promise<Outcome> {
    const [conversation] = actor.client.conversations;
    const view = conversation?.view;
    const pseudonym = view?.members.find(({ holder }) => holder.startsWith('psn_'))?.holder;
    if (conversation === undefined || view === null || view === undefined || pseudonym === undefined) {
      throw new Error(`${actor.name} never got to the server`);
    }
    if (view.programme !== conversation.programme) throw new Error(`${actor.name} is with another programme`);
    const devices = workersOf(town).flatMap(({ client }) => {
      const theirs = client.conversation(view.conversation);
      if (theirs === undefined || client.device === null) return [];
      return [{ ...observed(client.device, theirs.standing !== 'closed', theirs.messages), lostAt: [] }];
    });
    const members = [{ ...observed(pseudonym, true, conversation.messages), lostAt }, ...devices];
    const shown = new Set(members.flatMap(({ read, own }) => [...read, ...own].map(({ id }) => id)));
    const leads = (await (await conversation.leads()).list()).map(({ state }) => state);
    const entries = this.#truth.log(view.conversation);
    return { entries, pseudonym, members, shown, teams: teamsOf(town), leads, left: null };
  }

  /** Decides what somebody does: the highest numbers are about leads. */
  #roll(): number {
    const roll = this.#random.next();
    return this.#random.chance(this.#leads) ? 1 : roll;
  }

  #some<T>(people: readonly T[]): T[] {
    const shuffled = [...people].sort(() => this.#random.next() - 0.5);
    return shuffled.slice(0, 1 + this.#random.below(4));
  }

  #actor<Client>(name: string, open: ConstructorParameters<typeof Actor<Client>>[5]): Actor<Client> {
    return new Actor(name, this.#world, this.#truth, this.#random, () => this.#rates, open);
  }
}

function workersOf({ home, other }: Town): readonly Actor<Worker>[] {
  return [...home.workers, ...other.workers];
}

/** The programme of each device. */
function teamsOf({ home, other }: Town): ReadonlyMap<string, string> {
  return new Map(
    [home, other].flatMap(({ programme, workers }) =>
      workers.flatMap(({ client }) => (client.device === null ? [] : [[client.device, programme] as const])),
    ),
  );
}

async function eraseWhatThereIs(seeker: Seeker): Promise<void> {
  for (const conversation of [...seeker.conversations]) await seeker.erase(conversation);
  await seeker.sendErasures();
}

/** The conversations of this scene, as workers see them; a worker may be in others too. */
function conversationsOf(cast: readonly Phone[], workers: readonly Actor<Worker>[]): WorkerConversation[] {
  const ids = cast.flatMap(({ actor }) => actor.client.conversations.map(({ view }) => view?.conversation));
  const known = ids.filter((id): id is ConversationId => id !== undefined && isId('cnv', id));
  return workers.flatMap(({ client }) =>
    known.map((id) => client.conversation(id)).filter((each) => each !== undefined),
  );
}

function observed(holder: string, open: boolean, messages: readonly Message[]): Omit<Observation, 'lostAt'> {
  const read = messages.flatMap(({ id, sender, sequence }) =>
    sender === null ? [] : [{ id: id ?? 'unreadable', sender, sequence: sequence ?? 0 }],
  );
  const own = messages.flatMap(({ id, sender, delivery }) =>
    sender === null ? [{ id: id ?? 'unreadable', sent: delivery === 'sent' || delivery === 'fetched' }] : [],
  );
  return { holder, open, read, own };
}
