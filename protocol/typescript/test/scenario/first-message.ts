// Stories 1 and 2 against a fresh server: a first message, an answer, restarts, and what the server kept of it. Run by ops/demo.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insecureDescribeServer, openSeeker, openWorker } from '../../src/client/index.js';
import type { Message } from '../../src/conversation/message.js';
import { currentStatuses } from '../../src/directory/status-book.js';
import { decodeGeography } from '../../src/geography/geography.js';
import { parseId } from '../../src/id/branded-id.js';
import { formatInstant } from '../../src/json/json-value.js';
import { dutchDayAt, minuteOfWeekAt } from '../../src/routing/answer-time.js';
import { decodePlaces, searchPlaces } from '../../src/routing/places.js';
import { type RankedProgramme, rank } from '../../src/routing/ranking.js';
import { type Environment, environment } from '../../src/session/environment.js';
import { HttpTransport } from '../../src/session/http-transport.js';
import { FileStorage } from '../fixture/file-storage.js';
import { TappedLine } from '../fixture/tapped-line.js';
import { TestRelay } from '../fixture/test-relay.js';
import { ServerProcess } from './server-process.js';
import { check, heading, say } from './telling.js';
import { tellWays } from './ways.js';
import { searchWhatIsLeft } from './what-is-left.js';

const workerName = 'Marjolein van het uitstapteam';
const words = {
  first: 'Hoi, ik werk in een club en ik weet niet of ik ermee door wil. Kan ik met iemand praten?',
  welcome:
    'Dag, fijn dat je schrijft. Ik ben Marjolein. Je hoeft niks te beslissen, we kunnen gewoon praten.',
  thanks: 'Dank je. Ik heb ook schulden, en niemand hier weet dat ik schrijf.',
  calm: 'Dat blijft zo. Hier ziet niemand wie je bent. Zullen we beginnen met die brief van de deurwaarder?',
  photo: 'Ja graag, maar pas na het weekend. Ik schrijf vannacht verder als het rustig is.',
  night: 'Goed. Ik lees het, ook vannacht. En als het dringend is, zeg het meteen.',
};

async function geographyFile(name: string) {
  return JSON.parse(await readFile(new URL(`../../../geography/${name}`, import.meta.url), 'utf8'));
}

function because({ reasons }: RankedProgramme): string {
  const said: Record<string, string> = {
    'covers-municipality': 'works for this municipality',
    'open-now': 'open now',
    'hours-unknown': 'opening hours unknown',
    'speaks-language': 'speaks Dutch',
    'national-fallback': 'works for the whole country',
  };
  return reasons
    .map((reason) => {
      if (reason.code === 'near') return `${Math.round(reason.metres / 1000)} km away`;
      if (reason.code === 'opens-in') return `opens in ${span(reason.minutes)}`;
      return said[reason.code] ?? reason.code;
    })
    .join(', ');
}

function span(minutes: number): string {
  if (minutes < 90) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}

function textIn(message: Message | undefined): string {
  return message?.payload?.type === 'text' ? message.payload.text : '?';
}

/** Everything between the two: her phone asks the relay, the relay asks the server over a line on which it is heard what it asks. */
interface Scene {
  readonly server: ServerProcess;
  readonly relay: TestRelay;
  readonly line: TappedLine;
  readonly folder: string;
}

