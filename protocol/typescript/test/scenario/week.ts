// A week in which nobody is left waiting unseen: seekers write to six sample programmes at random moments, and lose their phones' groups;
// workers claim, answer, go off, pause, lose their devices and are cut off, and others come in their place. The server's clock is moved
// through the week by --test-clock. At the end of every step, which is a moment, each conversation is one of these (WAI-13):
//   read      a present device, one that is switched on, not paused and not cut off, has decrypted the newest message, or does now that it
//             fetches what is new, and has its seat and its keys
//   shown     it is seen that nobody there has it: the promise or the backup's time runs, so that somebody is told at that hour, or her
//             phone was told that she may go on; or a present device shows it as not readable there, or as asked for again; or the
//             coordinator was told, as she handed it on, that nobody is left to let anybody in; or, where she was answered, the server
//             says that nobody is there, which her phone shows, and somebody comes back who reads her next words
// Everything else is a gap, and so is a phone that is there and shows another state or hour than the server keeps. Whose state it is, is
// read from the database and not from who is checked. Before that counts, one conversation more is taken from all of its devices and from
// the server's deadlines, behind everybody's back: the checker has to say that it is a gap, and that it was none before.
//   npm run week -- [--conversations 200] [--programmes 6] [--hours 1] [--seed 1]
// --hours is the length of a step. The last line is JSON.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { minuteOfWeekAt } from '../../src/routing/answer-time.js';
import { RandomNumbers } from './random-number.js';
import { ServerProcess } from './server-process.js';
import { countVerdicts, type Verdict, verdictOf } from './week-check.js';
import { Phone } from './week-phone.js';
import { Team } from './week-team.js';
import { inTurns, Town } from './week-town.js';

