import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newWorker, type Person, withLastByteChanged } from '../../test/fixture/people.js';
import { planOf } from '../plan/plan.js';
import { changesTo } from '../plan/plan-edit.js';
import type { HandoverCard } from './seeker-leads.js';
import type { Worker } from './worker-client.js';

const why = { text: 'They are nearer to your sister', reasons: [] };
const secret = 'what only the first team is to know';
const card: HandoverCard = {
  text: 'What you have to know of me',
  passages: [{ from: 'team', name: 'Noor', on: '2026-11-22', text: 'Let us look together' }],
  language: 'nl',
  facets: { areas: ['housing'] },
  plan: true,
};

/** A case with a secret in it, and another programme that was proposed to her. */
async function proposed() {
  const server = new FakeServer();
  const { otherProgramme } = server.directory;
  const worker = await newWorker(server);
  server.joins = otherProgramme;
  const receiving = await newWorker(server);
  const { seeker, hers } = await conversationOf(server, worker);
  const [his] = worker.client.conversations;
  const [log] = server.logs;
  if (his === undefined || log === undefined) throw new Error('no conversation');
  await his.claim();
  await hers.send({ text: secret });
  await hers.plan.change(changesTo(hers.plan.state, { 'goal.0t00000aaaaaaaa.text': 'A room' }));
  await hers.sync();
  const propose = async () => {
    const lead = await his.leads.propose(otherProgramme, why);
    await hers.sync();
    return lead;
  };
  const theirs = async () => {
    await receiving.client.sync();
    const [found] = receiving.client.conversations;
    if (found === undefined) throw new Error('nothing came in');
    return found;
  };
  const leads = await hers.leads();
  return { server, log, worker, receiving, seeker, hers, his, theirs, leads, propose };
}

/** Everything that a device keeps, as text. */
async function keptBy({ storage }: Person<Worker>): Promise<string> {
  const values = [];
  for (const key of await storage.list('')) {
    const value = await storage.get(key);
    values.push(new TextDecoder().decode(value ?? new Uint8Array()));
  }
  return values.join('\n');
}

/** Says a payload of one's own in the place of a text. */
async function saying(text: string, instead: object, says: () => Promise<void>): Promise<void> {
  const { encode } = TextEncoder.prototype;
  TextEncoder.prototype.encode = function (words = '') {
    const said = words.startsWith('{"v":1') && words.includes(text);
    return encode.call(this, said ? JSON.stringify({ ...JSON.parse(words), ...instead }) : words);
  };
  try {
    await says();
  } finally {
    TextEncoder.prototype.encode = encode;
  }
}

describe('who came in by a lead', () => {
  test('reads the card that she sends, the plan with it, and nothing else from before (LEA-13, LEA-14)', async () => {
    const { log, hers, leads, receiving, his, theirs, propose } = await proposed();
    const before = [...log.entries];
    const lead = await propose();
    await leads.consent(lead);
    await leads.passOn(lead, card);
    await hers.sync();
    const other = await theirs();
    expect(other.messages.map(({ payload }) => payload)).toMatchObject([
      { type: 'handover-card', lead, ...card },
    ]);
    expect(planOf(other.plan.state).goals).toMatchObject([{ text: 'A room' }]);
    expect(await keptBy(receiving)).not.toContain(secret);

    // Not even where the server hands it everything.
    let handed = 0;
    receiving.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (init.method !== 'GET' || !new URL(url).pathname.endsWith('/entries')) return answer;
      const page: { latest: number } = await answer.json();
      const entries = before.map((entry, at) => ({ ...entry, sequence: page.latest + 1 + at }));
      handed = entries.length;
      return Response.json({ latest: page.latest + entries.length, entries });
    };
    await his.send({ text: 'for both' });
    await his.sync();
    await receiving.client.sync().catch(() => undefined);
    expect(handed).toBeGreaterThan(2);
    expect(await keptBy(receiving)).not.toContain(secret);
  });

  test('does not read what the first team asks for again (LEA-13)', async () => {
    const { worker, receiving, leads, hers, his, theirs, propose } = await proposed();
    const lead = await propose();
    await hers.send({ text: 'only for the first team' });
    await hers.sync();
    await leads.consent(lead);
    const spoiled = hers.view?.latest ?? 0;
    worker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (!new URL(url).pathname.endsWith('/entries') || init.method !== 'GET') return answer;
      const page: { entries: { kind: string; message: string }[] } = await answer.json();
      const entries = page.entries.map((entry) =>
        entry.kind === 'application' ? { ...entry, message: withLastByteChanged(entry.message) } : entry,
      );
      return Response.json({ ...page, entries });
    };
    await his.sync();
    worker.change = (fetch) => fetch;
    await hers.sync();
    await theirs();
    expect(hers.view?.latest).toBeGreaterThan(spoiled);
    expect(await keptBy(receiving)).not.toContain('only for the first team');
  });
});

describe('a card', () => {
  test('is sent to nobody before her Commit, and to nobody who is there no more (LEA-14)', async () => {
    const { log, leads, propose, theirs } = await proposed();
    const lead = await propose();
    const before = log.entries.length;
    await expect(leads.passOn(lead, card)).rejects.toMatchObject({ code: 'lead-unknown' });
    expect(log.entries.length).toBe(before);
    await leads.consent(lead);
    await (await theirs()).leads.answer(lead, { answer: 'full' });
    await expect(leads.passOn(lead, card)).rejects.toMatchObject({ code: 'lead-unknown' });
    expect((await theirs()).messages).toEqual([]);
  });

  test('that readers would not take is not kept', async () => {
    const { hers, leads, propose } = await proposed();
    const lead = await propose();
    await leads.consent(lead);
    const before = hers.messages.length;
    await expect(leads.passOn(lead, { ...card, text: '' })).rejects.toMatchObject({
      code: 'payload-invalid',
    });
    expect(hers.messages.length).toBe(before);
  });

  test('of a device is none: it is shown as unreadable (LEA-14)', async () => {
    const { hers, his, leads, propose } = await proposed();
    const lead = await propose();
    await leads.consent(lead);
    await saying('FORGED', { type: 'handover-card', lead, passages: [], plan: false }, async () => {
      await his.send({ text: 'FORGED' });
      await his.sync();
    });
    await hers.sync();
    expect(hers.messages.at(-1)).toMatchObject({ payload: null });
    expect(hers.messages.at(-1)?.sender).not.toBeNull();
  });
});

test('a consent that could not be made yet is taken back by a no', async () => {
  const { log, seeker, hers, leads, propose } = await proposed();
  const lead = await propose();
  const before = log.entries.length;
  seeker.change = (fetch) => async (url, init) => {
    if (new URL(url).pathname.endsWith('/key-package')) throw new TypeError('lost');
    return fetch(url, init);
  };
  await expect(leads.consent(lead)).rejects.toMatchObject({ code: 'network-failure' });
  await leads.refuse(lead);
  await hers.sync();
  expect(log.entries.length).toBe(before);
  expect(await leads.list()).toMatchObject([{ state: 'refused' }]);
});
