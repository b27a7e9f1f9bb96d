import { describe, expect, test, vi } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newSeeker, newWorker, type Person, textsIn } from '../../test/fixture/people.js';
import { jsonBytes } from '../conversation/log-state.js';
import { newPayloadId, payloadToJson } from '../payload/payload-codec.js';
import { put, remove, secondCodeName } from '../storage/storage.js';
import { readPhrase } from '../vault/phrase.js';
import { toBase64Url } from '../wire/base64url.js';
import type { Seeker, Worker, WorkerConversation } from './index.js';

async function pair(...colleagues: number[]) {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const others = [];
  for (const _ of colleagues) others.push(await newWorker(server));
  const { seeker, hers } = await conversationOf(server, worker, ...others);
  const [his] = worker.client.conversations;
  if (his === undefined) throw new Error('no conversation');
  await his.send({ text: 'Dag' });
  await his.sync();
  await seeker.client.sync();
  return { server, worker, others, seeker, hers, his };
}

const erasures = (method: string, path: string) => method === 'POST' && path === '/v1/erasures';
const confirmations = (_method: string, path: string) => path.endsWith('/confirmation');

async function everything(storage: { list(prefix: string): Promise<readonly string[]> }) {
  return (await storage.list('')).filter((key) => !key.startsWith('directory/'));
}

async function eraseOnly(client: Seeker): Promise<void> {
  const [conversation] = client.conversations;
  if (conversation === undefined) throw new Error('no conversation');
  await client.erase(conversation);
}

/** Has a worker's device say inside MLS what only the seeker may ask for. */
async function forge(worker: Person<Worker>, { id }: WorkerConversation): Promise<void> {
  const payload = payloadToJson({ type: 'erase', id: newPayloadId(), sentAt: 0 });
  const item = {
    order: 900,
    sender: null,
    payload,
    state: 'waiting',
    sequences: [],
    seenAt: 0,
    sentAgain: 0,
  };
  const key = `worker/conversation/${id}/item/0000000900`;
  await worker.storage.write([{ kind: 'put', key, value: jsonBytes(item) }]);
  await (await worker.restart()).sync();
}

describe('erasing a conversation', () => {
  test('is done here at once, then at the server, and then by the other side (ERA-7)', async () => {
    const { server, worker, seeker, hers, his } = await pair();
    const { prefix } = hers;
    await eraseOnly(seeker.client);
    expect(await seeker.storage.list(prefix)).toEqual([]);
    expect(seeker.client.conversations).toEqual([]);
    expect(await seeker.client.erasuresWaiting()).toBe(1);

    expect(await seeker.client.sendErasures()).toBe(0);

    expect(await seeker.client.erasuresWaiting()).toBe(0);
    expect(server.logs).toEqual([]);
    await worker.client.sync();
    expect(worker.client.conversations).toEqual([]);
    expect(worker.client.takeErased()).toBe(1);
    expect(worker.client.takeErased()).toBe(0);
    expect((await worker.storage.list('')).filter((key) => key.includes(his.id))).toEqual([]);
    expect(server.erasures.of.size).toBe(0);
  });

  test('is followed by who hears of it while a case is looked at, too', async () => {
    const { worker, seeker, his } = await pair();
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    await his.sync();
    expect(worker.client.conversations).toEqual([]);
    expect(await worker.storage.list(`worker/conversation/${his.id}`)).toEqual([]);
    expect(worker.client.takeErased()).toBe(1);
  });

  test('is followed by a device that was away while members changed and words were said (ERA-5, ERA-7)', async () => {
    const { server, worker, others, seeker, hers, his } = await pair(1);
    const [away] = others;
    await hers.send({ text: 'one' });
    await hers.sync();
    await his.sync();
    await his.updateKeys();
    await hers.sync();
    await hers.send({ text: 'two' });
    await hers.sync();
    await his.sync();
    await his.updateKeys();
    await his.send({ text: 'three' });
    await his.sync();
    await hers.sync();
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    await away?.restart();
    await away?.client.sync();
    expect(away?.client.conversations).toEqual([]);
    expect(away?.client.takeErased()).toBe(1);
    await worker.client.sync();
    expect(server.erasures.of.size).toBe(0);
  });

  test('is followed by a device that was away while a colleague took another programme out (E2E-14)', async () => {
    const { server, others, seeker, hers, his } = await pair(1);
    const [away] = others;
    const { otherProgramme } = server.directory;
    server.joins = otherProgramme;
    const receiving = await newWorker(server);
    await his.claim();
    const lead = await his.leads.propose(otherProgramme, { text: 'nearer to you', reasons: [] });
    await hers.sync();
    await (await hers.leads()).consent(lead);
    await away?.client.sync();
    await receiving.client.sync();
    await receiving.client.conversations[0]?.leads.answer(lead, { answer: 'full' });
    await his.sync();
    await hers.sync();
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    await away?.client.sync();
    expect(away?.client.conversations).toEqual([]);
    expect(away?.client.takeErased()).toBe(1);
  });

  test('is followed by a device whose own Commit had lost its answer', async () => {
    const { worker, seeker, his } = await pair();
    worker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (url.endsWith('/entries') && init.method === 'POST') throw new TypeError('lost');
      return answer;
    };
    await expect(his.updateKeys()).rejects.toMatchObject({ code: 'network-failure' });
    await seeker.client.sync();
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    worker.change = (fetch) => fetch;
    await (await worker.restart()).sync();
    expect(worker.client.conversations).toEqual([]);
    expect(worker.client.takeErased()).toBe(1);
  });

  test('says nothing of who has nothing at the server, and leaves nothing here', async () => {
    const server = new FakeServer();
    const seeker = await newSeeker(server);
    const unsent = await seeker.client.begin(server.directory.programme);
    await unsent.send({ text: 'never sent' });
    await seeker.client.erase(unsent);
    expect(await seeker.client.erasuresWaiting()).toBe(0);
    expect(await seeker.storage.list('seeker/')).toEqual([]);
  });

  test('is not undone by what was under way', async () => {
    const { server, seeker, hers } = await pair();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    seeker.change = (fetch) => async (url, init) => {
      if (url.endsWith('/entries') && init.method === 'POST') await held;
      return fetch(url, init);
    };
    await hers.send({ text: 'under way' });
    const syncing = hers.sync().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    release();
    await syncing;
    expect(await seeker.storage.list('seeker/')).toEqual([]);
    expect(server.logs).toEqual([]);
    await expect(hers.send({ text: 'too late' })).rejects.toMatchObject({ code: 'erased' });
  });
});

