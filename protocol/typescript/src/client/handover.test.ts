import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, losing, newWorker, textsIn } from '../../test/fixture/people.js';
import type { DeviceId } from '../id/branded-id.js';

/** A case of the first worker's, with a backup in it and a third colleague outside. */
async function team() {
  const server = new FakeServer();
  const [contact, backup, third] = [
    await newWorker(server),
    await newWorker(server),
    await newWorker(server),
  ];
  const { hers } = await conversationOf(server, contact, backup);
  const [his] = contact.client.conversations;
  const [theirs] = backup.client.conversations;
  if (his === undefined || theirs === undefined) throw new Error('no conversation');
  await his.claim();
  const deviceOf = ({ client }: typeof contact): DeviceId => {
    if (client.device === null) throw new Error('not registered');
    return client.device;
  };
  const newest = () => server.logs[0]?.entries.length ?? 0;
  return { server, contact, backup, third, hers, his, theirs, deviceOf, newest };
}

describe('a case that is handed over', () => {
  test('goes to a colleague who comes in for it, and she answers what comes from then on', async () => {
    const { contact, hers, his, third, deviceOf } = await team();
    await hers.sync();
    expect(hers.formerContact).toBeNull();
    await his.handOver(deviceOf(third));
    await hers.send({ text: 'after' });
    await hers.sync();
    await third.client.sync();
    const [her] = third.client.conversations;
    expect(textsIn(her)).toEqual(['after']);
    expect(her?.fixedContact).toBe(deviceOf(third));
    await her?.send({ text: 'I go on' });
    await her?.sync();
    await hers.sync();
    expect(hers.fixedContact).toBe(deviceOf(third));
    expect(hers.formerContact).toBe(deviceOf(contact));
    expect(textsIn(hers)).toEqual(['Hoi', 'after', 'I go on']);
  });

  test('needs no Commit for who is in it already', async () => {
    const { his, hers, backup, deviceOf, newest } = await team();
    const before = newest();
    await his.handOver(deviceOf(backup));
    await hers.sync();
    expect(newest()).toBe(before);
    expect(hers.fixedContact).toBe(deviceOf(backup));
  });

  test('goes on where it was interrupted, and once done is done', async () => {
    const { contact, his, hers, third, deviceOf, newest } = await team();
    contact.change = (fetch) => (url, init) => {
      if (url.endsWith('/fixed-contact')) throw new TypeError('lost');
      return fetch(url, init);
    };
    await expect(his.handOver(deviceOf(third))).rejects.toMatchObject({ code: 'network-failure' });
    const before = newest();
    contact.change = losing('answer', (_, path) => path.endsWith('/fixed-contact'));
    await his.handOver(deviceOf(third));
    await his.handOver(deviceOf(third));
    await hers.sync();
    expect(hers.fixedContact).toBe(deviceOf(third));
    expect(newest()).toBe(before);
  });

  test('is the fixed contact’s to hand over: nobody else brings anybody in for it', async () => {
    const { theirs, third, deviceOf, newest } = await team();
    const before = newest();
    await expect(theirs.handOver(deviceOf(third))).rejects.toMatchObject({ code: 'not-fixed-contact' });
    expect(newest()).toBe(before);
  });

  test('stays where it is when the colleague may not come in (KPK-9)', async () => {
    const { server, his, hers, contact, third, deviceOf } = await team();
    server.revoke(deviceOf(third));
    await expect(his.handOver(deviceOf(third))).rejects.toMatchObject({ code: 'device-refused' });
    await hers.sync();
    expect(hers.fixedContact).toBe(deviceOf(contact));
  });
});

describe('who asks to be taken out (E2E-12)', () => {
  test('is taken out by the new fixed contact, and reads nothing after', async () => {
    const { contact, backup, his, hers, theirs, deviceOf } = await team();
    await his.handOver(deviceOf(backup));
    await his.leave();
    expect(his.leaves).toBe(true);
    await theirs.sync();
    await hers.send({ text: 'after' });
    await hers.sync();
    await contact.client.sync();
    await theirs.sync();
    expect(his.standing).toBe('closed');
    expect(his.leaves).toBe(false);
    expect(textsIn(his)).toEqual(['Hoi']);
    expect(textsIn(theirs)).toEqual(['Hoi', 'after']);
    expect(textsIn(hers)).toEqual(['Hoi', 'after']);
  });

  test('asks after the place is passed on, and once', async () => {
    const { backup, his, deviceOf, newest } = await team();
    await expect(his.leave()).rejects.toMatchObject({ code: 'is-fixed-contact' });
    await his.handOver(deviceOf(backup));
    await his.leave();
    const before = newest();
    await his.leave();
    expect(newest()).toBe(before);
  });

  test('is nobody else’s to take out', async () => {
    const { backup, third, his, theirs, deviceOf, newest } = await team();
    await his.addColleague(deviceOf(third));
    await theirs.sync();
    await theirs.leave();
    const asked = newest();
    await third.client.sync();
    expect(newest()).toBe(asked);
    await his.sync();
    expect(newest()).toBe(asked + 1);
    await backup.client.sync();
    expect(theirs.standing).toBe('closed');
  });

  test('stays when she has come in again since', async () => {
    const { backup, his, theirs, deviceOf } = await team();
    await theirs.leave();
    await his.sync();
    await backup.client.sync();
    expect(theirs.standing).toBe('closed');
    await his.addColleague(deviceOf(backup));
    await backup.client.sync();
    await his.sync();
    await backup.client.sync();
    expect(theirs.standing).toBe('open');
    expect(theirs.leaves).toBe(false);
  });
});
