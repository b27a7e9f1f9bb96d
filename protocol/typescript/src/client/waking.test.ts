import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import {
  conversationOf,
  type FetchChange,
  newSeeker,
  newWorker,
  textsIn,
} from '../../test/fixture/people.js';
import { backWith, phraseOf } from '../../test/fixture/phrases.js';
import { LogState } from '../conversation/log-state.js';
import type { Wanted } from '../conversation/wake-log.js';
import type { PushKey } from '../push/push-key.js';
import { fromBase64Url, toBase64Url } from '../wire/base64url.js';
import type { SeekerConversation } from './seeker-conversation.js';
import type { WorkerConversation } from './worker-conversation.js';

const day = 24 * 60 * 60_000;
const key: PushKey = {
  id: 7,
  publicKey: new Uint8Array(32).fill(9),
  applicationServerKey: new Uint8Array(65),
  hosts: ['push.example'],
};
const wanted: Wanted = {
  subscription: {
    endpoint: 'https://push.example/send/a',
    publicKey: Uint8Array.of(4, ...new Uint8Array(64).fill(5)),
    secret: new Uint8Array(16).fill(6),
  },
  delay: 'ten-seconds',
};

/** Two workers with whom she is in a conversation, and the capsules that each append of one of them brought. */
async function talking() {
  const server = new FakeServer();
  const [one, two] = [await newWorker(server), await newWorker(server)];
  const { seeker, hers } = await conversationOf(server, one, two);
  const brought: (readonly string[])[] = [];
  const hear: FetchChange = (fetch) => (url, init) => {
    if (init.method === 'POST' && url.endsWith('/entries')) {
      const { capsules = [] }: { capsules?: readonly string[] } = JSON.parse(
        new TextDecoder().decode(init.body instanceof Uint8Array ? init.body : undefined),
      );
      brought.push(capsules);
    }
    return fetch(url, init);
  };
  one.change = hear;
  const [his] = one.client.conversations;
  const [theirs] = two.client.conversations;
  if (his === undefined || theirs === undefined) throw new Error('no conversation');
  return { server, one, two, seeker, hers, his, theirs, brought };
}

/** Tells the others where she is woken, where that is due; whether it was. */
async function tells(hers: SeekerConversation, where: Wanted | null): Promise<boolean> {
  const waking = await hers.waking();
  const due = await waking.isDue(where);
  if (due) await waking.tell(where, key);
  await hers.sync();
  return due;
}

async function says(each: WorkerConversation, text: string): Promise<void> {
  await each.send({ text });
  await each.sync();
}