describe('a conversation that is being opened while she erases it (ERA-18)', () => {
  /** Her first message is under way: the server has it, and the answer isn't here yet. */
  async function opening() {
    const server = new FakeServer();
    await newWorker(server);
    const seeker = await newSeeker(server);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      asked = resolve;
    });
    seeker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (init.method === 'POST' && url.endsWith('/v1/conversations')) {
        asked();
        await held;
      }
      return answer;
    };
    const hers = await seeker.client.begin(server.directory.programme);
    await hers.send({ text: 'Hoi' });
    const syncing = hers.sync().catch(() => undefined);
    await opened;
    const arrives = async () => {
      release();
      await syncing;
      await vi.waitFor(async () => expect(await seeker.client.erasuresWaiting()).toBe(0));
    };
    return { server, seeker, hers, arrives };
  }

  test.each(['one', 'all'] as const)('is erased as soon as the answer comes: %s', async (what) => {
    const { server, seeker, hers, arrives } = await opening();
    await (what === 'one' ? seeker.client.erase(hers) : seeker.client.eraseAll());
    expect(server.logs).toHaveLength(1);
    await arrives();
    await vi.waitFor(() => expect(server.logs).toEqual([]));
    expect(await seeker.storage.list('seeker/')).toEqual([]);
  });

  test('is not where erasing failed on the phone: it goes on', async () => {
    const { server, seeker, hers, arrives } = await opening();
    const write = seeker.storage.write.bind(seeker.storage);
    seeker.storage.write = async () => {
      seeker.storage.write = write;
      await arrives();
      throw new Error('full');
    };
    await expect(seeker.client.erase(hers)).rejects.toThrow('full');
    await hers.sync();
    expect(server.logs).toHaveLength(1);
    expect(textsIn(hers)).toEqual(['Hoi']);
  });
});

