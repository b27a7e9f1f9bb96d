import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newWorker, textsIn } from '../../test/fixture/people.js';
import { planOf } from '../plan/plan.js';
import { changesTo, type Wanted } from '../plan/plan-edit.js';
import type { SeekerConversation } from './seeker-conversation.js';
import type { WorkerConversation } from './worker-conversation.js';

type Conversation = SeekerConversation | WorkerConversation;
const field = 'goal.0t00000aaaaaaaa.text';

const write = (conversation: Conversation, wanted: Wanted) =>
  conversation.plan.change(changesTo(conversation.plan.state, wanted));
const planIn = (conversation: Conversation) => planOf(conversation.plan.state);

async function together() {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const { hers, seeker } = await conversationOf(server, worker);
  const [his] = worker.client.conversations;
  if (his === undefined) throw new Error('no conversation');
  await his.claim();
  return { server, worker, seeker, hers, his };
}

describe('a plan in a conversation', () => {
  test('is edited by both while they are offline, and loses neither change (PLN-4, PLN-5)', async () => {
    const { server, worker, seeker, hers, his } = await together();
    await write(hers, { [field]: 'A room' });
    await hers.sync();
    await his.sync();
    const before = server.logs[0]?.latest;
    for (const person of [worker, seeker]) {
      person.change = () => async () => {
        throw new TypeError('offline');
      };
    }
    await write(hers, { [field]: 'A flat', 'area.housing.now': 3 });
    await write(his, { [field]: 'A house', 'agreement.text': 'We talk on Mondays.' });
    for (const each of [hers, his])
      await expect(each.sync()).rejects.toMatchObject({ code: 'network-failure' });
    expect(server.logs[0]?.latest).toBe(before);
    for (const person of [worker, seeker]) person.change = (fetch) => fetch;
    for (const each of [hers, his, hers]) await each.sync();
    expect(planIn(hers)).toEqual(planIn(his));
    expect(planIn(hers).conflicts.map(({ options }) => options.map(({ value }) => value).sort())).toEqual([
      ['A flat', 'A house'],
    ]);
    await write(his, { [field]: 'A flat' });
    for (const each of [his, hers]) await each.sync();
    expect(planIn(hers)).toMatchObject({ conflicts: [], goals: [{ text: 'A flat' }] });
    expect(planIn(hers)).toEqual(planIn(his));
  });

  test('is no message of it, and answers nothing (LOG-16)', async () => {
    const { server, hers, his } = await together();
    await write(his, { [field]: 'A room' });
    await his.sync();
    await hers.sync();
    expect(textsIn(hers)).toEqual(['Hoi']);
    expect(server.logs[0]?.answerBy).not.toBeNull();
    expect(his.queueEntry.waiting).not.toBeNull();
  });

  test('replaces what the same person wrote a moment before, which no page has shown yet', async () => {
    const { hers } = await together();
    const before = hers.plan.state;
    await Promise.all([4, 5].map((score) => hers.plan.change(changesTo(before, { 'area.work.now': score }))));
    expect(planIn(hers).conflicts).toEqual([]);
    expect(planIn(hers).areas.work.now).toBe(5);
  });

  test('is there after a restart on either side', async () => {
    const { worker, seeker, hers, his } = await together();
    await write(hers, { [field]: 'A room', 'area.work.now': 4 });
    await hers.sync();
    await his.sync();
    for (const each of [await worker.restart(), await seeker.restart()]) {
      expect(each.conversations.map(planIn)).toMatchObject([{ goals: [{ text: 'A room' }] }]);
    }
  });

  test('is told again to who came in later, and known to nobody new before (PLN-8)', async () => {
    const { server, hers, his } = await together();
    const colleague = await newWorker(server);
    await write(hers, { [field]: 'A room' });
    await hers.sync();
    const { device } = colleague.client;
    if (device === null) throw new Error('not registered');
    await his.addColleague(device);
    await hers.sync();
    await colleague.client.sync();
    const [theirs] = colleague.client.conversations;
    if (theirs === undefined) throw new Error('not in it');
    expect(planIn(theirs).empty).toBe(true);
    expect(hers.plan.strangers).toEqual([device]);
    await hers.plan.tellAgain();
    for (const each of [hers, theirs, his]) await each.sync();
    expect(hers.plan.strangers).toEqual([]);
    expect(planIn(theirs)).toEqual(planIn(hers));
    expect(planIn(his)).toEqual(planIn(hers));
  });
});