describe('where she is woken', () => {
  test('is told as a capsule of which nobody sees anything, and goes with what is said to her (PUS-16, PUS-17)', async () => {
    const { hers, his, theirs, brought, seeker } = await talking();
    await his.introduce('Noor');
    await his.sync();
    expect(await tells(hers, wanted)).toBe(true);
    for (const each of [his, theirs]) await each.sync();
    await his.introduce('Noor de Wit');
    await his.sync();
    await says(his, 'Er is een plek');
    await says(his, 'Vandaag al');
    // Names, and what clients tell each other by themselves, wake nobody.
    expect(brought.map(({ length }) => length)).toEqual([0, 0, 1, 1]);
    const [capsule = ''] = brought[2] ?? [];
    expect(fromBase64Url(capsule)?.length).toBe(672);
    expect(brought[3]).toEqual([capsule]);
    expect(his.messages.some(({ payload }) => payload === null || payload.type === 'wake')).toBe(false);
    expect(await tells(hers, wanted), 'told once').toBe(false);
    const [again] = (await seeker.restart()).conversations;
    expect(again?.tellsWake).toBe(true);
    expect(again && (await tells(again, wanted)), 'nor after a restart').toBe(false);
    await hers.sync();
    expect(textsIn(his)).toContain('Er is een plek');
  });

  test('is told anew once it is another place, another delay, or a week old, and the one before counts no more', async () => {
    const { server, hers, his, brought } = await talking();
    const bring = async (where: Wanted | null) => {
      const due = await tells(hers, where);
      await his.sync();
      await says(his, 'x');
      return [due, ...(brought.at(-1) ?? [])];
    };
    const [, first] = await bring(wanted);
    const elsewhere = {
      ...wanted,
      subscription: { ...wanted.subscription, secret: new Uint8Array(16).fill(1) },
    };
    const places: Wanted[] = [elsewhere, { ...elsewhere, delay: 'none' }];
    const seen = new Set([first]);
    for (const place of places) {
      const [due, capsule, ...others] = await bring(place);
      expect([due, others.length, seen.has(capsule)]).toEqual([true, 0, false]);
      seen.add(capsule);
    }
    server.ahead += 8 * day;
    const [due, renewed, ...others] = await bring({ ...elsewhere, delay: 'none' });
    expect([due, others.length, seen.has(renewed)]).toEqual([true, 0, false]);
    expect(await bring(null)).toEqual([true]);
    expect(await bring(null)).toEqual([false]);
  });

  test('is told once more when somebody has come in (PUS-16)', async () => {
    const { server, hers, his, theirs, one, two, brought } = await talking();
    await tells(hers, wanted);
    await his.sync();
    const late = await newWorker(server);
    const [leaves, comes] = [two.client.device, late.client.device];
    if (leaves === null || comes === null) throw new Error('no device');
    await his.removeColleague(leaves);
    await his.addColleague(comes);
    await hers.sync();
    expect(await tells(hers, wanted)).toBe(true);
    expect(await tells(hers, wanted)).toBe(false);
    await late.client.sync();
    late.change = one.change;
    const [new_] = late.client.conversations;
    if (new_ === undefined) throw new Error('not in it');
    await says(new_, 'Ik ben er ook');
    expect(brought.at(-1)?.length).toBe(1);
    await theirs.sync();
    expect(theirs.standing).toBe('closed');
  });

  test('is of no use once its device was removed: nothing said after that wakes it, whoever says it (PUS-17)', async () => {
    const { server, two, seeker, hers, his, theirs, one, brought } = await talking();
    await tells(hers, wanted);
    // As an app tells where it is woken; the page of a team has nothing that does.
    const app = await LogState.load(two.storage, theirs.prefix, () => undefined);
    const capsule = toBase64Url(Uint8Array.of(1, ...new Uint8Array(671).fill(7)));
    await app.keep({ type: 'wake', capsule }, Date.now());
    await (await two.restart()).sync();
    seeker.change = one.change;
    const say = async (each: SeekerConversation | WorkerConversation) => {
      await each.sync();
      await each.send({ text: 'x' });
      await each.sync();
      return brought.at(-1);
    };
    expect(await say(hers)).toEqual([capsule]);
    const before = await say(his);
    expect(before?.length).toBe(2);
    expect(before).toContain(capsule);

    const { device } = two.client;
    if (device === null) throw new Error('no device');
    await his.removeColleague(device);
    expect(await say(his)).toEqual(before?.filter((each) => each !== capsule));
    expect(await say(hers)).toEqual([]);
    // It brought hers along while it could, and can say nothing any more that would; who is left has nothing to tell anew.
    expect(await tells(hers, wanted)).toBe(false);
    const entries = server.logs[0]?.entries.length;
    const [gone] = two.client.conversations;
    await gone?.send({ text: 'x' });
    await two.client.sync();
    expect([gone?.standing, server.logs[0]?.entries.length]).toEqual(['closed', entries]);
  });

  test('is the phone before no more for who came back on another one, whatever that one knows of it (PUS-23)', async () => {
    const { server, seeker, hers, his, brought } = await talking();
    const words = await phraseOf(seeker.client);
    await seeker.client.sync();
    const [before] = [...server.vaults.of.values()].map((vault) => ({ ...vault }));
    const bring = async () => {
      await his.sync();
      await says(his, 'x');
      return brought.at(-1)?.length;
    };
    await tells(hers, wanted);
    expect(await bring()).toBe(1);

    // A state of before it was told, and then none that can be read.
    for (const there of [before, { state: toBase64Url(new Uint8Array(16_412)) }]) {
      for (const vault of server.vaults.of.values()) Object.assign(vault, there);
      const next = await newSeeker(server);
      await backWith(next.client, words);
      const [back] = next.client.conversations;
      await next.client.sync();
      expect(await bring()).toBe(0);
      expect(back && (await tells(back, wanted))).toBe(true);
      expect(await bring()).toBe(1);
    }
  });

  test('is told once somebody is there to hear it, and brings nobody in (E2E-13)', async () => {
    const { server, hers, his, one, two } = await talking();
    await says(his, 'Ja');
    for (const { client } of [one, two]) if (client.device !== null) await hers.removeDevice(client.device);
    const since = server.logs[0]?.entries.length;
    expect(await tells(hers, wanted)).toBe(true);
    expect([hers.generation, server.logs[0]?.entries.length]).toEqual([1, since]);
    await hers.send({ text: 'Is er iemand?' });
    await hers.sync();
    expect(hers.generation).toBe(2);
  });

  test('is forgotten where it wakes nobody any more, and only that capsule (PUS-18)', async () => {
    const { hers, his, brought } = await talking();
    await tells(hers, wanted);
    await his.sync();
    await says(his, 'x');
    const [capsule = ''] = brought.at(-1) ?? [];
    const digest = (text: string) =>
      toBase64Url(sha256(fromBase64Url(text) ?? new Uint8Array()).slice(0, 16));
    await his.forgetCapsule(digest(capsule.slice(4)));
    await says(his, 'y');
    expect(brought.at(-1)).toEqual([capsule]);
    await his.forgetCapsule(digest(capsule));
    await says(his, 'z');
    expect(brought.at(-1)).toEqual([]);
  });
});