describe('an interruption of erasing', () => {
  test.each(['request', 'answer'] as const)(
    'that loses the %s sends the same bytes again, also after a restart (ERA-13)',
    async (what) => {
      const { server, worker, seeker } = await pair();
      await eraseOnly(seeker.client);
      const bodies: string[] = [];
      seeker.change = (fetch) => async (url, init) => {
        if (!erasures(init.method ?? '', new URL(url).pathname)) return fetch(url, init);
        bodies.push(new TextDecoder().decode(init.body instanceof Uint8Array ? init.body : undefined));
        if (what === 'answer') await fetch(url, init);
        throw new TypeError('lost');
      };
      await expect(seeker.client.sendErasures()).rejects.toMatchObject({ code: 'network-failure' });
      await worker.client.sync();
      seeker.change = (fetch) => async (url, init) => {
        bodies.push(new TextDecoder().decode(init.body instanceof Uint8Array ? init.body : undefined));
        return fetch(url, init);
      };
      const client = await seeker.restart();
      expect(await client.erasuresWaiting()).toBe(1);
      expect(await client.sendErasures()).toBe(0);
      expect(new Set(bodies).size).toBe(1);
      expect(await client.erasuresWaiting()).toBe(0);
      await worker.client.sync();
      expect(server.logs).toEqual([]);
      expect(worker.client.conversations).toEqual([]);
    },
  );

  test.each(['request', 'answer'] as const)(
    'that loses the %s of a confirmation loses nothing',
    async (what) => {
      const { server, worker, seeker, his } = await pair();
      await eraseOnly(seeker.client);
      await seeker.client.sendErasures();
      worker.change = (fetch) => async (url, init) => {
        const lost = confirmations(init.method ?? '', new URL(url).pathname);
        if (!lost || what === 'answer') await fetch(url, init);
        if (lost) throw new TypeError('lost');
        return fetch(url, init);
      };
      await expect(worker.client.sync()).rejects.toMatchObject({ code: 'network-failure' });
      expect(await worker.storage.list(`worker/conversation/${his.id}`)).toEqual([]);
      worker.change = (fetch) => fetch;
      await (await worker.restart()).sync();
      expect(worker.client.conversations).toEqual([]);
      expect((await worker.storage.list('')).filter((key) => key.includes(his.id))).toEqual([]);
      expect(server.erasures.of.size).toBe(0);
    },
  );

  test('before anything was written leaves everything as it was', async () => {
    const { seeker, hers } = await pair();
    const write = seeker.storage.write.bind(seeker.storage);
    seeker.storage.write = () => Promise.reject(new Error('the phone is full'));
    await expect(seeker.client.erase(hers)).rejects.toThrow('full');
    seeker.storage.write = write;
    const [same] = (await seeker.restart()).conversations;
    await same?.send({ text: 'still here' });
    await same?.sync();
    expect(textsIn(same)).toEqual(['Hoi', 'Dag', 'still here']);
  });
});

describe('what stands in the way of one erasure', () => {
  test('keeps no other request of hers on the phone (ERA-14)', async () => {
    const { server, seeker, worker } = await pair();
    const second = await seeker.client.begin(server.directory.programme);
    await second.send({ text: 'another' });
    await seeker.client.sync();
    await worker.client.sync();
    await seeker.storage.write([put(secondCodeName, Uint8Array.of(1)), put('page/other', Uint8Array.of(1))]);
    await seeker.client.eraseAll();
    // A second code stays on as long as the first one: so does what tells her.
    expect(await seeker.storage.list('page/')).toEqual([secondCodeName]);
    await seeker.storage.write([remove(secondCodeName)]);
    const [refused = ''] = (await everything(seeker.storage)).map((key) => key.slice('erasing/'.length));
    const refusal = { type: 'urn:opstap:problem:too-large', title: 't', status: 413 };
    seeker.change = (fetch) => async (url, init) => {
      const body = new TextDecoder().decode(init.body instanceof Uint8Array ? init.body : undefined);
      if (url.endsWith('/v1/erasures') && body.includes(refused))
        return Response.json(refusal, { status: 413 });
      return fetch(url, init);
    };
    const client = await seeker.restart();
    await expect(client.sendErasures()).rejects.toMatchObject({ code: 'too-large' });
    expect(await everything(seeker.storage)).toEqual([`erasing/${refused}`]);
    expect(server.logs.map(({ id }) => id)).toEqual([refused]);
    seeker.change = (fetch) => fetch;
    await client.sendErasures();
    expect(await everything(seeker.storage)).toEqual([]);
    expect(server.logs).toEqual([]);
  });

  test('keeps a device from none of its other cases', async () => {
    const { server, worker, seeker } = await pair();
    const { hers: other } = await conversationOf(server, worker);
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    const refusal = { type: 'urn:opstap:problem:vault-version', title: 't', status: 409, version: 7 };
    worker.change = (fetch) => async (url, init) =>
      url.endsWith('/confirmation') ? Response.json(refusal, { status: 409 }) : fetch(url, init);
    await expect(worker.client.sync()).rejects.toMatchObject({ code: 'vault-version' });
    await other.send({ text: 'Is er iemand?' });
    await other.sync();
    await expect((await worker.restart()).sync()).rejects.toMatchObject({ code: 'vault-version' });
    expect(worker.client.conversations.map(textsIn)).toEqual([['Hoi', 'Is er iemand?']]);
  });

  test('on the phone leaves the conversation as it was, and it goes on', async () => {
    const { seeker, hers } = await pair();
    const write = seeker.storage.write.bind(seeker.storage);
    seeker.storage.write = () => Promise.reject(new Error('the phone is full'));
    await expect(seeker.client.erase(hers)).rejects.toThrow('full');
    await expect(seeker.client.eraseAll()).rejects.toThrow('full');
    seeker.storage.write = write;
    await hers.send({ text: 'still here' });
    await hers.sync();
    expect(textsIn(hers)).toEqual(['Hoi', 'Dag', 'still here']);
    await seeker.client.erase(hers);
    expect(await seeker.storage.list('seeker/')).toEqual([]);
  });

  test('on a device is tried again with the next look', async () => {
    const { server, worker, seeker, his } = await pair();
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    const write = worker.storage.write.bind(worker.storage);
    worker.storage.write = (changes) =>
      changes.some(({ key }) => key.startsWith('worker/erased/'))
        ? Promise.reject(new Error('the disk is full'))
        : write(changes);
    await expect(worker.client.sync()).rejects.toThrow('full');
    worker.storage.write = write;
    await worker.client.sync();
    expect(worker.client.conversations).toEqual([]);
    expect((await worker.storage.list('')).filter((key) => key.includes(his.id))).toEqual([]);
    expect(server.erasures.of.size).toBe(0);
  });
});

