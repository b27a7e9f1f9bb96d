import { openSeeker, openWorker, type Seeker, type Worker } from '../../src/client/index.js';
import type { WorkerConversation } from '../../src/client/worker-conversation.js';
import type { Message } from '../../src/conversation/message.js';
import { type ConversationId, type InvitationId, isId, type ProgrammeId } from '../../src/id/branded-id.js';
import { Actor, type World } from './actor.js';
import type { ChaosRates } from './chaos.js';
import type { Observation, Outcome } from './oracle.js';
import type { RandomNumbers } from './random-number.js';
import type { Truth } from './truth.js';

const phones = 2;
const steps = 24;
const roughRates: ChaosRates = { lose: 0.04, double: 0.03 };
const calmRates: ChaosRates = { lose: 0, double: 0 };

/** Three workers of one programme, each with a device that is registered and has key packages. */
export interface Team {
  readonly programme: ProgrammeId;
  readonly workers: readonly Actor<Worker>[];
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

  constructor(world: World, truth: Truth, random: RandomNumbers) {
    this.#world = world;
    this.#truth = truth;
    this.#random = random;
  }

  async team(programme: ProgrammeId, invitations: readonly InvitationId[]): Promise<Team> {
    const workers: Actor<Worker>[] = [];
    for (const [at, invitation] of invitations.slice(0, 3).entries()) {
      const actor = this.#actor(`worker ${at + 1}`, openWorker);
      const worker = await actor.restart();
      await worker.register(invitation);
      await worker.awaitCredential(250, 100);
      await worker.keepStock(12);
      await worker.setDuty(at === 0 ? 'primary' : at === 1 ? 'backup' : 'off');
      workers.push(actor);
    }
    return { programme, workers };
  }

  /** One scene: messages, racing Commits, losses, deaths; then calm, until everybody has everything. */
  async play(
    team: Team,
    between: (step: number) => Promise<void> = async () => undefined,
  ): Promise<readonly Outcome[]> {
    const cast = await Promise.all(
      Array.from({ length: phones }, (_, at) => this.#phone(`phone ${at + 1}`, team)),
    );
    this.#rates = roughRates;
    for (let step = 0; step < steps; step += 1) {
      await between(step);
      await Promise.all(this.#some([...cast, ...team.workers]).map((each) => this.#scene(each, cast, team)));
    }
    this.#rates = calmRates;
    await this.#calm(cast, team);
    for (const { actor } of cast) await actor.client.conversations[0]?.send({ text: 'last words' });
    for (const conversation of conversationsOf(cast, team)) {
      if (conversation.standing === 'open') await conversation.send({ text: 'last words' });
    }
    await this.#calm(cast, team);
    return cast.map((phone) => this.#outcome(phone, team));
  }

  async #phone(name: string, { programme }: Team): Promise<Phone> {
    const actor = this.#actor(name, openSeeker);
    const seeker = await actor.restart();
    await seeker.directory.refresh();
    const conversation = await seeker.begin(programme);
    await conversation.send({ text: `${name} says hello` });
    return { actor, lostAt: [] };
  }

  #scene(who: Phone | Actor<Worker>, cast: readonly Phone[], team: Team): Promise<void> {
    const dieAfter = this.#random.chance(0.15) ? 1 + this.#random.below(30) : undefined;
    return who instanceof Actor
      ? this.#workerScene(who, cast, team, dieAfter)
      : this.#phoneScene(who, dieAfter);
  }

  async #phoneScene(phone: Phone, dieAfter: number | undefined): Promise<void> {
    const { actor } = phone;
    const roll = this.#random.next();
    if (roll < 0.05) return this.#losePhone(phone);
    await actor.act(async (seeker) => {
      const [conversation] = seeker.conversations;
      if (roll < 0.75) await conversation?.send({ text: `words ${this.#random.below(1_000_000)}` });
      if (roll < 0.6 || roll >= 0.75) await conversation?.sync();
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
    { workers }: Team,
    dieAfter: number | undefined,
  ): Promise<void> {
    const roll = this.#random.next();
    const pick = this.#random.next();
    const other = this.#random.pick(workers.filter((each) => each !== actor)).client.device;
    await actor.act(async (worker) => {
      if (roll < 0.2) return worker.sync();
      const conversations = conversationsOf(cast, { workers: [actor] }).filter(
        ({ standing }) => standing === 'open',
      );
      const conversation = conversations[Math.floor(pick * conversations.length)];
      if (conversation === undefined || other === null) return worker.sync();
      if (roll < 0.5) {
        await conversation.send({ text: `answer ${this.#random.below(1_000_000)}` });
        return conversation.sync();
      }
      if (roll < 0.72) return conversation.addColleague(other);
      if (roll < 0.84) return conversation.removeColleague(other);
      return roll < 0.96 ? conversation.updateKeys() : conversation.claim();
    }, dieAfter);
  }

  async #calm(cast: readonly Phone[], { workers }: Team): Promise<void> {
    // Asking for what could not be read and sending it again takes a few rounds; two without a new entry are enough.
    for (let quiet = 0, round = 0; quiet < 2 && round < 12; round += 1) {
      const before = this.#truth.size;
      for (const { actor } of cast) await actor.act((seeker) => seeker.sync());
      for (const actor of workers)
        await actor.act((worker) => worker.keepStock(12).then(() => worker.sync()));
      quiet = this.#truth.size === before ? quiet + 1 : 0;
    }
  }

  #outcome({ actor, lostAt }: Phone, { workers }: Team): Outcome {
    const [conversation] = actor.client.conversations;
    const view = conversation?.view;
    const pseudonym = view?.members.find(({ holder }) => holder.startsWith('psn_'))?.holder;
    if (conversation === undefined || view === null || view === undefined || pseudonym === undefined) {
      throw new Error(`${actor.name} never got to the server`);
    }
    const devices = workers.flatMap(({ client }) => {
      const theirs = client.conversation(view.conversation);
      if (theirs === undefined || client.device === null) return [];
      return [{ ...observed(client.device, theirs.standing !== 'closed', theirs.messages), lostAt: [] }];
    });
    const members = [{ ...observed(pseudonym, true, conversation.messages), lostAt }, ...devices];
    const shown = new Set(members.flatMap(({ read, own }) => [...read, ...own].map(({ id }) => id)));
    return { entries: this.#truth.log(view.conversation), pseudonym, members, shown };
  }

  #some<T>(people: readonly T[]): T[] {
    const shuffled = [...people].sort(() => this.#random.next() - 0.5);
    return shuffled.slice(0, 1 + this.#random.below(4));
  }

  #actor<Client>(name: string, open: ConstructorParameters<typeof Actor<Client>>[5]): Actor<Client> {
    return new Actor(name, this.#world, this.#truth, this.#random, () => this.#rates, open);
  }
}

/** The conversations of this scene, as workers see them; a worker may be in others too. */
function conversationsOf(cast: readonly Phone[], { workers }: Pick<Team, 'workers'>): WorkerConversation[] {
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