const { values: options } = parseArgs({
  options: {
    conversations: { type: 'string', default: '200' },
    programmes: { type: 'string', default: '6' },
    hours: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const conversations = Number(options.conversations);
const programmes = Number(options.programmes);
const stepHours = Number(options.hours);
const seed = Number(options.seed);
const weekHours = 168;
/** No conversation begins in the last hours: what nobody had time for shows nothing. */
const lastHours = 12;
/** Milliseconds in which a server with a moved clock, which looks every second, has surely told of broken promises. */
const looking = 4_000;

interface Judged {
  readonly phone: Phone;
  readonly verdict: Verdict;
  readonly told: string;
}

/** The town in its week, and the hour that it is there. */
class Week {
  readonly #town: Town;
  readonly #clock: string;
  readonly #teams: readonly Team[];
  readonly #phones: Phone[];
  #hour = 0;

  constructor(town: Town, clock: string, teams: readonly Team[], phones: readonly Phone[]) {
    this.#town = town;
    this.#clock = clock;
    this.#teams = teams;
    this.#phones = [...phones];
  }

  get now(): number {
    return Date.now() + this.#hour * 3_600_000;
  }

  /** One step: the time goes on, people come and go, write and answer. */
  async step(hour: number): Promise<void> {
    this.#hour = hour;
    await writeFile(this.#clock, String(hour * 3600));
    const minute = minuteOfWeekAt(new Date(this.now)) % 1440;
    const night = minute < 8 * 60 || minute >= 22 * 60;
    await inTurns(this.#teams, (team) => team.comeAndGo(hour, night));
    await inTurns(this.#teams, (team) => team.read(hour));
    await inTurns(this.#phones, (phone) => phone.live(hour, night));
    await inTurns(this.#teams, (team) => team.read(hour));
    await inTurns(this.#teams, (team) => team.work(hour));
    await this.settle();
  }

  /** Everybody who is there learns what happened meanwhile. */
  async settle(): Promise<void> {
    for (const until = Date.now() + looking; Date.now() < until && (await this.#isToTell()); ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await inTurns(this.#teams, (team) => team.read(this.#hour));
    await inTurns(this.#phones, (phone) => phone.lookAgain());
  }

  /** Whether the server has a broken promise before it that it hasn't told. */
  async #isToTell(): Promise<boolean> {
    const all = [...(await this.#town.kept(this.now)).values()];
    return all.some(({ waiting, answerBy }) => waiting !== 'next' && (answerBy ?? this.now) < this.now);
  }

  /** What each conversation is now. A step of the server may come between two looks: a gap is one that is there twice. */
  async judge(): Promise<readonly Judged[]> {
    const judged = await this.#judgeOnce();
    if (!judged.some(({ verdict }) => verdict === 'gap')) return judged;
    await this.settle();
    return this.#judgeOnce();
  }

  async #judgeOnce(): Promise<readonly Judged[]> {
    const all = await this.#town.kept(this.now);
    return this.#phones.flatMap((phone) => {
      const { conversation, team } = phone;
      if (conversation === undefined) return [];
      const [kept, newest] = [all.get(conversation), this.#town.newest(conversation)];
      if (kept === undefined) throw new Error('a conversation is lost');
      if (newest === undefined) return [];
      const each = {
        conversation,
        hers: newest.hers,
        devices: team.sights(conversation, newest.id, kept.devices, this.#hour),
        waiting: kept.waiting,
        answerBy: kept.answerBy,
        attended: kept.attended,
        phoneShows: phone.shows(kept),
        told: team.told && kept.successor && kept.devices.size === 0,
      };
      return [{ phone, verdict: verdictOf(each, this.now), told: JSON.stringify(each) }];
    });
  }

  /** Plants a gap in a conversation, and takes it out of the play; whether the checker saw it, and nothing before. */
  async plant(phone: Phone): Promise<boolean> {
    const verdict = async () => (await this.judge()).find((each) => each.phone === phone)?.verdict;
    await phone.say();
    await phone.look();
    await this.settle();
    const before = await verdict();
    if (phone.conversation === undefined) throw new Error('nothing to plant in');
    await phone.team.forgetNewest(phone.conversation);
    await this.#town.forgetDeadline(phone.conversation);
    await this.settle();
    const after = await verdict();
    this.#phones.splice(this.#phones.indexOf(phone), 1);
    console.log(`a conversation that was ${before} is, with what was planted: ${after}`);
    return before !== undefined && before !== 'gap' && after === 'gap';
  }
}

async function begin(server: ServerProcess, clock: string) {
  const town = await Town.of(server);
  const printed = await town.programmes(programmes);
  if (printed.length < programmes) throw new Error(`there are ${printed.length} programmes for a week`);
  const teams = await Promise.all(
    printed.map((each, at) => {
      const random = new RandomNumbers(seed * 1000 + at);
      return Team.open(town, each, random, stepHours, at % 2 === 0);
    }),
  );
  const random = new RandomNumbers(seed);
  const phones = Array.from({ length: conversations + 1 }, (_, at) => {
    const [team] = teams.slice(at % teams.length);
    if (team === undefined) throw new Error('no programme');
    // The last one is the planted gap's.
    const hour = at === conversations ? 0 : random.below(weekHours - lastHours);
    return new Phone(town, team, new RandomNumbers(seed * 1_000_000 + at), stepHours, hour);
  });
  await inTurns(phones, (phone) => phone.prepare());
  return { week: new Week(town, clock, teams, phones), teams, phones };
}

async function live(server: ServerProcess, clock: string): Promise<boolean> {
  const { week, teams, phones } = await begin(server, clock);
  const all: Verdict[] = [];
  let moments = 0;
  let planted = false;
  for (let hour = 0; hour <= weekHours; hour += stepHours) {
    await week.step(hour);
    const [last] = phones.slice(-1);
    if (hour === 0 && last !== undefined) planted = await week.plant(last);
    const judged = await week.judge();
    for (const { verdict, told } of judged)
      if (verdict === 'gap') console.log(`hour ${hour}: a gap: ${told}`);
    all.push(...judged.map(({ verdict }) => verdict));
    moments += 1;
    if ((hour + stepHours) % 24 < stepHours) {
      const { read, shown, gap } = countVerdicts(judged.map(({ verdict }) => verdict));
      const day = Math.floor(hour / 24) + 1;
      console.log(`day ${day}: ${judged.length} conversations: ${read} read, ${shown} shown, ${gap} gaps`);
    }
  }
  const { gap, ...rest } = countVerdicts(all);
  const people = sumOf(teams.map(({ happened }) => happened));
  const seekers = sumOf(phones.map(({ happened }) => happened));
  console.log(`workers: ${told(people)}; phones: ${told(seekers)}`);
  const begun = phones
    .slice(0, conversations)
    .filter(({ conversation }) => conversation !== undefined).length;
  console.log(
    JSON.stringify({
      week: true,
      conversations: begun,
      moments,
      checked: all.length,
      ...rest,
      planted,
      gaps: gap,
    }),
  );
  return planted && gap === 0 && begun === conversations;
}

function sumOf(all: readonly Readonly<Record<string, number>>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const each of all)
    for (const [name, count] of Object.entries(each)) sum.set(name, (sum.get(name) ?? 0) + count);
  return sum;
}

function told(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}

async function main(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'opstap-week-'));
  const clock = join(folder, 'ahead');
  await writeFile(clock, '0');
  let server: ServerProcess | undefined;
  try {
    const moved = ['--test-clock', clock, '--admission-attempts', '1'];
    server = await ServerProcess.start(join(folder, 'data'), join(folder, 'server.log'), moved);
    return await live(server, clock);
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