describe('erasing everything', () => {
  test('leaves the directory and nothing else, and takes random pauses with a relay (ERA-14)', async () => {
    const { server, seeker, worker } = await pair();
    const second = await seeker.client.begin(server.directory.programme);
    await second.send({ text: 'another' });
    await seeker.client.sync();
    await worker.client.sync();
    await seeker.storage.write([{ kind: 'put', key: 'page/draft', value: Uint8Array.of(1) }]);
    await seeker.client.prepare();
    const phrase = await seeker.client.makePhrase();
    const words = phrase.words('nl');
    await phrase.confirm([words[phrase.asked[0] - 1] ?? '', words[phrase.asked[1] - 1] ?? '']);

    await seeker.client.eraseAll();

    const left = await everything(seeker.storage);
    expect(left).toHaveLength(2);
    expect(left.every((key) => key.startsWith('erasing/cnv_'))).toBe(true);
    const client = await seeker.restart();
    expect(client.conversations).toEqual([]);
    expect(client.hasPhrase).toBe(false);
    const pauses: number[] = [];
    Object.defineProperty(client, 'relayed', { value: true });
    seeker.pause = async (milliseconds) => {
      pauses.push(milliseconds);
    };
    await client.sendErasures();
    expect(pauses).toHaveLength(1);
    expect(pauses.every((pause) => pause > 0 && pause < 30_000)).toBe(true);
    expect(await everything(seeker.storage)).toEqual([]);
    expect(server.logs).toEqual([]);
    await worker.client.sync();
    expect(worker.client.conversations).toEqual([]);
    expect(worker.client.takeErased()).toBe(2);
  });

  test('brings nothing back with a phrase, also where the server had not heard of it (ERA-14)', async () => {
    const { server, seeker } = await pair();
    const phrase = await seeker.client.makePhrase();
    const words = phrase.words('en');
    await phrase.confirm([words[phrase.asked[0] - 1] ?? '', words[phrase.asked[1] - 1] ?? '']);
    await seeker.client.sync();
    expect(server.vaults.of.size).toBe(1);
    await seeker.client.eraseAll();
    const reading = readPhrase(words.join(' '));
    if (reading.kind !== 'phrase') throw new Error('no phrase');
    const client = await seeker.restart();
    expect(await client.comeBack(reading.phrase)).toBe(0);
    expect(client.conversations).toEqual([]);
    expect(server.logs).toEqual([]);
    expect(await everything(seeker.storage)).toEqual([]);
  });

  test('keeps nothing in the request but what erases', async () => {
    const { seeker, hers } = await pair();
    const seat = JSON.parse(new TextDecoder().decode(await seeker.storage.get(`${hers.prefix}seat`)));
    await seeker.client.eraseAll();
    const [key = ''] = (await seeker.storage.list('')).filter((each) => each.startsWith('erasing/'));
    const kept = new TextDecoder().decode(await seeker.storage.get(key));
    expect(Object.keys(JSON.parse(kept)).sort()).toEqual(['conversation', 'message', 'signature']);
    expect(kept).not.toContain(seat.secretKey);
  });
});

