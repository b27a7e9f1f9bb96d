// Story 3 against a fresh server: she writes, makes a return phrase, and goes on from another phone. Run by ops/demo --story return.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insecureDescribeServer, openSeeker, openWorker, type Seeker } from '../../src/client/index.js';
import type { SeekerConversation } from '../../src/client/seeker-conversation.js';
import type { WorkerConversation } from '../../src/client/worker-conversation.js';
import { parseId } from '../../src/id/branded-id.js';
import { environment } from '../../src/session/environment.js';
import { HttpTransport } from '../../src/session/http-transport.js';
import { drawPhrase, readPhrase } from '../../src/vault/phrase.js';
import { FileStorage } from '../fixture/file-storage.js';
import { ServerProcess } from './server-process.js';
import { check, heading, say } from './telling.js';
import { searchWhatIsLeft } from './what-is-left.js';

const workerName = 'Marjolein van het uitstapteam';
const words = {
  first: 'Hoi, mag ik hier later op terugkomen? Ik heb vaak een andere telefoon.',
  welcome: 'Dag, ik ben Marjolein. Dat mag altijd. Maak een terugkeerzin, dan vind je dit gesprek terug.',
  thanks: 'Dat heb ik gedaan. Ik schrijf morgen verder.',
  meanwhile: 'Prima. Ik heb ondertussen de brief van de gemeente voor je nagekeken.',
  back: 'Daar ben ik weer, op een andere telefoon. Wat stond er in?',
  answer: 'Dat je tot vrijdag de tijd hebt. We kunnen er morgen samen naar kijken.',
};

/** Everything that somebody reads in a conversation. */
function textsIn({ messages }: SeekerConversation | WorkerConversation): readonly string[] {
  return messages.flatMap(({ payload }) => (payload?.type === 'text' ? [payload.text] : []));
}

function theOne(client: Seeker): SeekerConversation {
  const [conversation] = client.conversations;
  if (conversation === undefined) throw new Error('no conversation on this phone');
  return conversation;
}

/** Makes a phrase as the page does: shown once, two of its words given back. */
async function makePhrase(client: Seeker): Promise<readonly string[]> {
  const phrase = await client.makePhrase();
  const shown = phrase.words('nl');
  say(
    'phone',
    'is told: a phrase that is lost can’t be made again, and whoever has it can read and write here',
  );
  say('phone', `sees twelve words, once: ${shown.join(' ')}`);
  check(!(await phrase.confirm(['zebra', 'zebra'])) && !client.hasPhrase, 'two wrong words change nothing');
  const [one, other] = phrase.asked;
  const back = [shown[one - 1] ?? '', shown[other - 1] ?? ''] as const;
  check(await phrase.confirm(back), 'the two words that are asked for are taken');
  say('phone', `gives back the words ${one} and ${other}; from now on the phrase counts`);
  return shown;
}

/** Plays the story; gives every text that nobody may find. */
async function play(server: ServerProcess, folder: string): Promise<readonly string[]> {
  const { operatorKey } = await insecureDescribeServer(new HttpTransport(server.baseUrl, environment()));
  const options = async (name: string) => ({
    baseUrl: server.baseUrl,
    operatorKey,
    storage: await FileStorage.open(join(folder, `${name}.json`)),
  });

  heading('A conversation');
  const worker = await openWorker(await options('console'));
  await worker.register(parseId('inv', /invitation of [^\n]*: (inv_\S+)/.exec(server.said)?.[1] ?? ''));
  await worker.awaitCredential(250, 240);
  await worker.keepStock(10);
  await worker.setDuty('primary');
  const first = await openSeeker(await options('first-phone'));
  const { release } = await first.refresh();
  const programme = release.content.programmes.find(({ name }) => name.includes('Apeldoorn'))?.id;
  if (programme === undefined) throw new Error('no programme in Apeldoorn');
  const hers = await first.begin(programme);
  await hers.send({ text: words.first, language: 'nl' });
  await hers.sync();
  say('phone', `“${words.first}”`);
  await worker.sync();
  const [his] = worker.conversations;
  if (his === undefined) throw new Error('the worker sees no conversation');
  await his.claim();
  await his.introduce(workerName);
  await his.send({ text: words.welcome });
  await his.sync();
  await hers.sync();
  say('worker', `“${words.welcome}”`);

  heading('A return phrase');
  const phrase = await makePhrase(first);
  await hers.send({ text: words.thanks });
  await first.sync();
  say('phone', `“${words.thanks}” (goes with the sealed state of this conversation)`);
  await worker.sync();
  await his.send({ text: words.meanwhile });
  await his.sync();
  say('worker', `“${words.meanwhile}” (her phone is off)`);

  heading('Another phone');
  const second = await openSeeker(await options('second-phone'));
  await second.refresh();
  check((await second.comeBack(drawPhrase())) === 0, 'a phrase that nobody made brings nothing');
  const reading = readPhrase(phrase.join(' ').toUpperCase());
  if (reading.kind !== 'phrase') throw new Error('the words are not read');
  const began = performance.now();
  const found = await second.comeBack(reading.phrase);
  await second.sync();
  check(found === 1, 'one conversation comes back');
  const back = theOne(second);
  const read = [words.first, words.welcome, words.thanks, words.meanwhile];
  check(textsIn(back).join('\n') === read.join('\n'), 'all that was said is there, in order, each once');
  check(back.fixedContact === worker.device, 'it is the same person who answers');
  say('phone 2', `types the words, and is back after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  for (const text of textsIn(back)) say('phone 2', `reads “${text}”`);
  await back.send({ text: words.back });
  await back.sync();
  say('phone 2', `“${words.back}”`);
  await worker.sync();
  check(textsIn(his).at(-1) === words.back, 'the worker reads it, in the same conversation');
  check(worker.conversations.length === 1, 'for the worker nothing else has begun');
  await his.send({ text: words.answer });
  await his.sync();
  await back.sync();
  check(textsIn(back).at(-1) === words.answer, 'she reads the answer');
  say('worker', `“${words.answer}”`);

  heading('The first phone, switched on again');
  const again = await openSeeker(await options('first-phone'));
  await again.sync();
  const old = theOne(again);
  check(old.moved, 'the first phone says that the conversation goes on elsewhere');
  check(!textsIn(old).includes(words.answer), 'it reads nothing of what came since');
  check(textsIn(old).includes(words.thanks), 'it keeps what was read on it');
  const kept = JSON.stringify([...(await keysOf(await options('first-phone')))]);
  check(!/log\/(group|pending)/.test(kept), 'it has no key of the group any more');
  say('phone', 'says that the conversation goes on on another phone; shows what it had, and sends nothing');

  heading('What the server knew');
  say(
    'server',
    'that this conversation has a vault, on which days it was written, and its size in steps of 16 KiB',
  );
  say('server', 'not: a word of the phrase, which phone, or whether other vaults are of the same phrase');
  return [...Object.values(words), workerName, phrase.join(' '), phrase.slice(0, 3).join(' ')];
}

async function keysOf({ storage }: { storage: FileStorage }): Promise<readonly string[]> {
  return storage.list('');
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
      `\n${JSON.stringify({ demo: 'return', ok, messages: Object.keys(words).length, plaintextFound })}`,
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
