// Stories 5 and 7 against a fresh server: another programme is proposed to her, one is full, the next one takes her on, and the first one is out of it. Run by
// ops/demo --story handover.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insecureDescribeServer, openSeeker, openWorker, type Worker } from '../../src/client/index.js';
import type { SeekerConversation } from '../../src/client/seeker-conversation.js';
import type { WorkerConversation } from '../../src/client/worker-conversation.js';
import { currentStatuses } from '../../src/directory/status-book.js';
import { decodeGeography, municipalityCodeOf } from '../../src/geography/geography.js';
import { type ProgrammeId, parseId } from '../../src/id/branded-id.js';
import { formatInstant } from '../../src/json/json-value.js';
import { hasCode } from '../../src/problem/opstap-error.js';
import { dutchDayAt, minuteOfWeekAt } from '../../src/routing/answer-time.js';
import { receivingProgrammes } from '../../src/routing/lead-ranking.js';
import { type RankedProgramme, rank } from '../../src/routing/ranking.js';
import { environment } from '../../src/session/environment.js';
import { HttpTransport } from '../../src/session/http-transport.js';
import { FileStorage } from '../fixture/file-storage.js';
import { ServerProcess } from './server-process.js';
import { check, heading, say } from './telling.js';
import { searchWhatIsLeft } from './what-is-left.js';

const workerName = 'Marjolein van het uitstapteam';
const words = {
  first: 'Hoi, ik schrijf jullie al een tijd. Ik ga volgende maand bij mijn zus in Utrecht wonen.',
  answer: 'Dan zoek ik iemand daar voor je, als jij dat wilt. Jij beslist of die erbij komt.',
  whyFirst: 'Zij werken in de gemeente van je zus, en zijn vandaag open.',
  whyNext: 'De vorige zat vol. Deze is iets verder weg, maar spreekt jouw taal.',
  secret: 'Wat ik hier schreef over mijn schulden is alleen voor jou, Marjolein.',
  hello: 'Dat wil ik wel. Wat fijn dat het zonder opnieuw beginnen kan.',
  newcomer: 'Dag, ik ben Samira. Ik lees alleen wat er vanaf nu komt; vertel me wat je kwijt wilt.',
  goodbye: 'Ik laat je met een gerust hart gaan. Succes in Utrecht!',
  after: 'Samira, vandaag heb ik de sleutel gekregen.',
  last: 'Gefeliciteerd! Zullen we morgen samen de papieren doen?',
};

function textsIn({ messages }: SeekerConversation | WorkerConversation): readonly string[] {
  return messages.flatMap(({ payload }) => (payload?.type === 'text' ? [payload.text] : []));
}

function theOne(client: Worker): WorkerConversation {
  const [conversation] = client.conversations;
  if (conversation === undefined) throw new Error('no conversation on this console');
  return conversation;
}

/** A server that says what it doesn't: whatever programme it names, it answers everything else as before. */
function lying(about: { programme: ProgrammeId | null }) {
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const answer = await globalThis.fetch(url, init);
    const { programme } = about;
    if (programme === null || init.method !== 'GET' || !/\/v1\/conversations\/cnv_[^/]*$/.test(url))
      return answer;
    return Response.json({ ...(await answer.json()), programme }, { headers: answer.headers });
  };
  return fetch;
}

