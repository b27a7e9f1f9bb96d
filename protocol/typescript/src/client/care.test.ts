import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newSeeker, newWorker, type Person, textsIn } from '../../test/fixture/people.js';
import { type CareChoice, openQuestion } from '../care/care.js';
import { jsonBytes } from '../conversation/log-state.js';
import type { DeviceId } from '../id/branded-id.js';
import { newPayloadId, payloadToJson } from '../payload/payload-codec.js';
import { readPhrase } from '../vault/phrase.js';
import type { SeekerConversation } from './seeker-conversation.js';
import type { Worker } from './worker-client.js';

const day = 86_400_000;

/** From yesterday on, so that a question comes each day after the sixth. */
const weekly = (change: Partial<CareChoice> = {}): CareChoice => ({
  rhythm: 'week',
  from: new Date(Date.now() - day).toISOString().slice(0, 10),
  at: '00:00',
  tells: 'all',
  silence: null,
  ...change,
});

/** A case that was answered, so that nobody waits. */
async function answered() {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const { hers, seeker } = await conversationOf(server, worker);
  const [his] = worker.client.conversations;
  const [log] = server.logs;
  if (his === undefined || log === undefined) throw new Error('no conversation');
  await his.claim();
  await his.send({ text: 'Hallo' });
  for (const each of [his, hers]) await each.sync();
  const ahead = (days: number) => {
    server.ahead += days * day;
  };
  return { server, worker, seeker, hers, his, log, ahead };
}

const isAsked = ({ care }: SeekerConversation, { ahead }: FakeServer) =>
  care.care !== null && openQuestion(care.care, Date.now() + ahead) !== null;
const answersIn = ({ messages }: Pick<SeekerConversation, 'messages'>) =>
  messages.flatMap(({ payload }) => (payload?.type === 'check-in' ? [payload.answer] : []));

describe('check-ins', () => {
  test('are nobody’s business: choosing, asking and answering send nothing (CAR-2)', async () => {
    const { server, seeker, hers, ahead } = await answered();
    expect(hers.care.care).toBeNull();
    const before = server.requests.length;
    await hers.care.choose(weekly({ tells: 'nothing' }));
    ahead(7);
    expect(isAsked(hers, server)).toBe(true);
    const [again] = (await seeker.restart()).conversations;
    if (again === undefined) throw new Error('no conversation');
    expect(isAsked(again, server)).toBe(true);
    expect(await again.care.answer('talk')).toBe(false);
    expect(isAsked(again, server)).toBe(false);
    await again.care.pause();
    await again.care.stop();
    expect(again.care.care).toBeNull();
    expect(server.requests.length).toBe(before);
    expect(again.unsent).toEqual([]);
    expect(() => again.care.choose(weekly({ from: 'never' }))).toThrow(
      expect.objectContaining({ code: 'check-in-invalid' }),
    );
  });

  test('tell what she chose, quietly unless she asks to talk (CAR-4, CAR-5)', async () => {
    const { hers, his, log, ahead } = await answered();
    const says = async (tap: 'good' | 'fair' | 'talk' | 'not-now') => {
      ahead(7);
      const told = await hers.care.answer(tap);
      for (const each of [hers, his]) await each.sync();
      return [told, log.answerBy !== null, his.queueEntry.waiting !== null];
    };
    await hers.care.choose(weekly({ tells: 'talk' }));
    expect(await says('good')).toEqual([false, false, false]);
    expect(answersIn(his)).toEqual([]);
    await hers.care.choose(weekly());
    expect(await says('fair')).toEqual([true, false, false]);
    expect(await says('not-now')).toEqual([false, false, false]);
    expect(answersIn(his)).toEqual(['fair']);
    expect(await says('talk')).toEqual([true, true, true]);
    expect(answersIn(his)).toEqual(['fair', 'talk']);
    expect(his.queueEntry).toMatchObject({ asksToTalk: true, words: 'Hoi' });
    await his.send({ text: 'Bel me' });
    for (const each of [his, hers]) await each.sync();
    expect(his.queueEntry).toMatchObject({ asksToTalk: true, waiting: null });
    expect(log.answerBy).toBeNull();
    expect(hers.care.asksToTalk).toBe(false);
  });

  test('settle one question with one touch, however often it is touched', async () => {
    const { hers, his, ahead } = await answered();
    await hers.care.choose(weekly());
    ahead(7);
    expect(await Promise.all([hers.care.answer('good'), hers.care.answer('good')])).toEqual([true, false]);
    await Promise.all([hers.care.askToTalk(), hers.care.askToTalk()]);
    for (const each of [hers, his]) await each.sync();
    expect(answersIn(his)).toEqual(['good', 'talk']);
  });

  test('tell of a silence that she allowed when she opens the page again, once and quietly (CAR-6)', async () => {
    const { seeker, hers, his, log, ahead } = await answered();
    await hers.care.choose(weekly({ tells: 'talk', silence: 2 }));
    ahead(14);
    expect(await hers.care.noticeSilence()).toBe(false);
    ahead(7);
    const [again] = (await seeker.restart()).conversations;
    expect(await again?.care.noticeSilence()).toBe(true);
    expect(await again?.care.noticeSilence()).toBe(false);
    await again?.sync();
    await his.sync();
    expect(his.messages.at(-1)?.payload).toMatchObject({ answer: 'none', unanswered: 2 });
    expect([log.answerBy, his.queueEntry.waiting]).toEqual([null, null]);
  });

  test('go on where the phone’s clock was a year ahead for a while (CAR-2)', async () => {
    const { server, hers, ahead } = await answered();
    await hers.care.choose(weekly());
    ahead(52 * 7);
    await hers.care.answer('not-now');
    ahead(-51 * 7);
    expect(isAsked(hers, server)).toBe(false);
    expect(await hers.care.noticeSilence()).toBe(false);
    ahead(7);
    expect(isAsked(hers, server)).toBe(true);
  });

  test('come back with the phrase as they were when something was last sent (CAR-8)', async () => {
    const { server, seeker, hers } = await answered();
    const phrase = await seeker.client.makePhrase();
    const words = phrase.words('nl');
    const [one, other] = phrase.asked;
    await phrase.confirm([words[one - 1] ?? '', words[other - 1] ?? '']);
    const reading = readPhrase(words.join(' '));
    if (reading.kind !== 'phrase') throw new Error(reading.kind);
    await hers.care.choose(weekly());
    await hers.send({ text: 'Tot later' });
    await hers.sync();
    const second = await newSeeker(server);
    await second.client.comeBack(reading.phrase);
    expect(second.client.conversations[0]?.care.care).toMatchObject(weekly());
  });

  test('mean nothing from a device (CAR-7)', async () => {
    const { worker, hers, his } = await answered();
    const payload = payloadToJson({ type: 'check-in', id: newPayloadId(), sentAt: 0, answer: 'talk' });
    const item = {
      order: 900,
      sender: null,
      payload,
      state: 'waiting',
      sequences: [],
      seenAt: 0,
      sentAgain: 0,
    };
    const key = `worker/conversation/${his.id}/item/0000000900`;
    await worker.storage.write([{ kind: 'put', key, value: jsonBytes(item) }]);
    const before = hers.messages.length;
    await (await worker.restart()).sync();
    await hers.sync();
    expect(hers.view?.latest).toBe(worker.client.conversations[0]?.view?.latest);
    expect(hers.messages).toHaveLength(before);
    expect(hers.care.asksToTalk).toBe(false);
  });
});

