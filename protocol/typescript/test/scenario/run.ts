// Plays random scenes against a real server and checks that everybody reads exactly what they may.
//   npm run scenario -- --seeds 20 [--first 1] [--processes 1] [--fake]
// Each process starts a server of its own through ops/run, once for all its seeds, and restarts it in some of them.
import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { insecureDescribeServer } from '../../src/client/index.js';
import { type InvitationId, type ProgrammeId, parseId } from '../../src/id/branded-id.js';
import { environment } from '../../src/session/environment.js';
import { HttpTransport } from '../../src/session/http-transport.js';
import { FakeServer } from '../fixture/fake-server.js';
import type { World } from './actor.js';
import { complaints, type Outcome } from './oracle.js';
import { withPlantedIntruder, withPlantedLeak, withPlantedLoss } from './planted.js';
import { Stage, type Town } from './play.js';
import { RandomNumbers } from './random-number.js';
import { ServerProcess } from './server-process.js';
import { Truth } from './truth.js';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
    fake: { type: 'boolean', default: false },
  },
});
const count = Number(options.seeds);
const first = Number(options.first);
const processes = Number(options.processes);
/** In every so manieth seed the server is restarted in the middle of it. */
const restartEvery = 7;

interface Theatre {
  readonly world: World;
  readonly teams: readonly { programme: ProgrammeId; invitations: readonly InvitationId[] }[];
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

function fakeTheatre(): Theatre {
  const server = new FakeServer();
  const { operatorKey, programme, otherProgramme } = server.directory;
  return {
    world: { baseUrl: 'http://server.test', operatorKey, fetch: server.fetch },
    teams: [programme, otherProgramme].map((each) => ({
      programme: each,
      invitations: [1, 2, 3].map(() => server.inviteTo(each)),
    })),
    restart: async () => undefined,
    close: async () => undefined,
  };
}

async function realTheatre(): Promise<Theatre> {
  const folder = await mkdtemp(join(tmpdir(), 'opstap-scenario-'));
  const server = await ServerProcess.start(join(folder, 'data'), join(folder, 'server.log'));
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { operatorKey } = await insecureDescribeServer(new HttpTransport(server.baseUrl, environment()));
    const file = await readFile(join(server.data, 'sample', 'invitations.json'), 'utf8');
    const invitations: Record<string, { invitations: string[] }> = JSON.parse(file);
    const teams = Object.entries(invitations).map(([programme, each]) => ({
      programme: parseId('prg', programme),
      invitations: each.invitations.map((text) => parseId('inv', text)),
    }));
    const fetch: World['fetch'] = (url, init) => globalThis.fetch(url, init);
    return {
      world: { baseUrl: server.baseUrl, operatorKey, fetch },
      teams,
      restart: () => server.restart(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function describe(outcomes: readonly Outcome[]): string {
  const entries = outcomes.flatMap((outcome) => outcome.entries);
  const commits = entries.filter(({ kind }) => kind === 'commit');
  const payloads = entries.flatMap(({ payload }) => (payload === undefined ? [] : [payload]));
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);
  return [
    `${payloads.length} messages`,
    `${commits.length} commits`,
    `${sum(commits.map(({ added }) => added.length))} added`,
    `${sum(commits.map(({ removed }) => removed.length))} removed`,
    `${sum(outcomes.map((outcome) => outcome.entries.at(-1)?.generation ?? 0))} generations`,
    `${payloads.length - new Set(payloads).size} sent again`,
    `leads [${outcomes.flatMap(({ leads }) => leads).join(' ')}]`,
  ].join(', ');
}

/** What is wrong, followed by the log that it is wrong with. */
function told({ entries, members }: Outcome, wrong: readonly string[]): readonly string[] {
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

/** The seeds shared out among processes, so that they play at the same time; the worst exit code of them. */
async function playApart(): Promise<number> {
  const share = Math.ceil(count / processes);
  const running: Promise<number>[] = [];
  for (let from = first; from < first + count; from += share) {
    const seeds = Math.min(share, first + count - from);
    const mode = options.fake ? ['--fake'] : [];
    const child = fork(fileURLToPath(import.meta.url), [
      '--first',
      `${from}`,
      '--seeds',
      `${seeds}`,
      ...mode,
    ]);
    running.push(new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1))));
  }
  return Math.max(...(await Promise.all(running)));
}

async function main(): Promise<number> {
  if (processes > 1) return playApart();
  const theatre = options.fake ? fakeTheatre() : await realTheatre();
  try {
    return await playAll(theatre);
  } finally {
    await theatre.close();
  }
}

/** Three workers of one programme, and two of another one. */
async function townOf(stage: Stage, { teams }: Theatre, at: number): Promise<Town> {
  const [home, other] = teams.slice(2 * at, 2 * at + 2);
  if (home === undefined || other === undefined) throw new Error('no programme is left');
  return {
    home: await stage.team(home.programme, home.invitations.slice(0, 3)),
    other: await stage.team(other.programme, other.invitations.slice(0, 2)),
  };
}

async function playAll(theatre: Theatre): Promise<number> {
  const random = new RandomNumbers(first);
  const stage = new Stage(theatre.world, new Truth(), random);
  const towns = Math.floor(theatre.teams.length / 2);
  const seedsOfTown = Math.max(2, Math.ceil(count / towns));
  let town: Town | undefined;
  let proven = false;
  for (let seed = first; seed < first + count; seed += 1) {
    const began = Date.now();
    const at = seed - first;
    if (at % seedsOfTown === 0) town = await townOf(stage, theatre, at / seedsOfTown);
    if (town === undefined) throw new Error('no town');
    random.reseed(seed);
    const restartAt = seed % restartEvery === 0 ? 5 + random.below(15) : -1;
    const failed: string[] = [];
    let outcomes: readonly Outcome[] = [];
    try {
      outcomes = await stage.play(town, async (step) => {
        if (step === restartAt) await theatre.restart();
      });
      failed.push(...outcomes.flatMap((outcome) => told(outcome, complaints(outcome))));
    } catch (error) {
      failed.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const restarted = restartAt < 0 ? '' : ', server restarted';
    console.log(
      `seed ${seed}: ${describe(outcomes)}${restarted}, ${seconds} s${failed.length === 0 ? '' : ' FAILED'}`,
    );
    if (failed.length > 0) {
      console.log(failed.map((complaint) => `  ${complaint}`).join('\n'));
      console.log(
        `repeat it with: npm run scenario -- --first ${seed} --seeds 1${options.fake ? ' --fake' : ''}`,
      );
      return 1;
    }
    proven ||= outcomes.some(provesItself);
  }
  console.log(
    proven
      ? 'the checker saw a planted leak, a planted loss and a planted intruder'
      : 'the checker was never proven',
  );
  return proven ? 0 : 1;
}

process.exitCode = await main();