/** Plays the stories; gives every text that was sent. */
async function play({ server, relay, line, folder }: Scene): Promise<readonly string[]> {
  const { operatorKey } = await insecureDescribeServer(new HttpTransport(server.baseUrl, environment()));
  const phoneFile = join(folder, 'phone.json');
  const consoleFile = join(folder, 'console.json');
  const options = async (file: string) => ({
    baseUrl: server.baseUrl,
    operatorKey,
    storage: await FileStorage.open(file),
  });
  const direct: string[] = [];
  const herWay: Environment['fetch'] = (url, init) => {
    const { origin, pathname } = new URL(url);
    if (origin === server.baseUrl) direct.push(pathname);
    return globalThis.fetch(url, init);
  };
  const herOptions = async () => ({ ...(await options(phoneFile)), environment: { fetch: herWay } });
  const geography = decodeGeography(await geographyFile('municipalities.json'));
  const places = decodePlaces(await geographyFile('places.json'), geography);

  heading('An outreach worker of the programme in Apeldoorn');
  const invitation = /invitation of [^\n]*: (inv_\S+)/.exec(server.said)?.[1] ?? '';
  let worker = await openWorker(await options(consoleFile));
  await worker.register(parseId('inv', invitation));
  await worker.awaitCredential(250, 240);
  await worker.keepStock(10);
  await worker.setDuty('primary');
  say('worker', 'accepts the invitation, makes her keys on her own device and publishes them');

  heading('A phone near Heerde');
  let seeker = await openSeeker(await herOptions());
  const { release, statuses } = await seeker.refresh();
  check(seeker.relayed, 'the directory names a relay');
  say(
    'phone',
    'fetches the directory like everybody else; it names a relay, and all that follows goes through it',
  );
  const now = new Date();
  const [place] = searchPlaces(places, geography, 'heerd', formatInstant(now.getTime()).slice(0, 10));
  check(place?.name === 'Heerde', 'Heerde is found');
  say('phone', `types “heerd”, sees: ${place?.name} (the phone looked it up itself; nothing was sent)`);
  const { programmes } = rank(
    release.content,
    currentStatuses(statuses, formatInstant(now.getTime())),
    {
      ...(place === undefined ? {} : { municipality: place.municipality.code }),
      languages: ['nl'],
      minuteOfWeek: minuteOfWeekAt(now),
      today: dutchDayAt(now),
    },
    geography,
  );
  const nameOf = ({ programme }: RankedProgramme) =>
    release.content.programmes.find(({ id }) => id === programme)?.name ?? '?';
  for (const [at, ranked] of programmes.slice(0, 3).entries()) {
    say(
      'phone',
      `${at + 1}. ${nameOf(ranked)}: ${because(ranked)}; an answer within ${span(ranked.answersWithin)}`,
    );
  }
  const [chosen] = programmes;
  if (chosen === undefined) throw new Error('no programme fits');
  check(nameOf(chosen).includes('Apeldoorn'), 'Apeldoorn comes first');
  let hers = await seeker.begin(chosen.programme);
  const municipality = place?.municipality.code;
  await hers.send({
    text: words.first,
    language: 'nl',
    urgent: true,
    facets: { ...(municipality === undefined ? {} : { municipality: [municipality] }), areas: ['meaning'] },
  });
  await hers.sync();
  say('phone', `“${words.first}”`);
  const answerBy = hers.view?.answerBy ?? now.getTime();
  say(
    'phone',
    `is told: sent, encrypted for that team alone; an answer is promised by ${new Date(answerBy).toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' })}`,
  );

  heading('The console');
  await worker.sync();
  let [his] = worker.conversations;
  if (his === undefined) throw new Error('the worker sees no conversation');
  const { waiting, urgent, language } = his.queueEntry;
  check(
    urgent && language === 'nl' && textIn(his.messages[0]) === words.first,
    'the worker reads what was sent',
  );
  say(
    'worker',
    `sees a new conversation: waiting ${Math.round((waiting ?? 0) / 1000)} s, ${urgent ? 'urgent' : 'not urgent'}, in “${language}”`,
  );
  await his.claim();
  await his.introduce(workerName);
  await his.send({ text: words.welcome });
  await his.sync();
  say('worker', 'claims it');
  say('worker', `“${words.welcome}”`);

  heading('Back on the phone');
  await hers.sync();
  check(hers.fixedContact === worker.device, 'she sees that a person has it');
  check(textIn(hers.messages.at(-1)) === words.welcome, 'she reads the answer');
  check(hers.messages[0]?.delivery === 'fetched', 'she sees that her message was fetched');
  say('phone', `sees that a person has it: ${workerName}; her message was fetched`);
  say('phone', `reads “${textIn(hers.messages.at(-1))}”`);

  heading('Both close everything, and the server restarts');
  await hers.send({ text: words.thanks });
  say('phone', `“${words.thanks}” (no connection: kept here)`);
  await server.restart();
  seeker = await openSeeker(await herOptions());
  worker = await openWorker(await options(consoleFile));
  const [again] = seeker.conversations;
  [his] = worker.conversations;
  if (again === undefined || his === undefined) throw new Error('a conversation was forgotten');
  hers = again;
  check(hers.messages.at(-1)?.delivery === 'kept-here', 'what was kept is still there');
  await hers.sync();
  await worker.sync();
  check(textIn(his.messages.at(-1)) === words.thanks, 'it arrives after the restart');
  say('phone', 'opens again: same conversation, same person; what was kept is sent now');
  for (const [who, text] of [
    ['worker', words.calm],
    ['phone', words.photo],
    ['worker', words.night],
  ] as const) {
    await (who === 'phone' ? hers : his).send({ text });
    await (who === 'phone' ? hers : his).sync();
    await (who === 'phone' ? his : hers).sync();
    check(textIn((who === 'phone' ? his : hers).messages.at(-1)) === text, 'the other side reads it');
    say(who, `“${text}”`);
  }

  heading('What the relay saw, and what the server saw of her');
  tellWays({ relay, line, direct });

  heading('What the server knew');
  const { view } = hers;
  if (view === null) throw new Error('no view');
  say(
    'server',
    `a conversation ${view.conversation} with ${nameOf(chosen)}, and the days on which it was used`,
  );
  say(
    'server',
    `that ${view.members.length} keys are in it, one of them a pseudonym’s; who holds that key it can’t say`,
  );
  say(
    'server',
    `${view.latest} entries of ciphertext in a few fixed sizes, each dropped once everybody had it`,
  );
  say('server', 'not: a word, a name, a language, urgency, a place, an address, a phone');
  return [...Object.values(words), workerName];
}

async function main(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'opstap-demo-'));
  let server: ServerProcess | undefined;
  let relay: TestRelay | undefined;
  let line: TappedLine | undefined;
  try {
    relay = await TestRelay.start();
    say('demo', 'starts a fresh server, and a relay in front of it that is somebody else’s');
    const options = ['--relay', relay.origin];
    server = await ServerProcess.start(join(folder, 'data'), join(folder, 'server.log'), options);
    line = await TappedLine.to(server.port);
    relay.gateway = line.url;
    const texts = await play({ server, relay, line, folder });
    const plaintextFound = await searchWhatIsLeft(server, texts);
    const ok = plaintextFound === 0;
    console.log(
      `\n${JSON.stringify({ demo: 'first-message', ok, messages: Object.keys(words).length, plaintextFound })}`,
    );
    return ok;
  } finally {
    await relay?.close();
    await line?.close();
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