function deviceOf({ client }: Person<Worker>): DeviceId {
  if (client.device === null) throw new Error('not registered');
  return client.device;
}

/** A case of the first worker's, with a backup in it and a third colleague outside. */
async function team() {
  const server = new FakeServer();
  const [contact, backup, third] = [
    await newWorker(server),
    await newWorker(server),
    await newWorker(server),
  ];
  const { hers, seeker } = await conversationOf(server, contact, backup);
  const [his] = contact.client.conversations;
  const [theirs] = backup.client.conversations;
  if (his === undefined || theirs === undefined) throw new Error('no conversation');
  await his.claim();
  await his.send({ text: 'Ik ben er' });
  for (const each of [his, hers]) await each.sync();
  const all = [contact, backup, third];
  /** A year goes by; in the end everybody's page is opened anew, hers last. */
  const sleep = async () => {
    server.sleep(365);
    for (const { client } of all.filter((each) => server.devices.get(deviceOf(each))?.state === 'active')) {
      await client.keepStock(5);
      await client.sync();
    }
    const [again] = (await seeker.restart()).conversations;
    if (again === undefined) throw new Error('no conversation');
    return again;
  };
  return { server, contact, backup, third, his, theirs, hers, sleep };
}

describe('a conversation that slept for a year (CAR-10)', () => {
  test('goes on with the same person by one touch, in the group that it had', async () => {
    const { contact, his, sleep } = await team();
    const hers = await sleep();
    await hers.care.askToTalk();
    await hers.sync();
    await his.sync();
    expect([hers.generation, hers.fixedContact]).toEqual([1, deviceOf(contact)]);
    expect(answersIn(his)).toEqual(['talk']);
    expect(his.queueEntry.waiting).not.toBeNull();
  });

  test('is read by the backup where the person has left', async () => {
    const { server, contact, theirs, sleep } = await team();
    server.revoke(deviceOf(contact));
    const hers = await sleep();
    await hers.care.askToTalk();
    await hers.sync();
    await theirs.sync();
    expect(answersIn(theirs)).toEqual(['talk']);
  });

  test('wakes in the next generation where its group went on unseen, with whom it was given', async () => {
    const { contact, backup, third, his, theirs, sleep } = await team();
    await his.handOver(deviceOf(third));
    await theirs.sync();
    await third.client.sync();
    await third.client.conversations[0]?.send({ text: 'Ik neem het over' });
    await third.client.sync();
    const hers = await sleep();
    await hers.care.askToTalk();
    await hers.sync();
    expect([hers.generation, hers.fixedContact]).toEqual([2, deviceOf(third)]);
    for (const { client } of [contact, backup, third]) await client.sync();
    const [given] = third.client.conversations;
    expect(given && answersIn(given)).toEqual(['talk']);
    // What died before she read it is asked for, and told again.
    await hers.sync();
    expect(textsIn(hers)).toContain('Ik neem het over');
  });

  test('says that it can’t be read on a device that was away for as long', async () => {
    const { server, his, theirs, third } = await team();
    await his.addColleague(deviceOf(third));
    server.sleep(31);
    await theirs.sync();
    expect(theirs.standing).toBe('unreadable');
    expect(his.standing).toBe('open');
  });
});
