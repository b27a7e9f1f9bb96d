import { expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newWorker } from '../../test/fixture/people.js';
import type { Partner } from '../directory/partner.js';

const partner: Partner = {
  kind: 'housing',
  name: 'Onderdak',
  municipalities: [],
  contact: '055 555 0100',
  weeksWaiting: 4,
  checkedOn: '2026-11-01',
};

test('a card of an organisation comes as it was sent, and ends no promise (SOC-7)', async () => {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const { hers } = await conversationOf(server, worker);
  const [his] = worker.client.conversations;
  if (his === undefined) throw new Error('no conversation');
  await his.claim();
  const promised = hers.view?.answerBy;
  await his.refer(partner);
  await his.sync();
  await hers.sync();
  const { payload, sender } = hers.messages.at(-1) ?? {};
  expect(payload).toMatchObject({ type: 'referral', partner });
  expect(sender).toBe(worker.client.device);
  expect(hers.view?.answerBy).toBe(promised);
  expect(his.queueEntry.waiting).not.toBeNull();
});