/** Plays the story; gives every text that nobody may find. */
async function play(server: ServerProcess, folder: string): Promise<readonly string[]> {
  const { operatorKey } = await insecureDescribeServer(new HttpTransport(server.baseUrl, environment()));
  const options = async (name: string) => ({
    baseUrl: server.baseUrl,
    operatorKey,
    storage: await FileStorage.open(join(folder, `${name}.json`)),
  });
  const invitations: Record<string, { invitations: string[] }> = JSON.parse(
    await readFile(join(server.data, 'sample', 'invitations.json'), 'utf8'),
  );
  const openConsole = async (name: string, programme: ProgrammeId, at: number): Promise<Worker> => {
    const worker = await openWorker(await options(name));
    await worker.register(parseId('inv', invitations[programme]?.invitations[at] ?? ''));
    await worker.awaitCredential(250, 240);
    await worker.keepStock(10);
    return worker;
  };
  const about: { programme: ProgrammeId | null } = { programme: null };

  heading('A conversation with two of Apeldoorn');
  const phone = await openSeeker({ ...(await options('phone')), environment: { fetch: lying(about) } });
  const { release, statuses } = await phone.refresh();
  const programmes = release.content.programmes;
  const nameOf = (id: ProgrammeId) => programmes.find((each) => each.id === id)?.name ?? '?';
  const apeldoorn = programmes.find(({ name }) => name.includes('Apeldoorn'))?.id;
  if (apeldoorn === undefined) throw new Error('no programme in Apeldoorn');
  const worker = await openConsole('worker', apeldoorn, 0);
  const backup = await openConsole('backup', apeldoorn, 1);
  await backup.setDuty('backup');
  const hers = await phone.begin(apeldoorn);
  await hers.send({ text: words.first, language: 'nl' });
  await hers.sync();
  say('phone', `“${words.first}”`);
  await worker.sync();
  await backup.sync();
  const his = theOne(worker);
  await his.claim();
  await his.introduce(workerName);
  await his.send({ text: words.answer });
  await his.sync();
  await hers.send({ text: words.secret });
  await hers.sync();
  await his.sync();
  say('worker', `“${words.answer}”`);

  heading('Another programme, proposed');
  const geography = decodeGeography(
    JSON.parse(await readFile(new URL('../../../geography/municipalities.json', import.meta.url), 'utf8')),
  );
  const now = new Date();
  const ranking = rank(
    release.content,
    currentStatuses(statuses, formatInstant(now.getTime())),
    {
      municipality: municipalityCodeOf('GM0344'),
      languages: ['nl'],
      minuteOfWeek: minuteOfWeekAt(now),
      today: dutchDayAt(now),
    },
    geography,
  );
  const [first, next] = receivingProgrammes(ranking, apeldoorn, []);
  if (first === undefined || next === undefined) throw new Error('no programme is left');
  const reasonsOf = ({ reasons }: RankedProgramme) => reasons.map(({ code }) => code);
  const full = await openConsole('full', first.programme, 0);
  const receiving = await openConsole('receiving', next.programme, 0);
  const proposed = await his.leads.propose(first.programme, {
    text: words.whyFirst,
    reasons: reasonsOf(first),
  });
  say('worker', `proposes ${nameOf(first.programme)}: “${words.whyFirst}”`);
  check((await full.leads()).length === 0, 'a programme that she hasn’t let in hears nothing of her');
  await hers.sync();
  const leads = await hers.leads();
  const [offered] = await leads.list();
  check(offered?.text === words.whyFirst && offered.to === first.programme, 'she reads who it is and why');
  about.programme = first.programme;
  await hers.send({ text: words.hello });
  const refused = await hers.sync().catch((error: unknown) => error);
  check(hasCode(refused, 'programme-changed'), 'a server that moves her isn’t followed');
  about.programme = null;
  say('phone', 'is told by the server that she is with that programme already: says so, and sends nothing');
  const before = performance.now();
  await leads.consent(proposed);
  say('phone', `lets it in by a Commit of her own, in ${Math.round(performance.now() - before)} ms`);

  heading('Full; the next one');
  await full.sync();
  const fulls = theOne(full);
  check(textsIn(fulls).length === 0, 'who came in reads nothing from before');
  await fulls.leads.answer(proposed, { answer: 'full' });
  check(fulls.standing === 'closed', 'who declines is out of it at once');
  say('other', `${nameOf(first.programme)} is full, and out of the conversation`);
  await his.sync();
  const second = await his.leads.propose(next.programme, { text: words.whyNext, reasons: reasonsOf(next) });
  say('worker', `proposes ${nameOf(next.programme)}: “${words.whyNext}”`);
  await hers.sync();
  await leads.consent(second);
  await receiving.sync();
  const theirs = theOne(receiving);
  await theirs.leads.answer(second, { answer: 'accepted' });
  say('other', `${nameOf(next.programme)} takes her on`);

  heading('Both are there');
  await theirs.send({ text: words.newcomer });
  await theirs.sync();
  say('other', `“${words.newcomer}”`);
  await his.sync();
  await his.send({ text: words.goodbye });
  await his.sync();
  say('worker', `“${words.goodbye}”`);
  await hers.sync();
  await theirs.sync();
  check(!textsIn(theirs).includes(words.secret), 'the newcomer reads nothing from before it came');
  check(textsIn(theirs).includes(words.goodbye), 'and reads what comes since');

  heading('Handed over, while the first programme is away');
  await theirs.leads.handOver(second);
  check(theirs.fixedContact === receiving.device, 'the receiving one is the fixed contact');
  check((await theirs.leads.list()).at(-1)?.state === 'handed-over', 'the lead is handed over');
  say(
    'other',
    'hands over, and takes both devices of Apeldoorn out of the keys: nobody has to wait for them',
  );
  await hers.send({ text: words.after });
  await hers.sync();
  check(hers.programme === next.programme, 'her phone follows to the programme that she let in');
  say('phone', `“${words.after}”`);
  await theirs.sync();
  await theirs.send({ text: words.last });
  await theirs.sync();
  await hers.sync();
  check(textsIn(hers).at(-1) === words.last, 'she reads the answer');
  say('other', `“${words.last}”`);
  for (const client of [worker, backup]) {
    await client.sync();
    const old = theOne(client);
    check(old.standing === 'closed', 'the first programme is out of it');
    check(!textsIn(old).includes(words.after), 'and reads nothing of what came after');
  }
  const outgoing = (await worker.leads()).map(({ state, reason }) => reason ?? state);
  say('worker', `comes back, and sees how the leads went: ${outgoing.sort().join(', ')}`);
  const all = textsIn(hers).filter((text) => Object.values(words).includes(text));
  check(new Set(all).size === all.length, 'she sees everything once');

  heading('What the server knew');
  say('server', 'between which two programmes, on which days, and how each lead ended');
  say('server', 'not: why, who she is, what was said, or that she could be moved without her phone');
  return [...Object.values(words), workerName];
}

async function main(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'opstap-demo-'));
  let server: ServerProcess | undefined;
  try {
    say('demo', 'starts a fresh server');
    server = await ServerProcess.start(join(folder, 'data'), join(folder, 'server.log'));
    const texts = await play(server, folder);
    const plaintextFound = await searchWhatIsLeft(server, texts);
    const ok = plaintextFound === 0;
    console.log(
      `\n${JSON.stringify({ demo: 'handover', ok, leads: 2, messages: Object.keys(words).length, plaintextFound })}`,
    );
    return ok;
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
