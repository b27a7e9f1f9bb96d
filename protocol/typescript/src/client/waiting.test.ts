import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newWorker, textsIn } from '../../test/fixture/people.js';

/** A case of the first worker's, with a backup in it, whose promise is broken. */
async function late() {
  const server = new FakeServer();
  const [contact, backup] = [await newWorker(server), await newWorker(server)];
  const { seeker, hers } = await conversationOf(server, contact, backup);
  const [his] = contact.client.conversations;
  const [theirs] = backup.client.conversations;
  const [log] = server.logs;
  if (his === undefined || theirs === undefined || log === undefined) throw new Error('no conversation');
  await his.claim();
  const become = async (waiting: 'backup' | 'next') => {
    log.waiting = waiting;
    for (const each of [hers, his, theirs]) await each.sync();
  };
  await become('backup');
  return { server, contact, backup, seeker, hers, his, theirs, log, become };
}

describe('a promise that is broken', () => {
  test('is seen by everybody, with the step (WAI-1)', async () => {
    const { hers, his, theirs, become } = await late();
    expect([hers.view?.waiting, his.queueEntry.step, theirs.queueEntry.step]).toEqual(
      Array(3).fill('backup'),
    );
    await become('next');
    expect([hers.view?.waiting, his.queueEntry.step, theirs.queueEntry.step]).toEqual(Array(3).fill('next'));
  });

  test('is seen by a device that was started anew', async () => {
    const { backup } = await late();
    const [again] = (await backup.restart()).conversations;
    expect(again?.queueEntry.step).toBe('backup');
  });

  test('lets a colleague take over and answer, and who was late hears of it (WAI-6)', async () => {
    const { backup, his, theirs, hers } = await late();
    await theirs.takeOver();
    expect(theirs.fixedContact).toBe(backup.client.device);
    await theirs.send({ text: 'Ik ben er' });
    await theirs.sync();
    await his.sync();
    await hers.sync();
    expect(his.fixedContact).toBe(backup.client.device);
    expect(textsIn(hers)).toEqual(['Hoi', 'Ik ben er']);
    expect(hers.view?.waiting).toBeNull();
  });

  test('lets nobody take over from who has answered meanwhile', async () => {
    const { his, theirs } = await late();
    await his.send({ text: 'Hier ben ik' });
    await his.sync();
    await expect(theirs.takeOver()).rejects.toMatchObject({ code: 'already-claimed' });
  });
});

describe('who goes on with another programme (WAI-9)', () => {
  test('is lost to the first one, which sees it, and nothing says where to', async () => {
    const { server, hers, his, become, log } = await late();
    await become('next');
    await hers.goElsewhere();
    await hers.goElsewhere();
    const before = log.entries.length;
    await hers.sync();
    await his.sync();
    expect(log.entries.length).toBe(before + 1);
    expect(his.queueEntry).toMatchObject({ elsewhere: true, waiting: null, answerBy: null, step: null });
    expect(his.messages.some(({ payload }) => payload?.type === 'went-elsewhere')).toBe(false);
    // Quiet: the server takes it for no words of hers.
    expect(log.waiting).toBe('next');
    expect(server.logs.length).toBe(1);
  });

  test('sees an answer that comes late, and is back once she writes here again', async () => {
    const { hers, his } = await late();
    await hers.goElsewhere();
    await hers.sync();
    expect([hers.elsewhere, hers.answeredSinceGone]).toEqual([true, false]);
    await his.sync();
    await his.send({ text: 'Sorry, hier ben ik' });
    await his.sync();
    await hers.sync();
    expect([hers.elsewhere, hers.answeredSinceGone]).toEqual([true, true]);
    await hers.send({ text: 'Dan praat ik met jou verder' });
    await hers.sync();
    await his.sync();
    expect([hers.elsewhere, his.queueEntry.elsewhere]).toEqual([false, false]);
    expect(his.queueEntry.waiting).not.toBeNull();
  });

  test('is so on her phone after it was started anew, and a device can not say it for her', async () => {
    const { seeker, hers, his, log } = await late();
    await hers.goElsewhere();
    const [again] = (await seeker.restart()).conversations;
    expect(again?.elsewhere).toBe(true);
    expect(his.queueEntry.elsewhere).toBe(false);
    expect(log.waiting).toBe('backup');
  });
});
