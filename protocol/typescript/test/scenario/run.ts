// Plays random scenes against a real server and checks that everybody reads exactly what they may.
//   npm run scenario -- --seeds 20 [--first 1] [--at-once 4] [--fake]
// It starts one server through ops/run, plays some seeds at a time against it, and restarts it in the middle of some of them.
import { parseArgs } from 'node:util';
import { Intermission } from './intermission.js';
import { useNativeCrypto } from './native-crypto.js';
import { complaints, type Outcome } from './oracle.js';
import { withPlantedIntruder, withPlantedLeak, withPlantedLoss } from './planted.js';
import { Stage, type Town } from './play.js';
import { RandomNumbers } from './random-number.js';
import { tallyOf, told } from './tally.js';
import { fakeTheatre, type Invited, realTheatre, type Theatre } from './theatre.js';
import { Truth } from './truth.js';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '4' },
    fake: { type: 'boolean', default: false },
  },
});
const count = Number(options.seeds);
const first = Number(options.first);
/** The server in memory has programmes for one. */
const atOnce = options.fake ? 1 : Math.min(count, Number(options['at-once']));
/** In every so manieth seed the server is restarted in the middle of it, and of those that are played beside it. */
const restartEvery = 14;
/** In a run that is shorter, the compiler's last stage costs the server more than it gains. */
const longRun = 100;
/** Among so many seeds everything happens that a play is about. */
const enough = 20;

/** What is wrong, followed by the log that it is wrong with. */
function toldWrong({ entries, members }: Outcome, wrong: readonly string[]): readonly string[] {
  if (wrong.length === 0) return [];
  const lines = entries.map(({ sequence, sender, kind, generation, epoch, payload = '', added, removed }) => {
    const change = kind === 'commit' ? `adds [${added.join(' ')}] removes [${removed.join(' ')}]` : payload;
    return `    ${sequence} ${generation}/${epoch} ${kind} of ${sender} ${change}`;
  });
  const lost = members.map(
    ({ holder, open, lostAt }) => `    ${holder} ${open ? 'open' : 'closed'}, lost at [${lostAt.join(' ')}]`,
  );
  return [...wrong, ...lost, ...lines];
}

/** The checker has to see what is planted in a real outcome, before its silence counts. */
function provesItself(outcome: Outcome): boolean {
  const planted = [withPlantedLeak(outcome), withPlantedLoss(outcome), withPlantedIntruder(outcome)];
  return planted.every((each) => each !== undefined && complaints(each).length > 0);
}

/** All seeds of one run, some at a time, and what came of them. */
class Run {
  readonly #theatre: Theatre;
  readonly #seeds = Array.from({ length: count }, (_, at) => first + at);
  readonly #teams: Invited[];
  readonly #intermission = new Intermission(atOnce);
  readonly #outcomes: Outcome[] = [];
  readonly #failed: number[] = [];
  #proven = false;

  constructor(theatre: Theatre) {
    this.#theatre = theatre;
    this.#teams = [...theatre.teams];
  }

  /** Plays all; the exit code. */
  async play(): Promise<number> {
    const began = Date.now();
    await Promise.all(Array.from({ length: atOnce }, () => this.#playSome()));
    const tally = tallyOf(this.#outcomes);
    const seconds = (Date.now() - began) / 1000;
    console.log(
      `${count} seeds in ${seconds.toFixed(0)} s, ${(seconds / count).toFixed(1)} s each: ${told(tally)}`,
    );
    const missing = [...tally].filter(([, times]) => times === 0).map(([name]) => name);
    const lacking = count >= enough && missing.length > 0;
    if (lacking) console.log(`it never happened: ${missing.join(', ')}`);
    if (this.#failed.length > 0) console.log(`FAILED: ${this.#failed.join(' ')}`);
    console.log(
      this.#proven
        ? 'the checker saw a planted leak, a planted loss and a planted intruder'
        : 'the checker was never proven',
    );
    return this.#proven && !lacking && this.#failed.length === 0 ? 0 : 1;
  }

  /** One seed after the other with the same people, until none is left; with others where one failed. */
  async #playSome(): Promise<void> {
    try {
      let scene: { stage: Stage; town: Town; random: RandomNumbers } | undefined;
      for (let seed = this.#seeds.shift(); seed !== undefined; seed = this.#seeds.shift()) {
        await this.#intermission.pass();
        if (scene === undefined && this.#teams.length < 2) return;
        scene ??= await this.#open();
        if (!(await this.#playOne(seed, scene))) scene = undefined;
      }
    } finally {
      this.#intermission.leave();
    }
  }

  /** Three workers of one programme, and two of another one. */
  async #open(): Promise<{ stage: Stage; town: Town; random: RandomNumbers }> {
    const [home, other] = this.#teams.splice(0, 2);
    if (home === undefined || other === undefined) throw new Error('no programme is left');
    const random = new RandomNumbers(first);
    const stage = new Stage(this.#theatre.world, new Truth(), random);
    const town = {
      home: await stage.team(home.programme, home.invitations.slice(0, 3)),
      other: await stage.team(other.programme, other.invitations.slice(0, 2)),
    };
    return { stage, town, random };
  }

  async #playOne(
    seed: number,
    { stage, town, random }: { stage: Stage; town: Town; random: RandomNumbers },
  ): Promise<boolean> {
    const began = Date.now();
    random.reseed(seed);
    const restartAt = seed % restartEvery === 0 ? 5 + random.below(15) : -1;
    const wrong: string[] = [];
    let outcomes: readonly Outcome[] = [];
    try {
      outcomes = await stage.play(town, (step) =>
        step === restartAt
          ? this.#intermission.hold(() => this.#theatre.restart())
          : this.#intermission.pass(),
      );
      wrong.push(...outcomes.flatMap((outcome) => toldWrong(outcome, complaints(outcome))));
    } catch (error) {
      wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const restarted = restartAt < 0 ? '' : ', server restarted';
    const result = wrong.length === 0 ? '' : ' FAILED';
    console.log(`seed ${seed}: ${told(tallyOf(outcomes))}${restarted}, ${seconds} s${result}`);
    if (wrong.length > 0) {
      console.log(wrong.map((each) => `  ${each}`).join('\n'));
      const mode = options.fake ? ' --fake' : '';
      console.log(`repeat it with: npm run scenario -- --first ${seed} --seeds 1${mode}`);
      this.#failed.push(seed);
      return false;
    }
    this.#outcomes.push(...outcomes);
    this.#proven ||= outcomes.some(provesItself);
    return true;
  }
}

async function main(): Promise<number> {
  await useNativeCrypto();
  if (count < longRun) process.env['JAVA_TOOL_OPTIONS'] ??= '-XX:TieredStopAtLevel=1';
  const theatre = options.fake ? fakeTheatre() : await realTheatre();
  try {
    return await new Run(theatre).play();
  } finally {
    await theatre.close();
  }
}

process.exitCode = await main();