describe('a request that the seeker did not make', () => {
  test('from a colleague is ignored, and reported on the case (ERA-11)', async () => {
    const { server, worker, others, hers, his } = await pair(1);
    const [colleague] = others;
    const [case_] = colleague?.client.conversations ?? [];
    // What a device that is no phone's can say inside MLS.
    await forge(worker, his);
    await colleague?.client.sync();
    await hers.sync();
    expect(colleague?.client.conversations).toHaveLength(1);
    expect(case_?.messages.at(-1)?.payload?.type).toBe('erase');
    expect(hers.messages.at(-1)?.payload?.type).toBe('erase');
    await colleague?.restart();
    expect(colleague?.client.conversations[0]?.messages.at(-1)?.payload?.type).toBe('erase');
    expect(server.logs).toHaveLength(1);
  });

  test('in the place of hers wipes nothing, and is said; hers is followed after it (ERA-11)', async () => {
    const { server, worker, others, seeker, hers, his } = await pair(1);
    const [colleague] = others;
    await forge(worker, his);
    const forged = server.logs[0]?.entries.at(-1)?.message ?? '';
    await hers.sync();
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    const [[id, erasure] = ['', undefined]] = [...server.erasures.of];
    if (erasure === undefined) throw new Error('no erasure');
    server.erasures.of.set(id, { ...erasure, message: forged });
    await colleague?.client.sync();
    const [kept] = colleague?.client.conversations ?? [];
    expect(kept?.erasure).toBe('forged');
    expect(textsIn(kept)).toEqual(['Hoi']);
    expect(colleague?.client.takeErased()).toBe(0);
    server.erasures.of.set(id, erasure);
    await (await colleague?.restart())?.sync();
    expect(colleague?.client.conversations).toEqual([]);
    await worker.client.sync();
  });

  test('that can not be read is said, and removed by hand only (ERA-12)', async () => {
    const { server, worker, seeker, his } = await pair();
    await eraseOnly(seeker.client);
    await seeker.client.sendErasures();
    const [[id, erasure] = ['', undefined]] = [...server.erasures.of];
    if (erasure === undefined) throw new Error('no erasure');
    server.erasures.of.set(id, { ...erasure, message: toBase64Url(new Uint8Array(40)) });
    await worker.client.sync();
    expect(his.erasure).toBe('unreadable');
    expect(his.standing).toBe('closed');
    expect(textsIn(his)).toEqual(['Hoi', 'Dag']);
    expect(server.erasures.of.size).toBe(1);
    await (await worker.restart()).sync();
    const [kept] = worker.client.conversations;
    expect(kept?.erasure).toBe('unreadable');
    await worker.client.removeErased(his.id);
    expect(worker.client.conversations).toEqual([]);
    expect((await worker.storage.list('')).filter((key) => key.includes(his.id))).toEqual([]);
    expect(server.erasures.of.size).toBe(0);
  });

  test('is not made by who only stops having a seat; what was read is the person’s on this device to remove (ERA-10, ERA-12)', async () => {
    const { server, worker, his } = await pair();
    await worker.client.removeErased(his.id);
    expect(textsIn(worker.client.conversation(his.id))).toEqual(['Hoi', 'Dag']);
    server.logs.splice(0, 1);
    await worker.client.sync();
    expect(his.standing).toBe('closed');
    expect(his.erasure).toBeNull();
    expect(textsIn(his)).toEqual(['Hoi', 'Dag']);
    await worker.client.removeErased(his.id);
    expect(worker.client.conversations).toEqual([]);
    expect((await worker.storage.list('')).filter((key) => key.includes(his.id))).toEqual([]);
    expect(worker.client.takeErased()).toBe(0);
  });

  test('is forgotten where the server has the conversation after all', async () => {
    const { server, worker, his } = await pair();
    const [log] = server.logs.splice(0, 1);
    if (log === undefined) throw new Error('no log');
    const devices = new Map([[`${worker.client.device}`, 0]]);
    server.erasures.of.set(his.id, { message: null, commits: [], devices });
    await worker.client.sync();
    expect(his.erasure).toBe('unreadable');
    server.erasures.of.clear();
    server.logs.push(log);
    await worker.client.sync();
    expect([his.erasure, his.standing]).toEqual([null, 'unreadable']);
    expect(textsIn(his)).toEqual(['Hoi', 'Dag']);
  });
});
