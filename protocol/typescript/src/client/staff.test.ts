import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newWorker, Person, textsIn } from '../../test/fixture/people.js';
import { type DeviceId, parseId } from '../id/branded-id.js';
import { MemoryStorage } from '../storage/memory-storage.js';
import { publicKeyOf } from '../wire/ed25519.js';
import { deviceCode } from './device-code.js';
import { importProgrammeKey, loadProgrammeKey, seedIn } from './programme-key.js';
import type { StaffMember } from './staff.js';
import { openWorker, type Worker } from './worker-client.js';

const day = 86_400_000;

function deviceOf({ client }: Person<Worker>): DeviceId {
  if (client.device === null) throw new Error('not registered');
  return client.device;
}

function seedOf(server: FakeServer): Uint8Array {
  return server.directory.programmeSeeds.get(server.directory.programme) ?? new Uint8Array();
}

async function memberOf(staff: Worker['staff'], device: DeviceId): Promise<StaffMember> {
  const found = (await staff.members()).find((each) => each.device === device);
  if (found === undefined) throw new Error('not listed');
  return found;
}

/** A coordinator with the programme's key, and somebody whom she invited. */
async function team() {
  const server = new FakeServer();
  const coordinator = await newWorker(server);
  const { staff } = coordinator.client;
  await staff.importKey(seedOf(server));
  const { invitation } = await staff.invite('worker');
  const newcomer = new Person<Worker>(server, ({ options }) => openWorker(options));
  await (await newcomer.restart()).register(invitation);
  return { server, coordinator, staff, newcomer };
}

describe('the programme’s key', () => {
  const seed = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
  const pem =
    '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g\n-----END PRIVATE KEY-----\n';

  test('is read from a file of the operator’s command line, and from bytes as they are', () => {
    expect(seedIn(new TextEncoder().encode(pem))).toEqual(seed);
    expect(seedIn(seed)).toEqual(seed);
  });

  test.each([
    ['of another kind', pem.replace('MC4CAQAwBQYDK2VwBCIEIA', 'MC4CAQAwBQYDK2VuBCIEIA')],
    ['that is public', pem.replaceAll('PRIVATE', 'PUBLIC')],
    ['cut off', pem.replace('HyAh', '').replace('Gxwd', '')],
    ['of no base64', pem.replace('MC4C', '====')],
  ])('is not read from one %s', (_, text) => {
    expect(seedIn(new TextEncoder().encode(text))).toBeUndefined();
  });

  test('stays as it was where another one comes', async () => {
    const storage = new MemoryStorage();
    await importProgrammeKey(storage, seed, publicKeyOf(seed));
    const other = seed.map((byte) => byte + 1);
    await expect(importProgrammeKey(storage, other, publicKeyOf(seed))).rejects.toMatchObject({
      code: 'foreign-key',
    });
    expect(await loadProgrammeKey(storage, publicKeyOf(seed))).toEqual(seed);
    expect(await loadProgrammeKey(storage, publicKeyOf(other))).toBeUndefined();
  });

  test('never leaves the device', async () => {
    const { server, staff, newcomer } = await team();
    await staff.sign(await memberOf(staff, deviceOf(newcomer)));
    await staff.cutOff(deviceOf(newcomer));
    const seedText = Buffer.from(seedOf(server));
    for (const { body } of server.received) {
      expect(Buffer.from(body).includes(seedText)).toBe(false);
      expect(Buffer.from(body).includes(seedText.toString('base64url'))).toBe(false);
    }
  });
});

describe('a newcomer', () => {
  test('is signed once both see the same code, and from then on may be brought in', async () => {
    const { server, coordinator, staff, newcomer } = await team();
    expect(await newcomer.client.fetchCredential()).toBe(false);
    expect(newcomer.client.role).toBe('worker');
    const member = await memberOf(staff, deviceOf(newcomer));
    expect(member).toMatchObject({ until: null, role: 'worker', code: newcomer.client.code });
    expect(await staff.renew([member])).toBe(0);
    await staff.sign(member);
    expect(await newcomer.client.fetchCredential()).toBe(true);
    await newcomer.client.keepStock(3);
    const { hers } = await conversationOf(server, coordinator, newcomer);
    expect(hers.view?.members.map(({ holder }) => holder)).toContain(deviceOf(newcomer));
    const { until } = await memberOf(staff, deviceOf(newcomer));
    expect(Math.round(((until ?? 0) - Date.now()) / day)).toBe(60);
  });

  test('shows another code where somebody puts another key in her place, under whatever name', async () => {
    const { server, staff, newcomer } = await team();
    const device = server.devices.get(deviceOf(newcomer));
    if (device === undefined) throw new Error('not registered');
    device.signatureKey = Buffer.from(publicKeyOf(new Uint8Array(32))).toString('base64url');
    expect((await memberOf(staff, deviceOf(newcomer))).code).not.toBe(newcomer.client.code);
  });

  test('has a code of twenty digits, which only the programme and the key decide', () => {
    const programme = parseId('prg', 'prg_000000000000000000000000000');
    expect(deviceCode(programme, new Uint8Array(32))).toBe('8463 9208 3853 7810 4705');
  });

  test('takes no credential that is another device’s', async () => {
    const { server, coordinator, newcomer } = await team();
    const device = server.devices.get(deviceOf(newcomer));
    const theirs = server.devices.get(deviceOf(coordinator));
    if (device === undefined || theirs === undefined) throw new Error('not registered');
    const { programme } = server.directory;
    const key = Buffer.from(device.signatureKey, 'base64url');
    device.credential = server.directory.credential(programme, theirs.worker, theirs.device, key);
    await expect(newcomer.client.fetchCredential()).rejects.toMatchObject({
      code: 'credential-refused',
      cause: 'wrong-device',
    });
  });
});

describe('credentials', () => {
  /** Replaces a device's credential by one that ends in so many days. */
  function endIn(server: FakeServer, device: DeviceId, days: number) {
    const found = server.devices.get(device);
    if (found === undefined) throw new Error('no such device');
    const key = Buffer.from(found.signatureKey, 'base64url');
    const { programme } = server.directory;
    found.credential = server.directory.credential(programme, found.worker, device, key, days + 1);
  }

  async function signed() {
    const { newcomer, ...rest } = await team();
    const device = deviceOf(newcomer);
    await rest.staff.sign(await memberOf(rest.staff, device));
    return { ...rest, device };
  }

  test('are renewed thirty days before they end, unasked', async () => {
    const { server, staff, device } = await signed();
    endIn(server, device, 31);
    expect(await staff.renew([await memberOf(staff, device)])).toBe(0);
    endIn(server, device, 29);
    expect(await staff.renew([await memberOf(staff, device)])).toBe(1);
    expect(await staff.renew([await memberOf(staff, device)])).toBe(0);
  });

  test('are in the next packages of a page that was open when they were renewed', async () => {
    const { server, staff, newcomer } = await team();
    const device = deviceOf(newcomer);
    await staff.sign(await memberOf(staff, device));
    await newcomer.client.fetchCredential();
    endIn(server, device, 29);
    await staff.renew([await memberOf(staff, device)]);
    const renewed = Buffer.from(server.devices.get(device)?.credential ?? []);
    await newcomer.client.keepStock(3);
    const messages = server.devices.get(device)?.stock ?? [];
    expect(messages.length).toBe(3);
    for (const message of messages) {
      expect(Buffer.from(message, 'base64url').includes(renewed)).toBe(true);
    }
  });

  test('are renewed where they ended, but never for another key', async () => {
    const { server, staff, device } = await signed();
    const found = server.devices.get(device);
    if (found !== undefined) found.credential = null;
    const member = await memberOf(staff, device);
    expect(member.until).toBeNull();
    expect(await staff.renew([{ ...member, signatureKey: new Uint8Array(32) }])).toBe(0);
    expect(await staff.renew([member])).toBe(1);
  });

  test('are never renewed for who is cut off', async () => {
    const { server, staff, device } = await signed();
    await staff.cutOff(device);
    await staff.cutOff(device);
    expect(server.directory.revoked).toEqual([device]);
    const found = server.devices.get(device);
    if (found !== undefined) found.state = 'active';
    const member = await memberOf(staff, device);
    expect(member.active).toBe(false);
    endIn(server, device, 2);
    expect(await staff.renew([member])).toBe(0);
  });

  test('are all signed anew once the programme has another key', async () => {
    const { server, coordinator, staff, device } = await signed();
    server.directory.programmeSeeds.set(server.directory.programme, new Uint8Array(32).fill(9));
    server.directory.statusNumber += 1;
    server.directory.publish();
    await coordinator.client.directory.refresh();
    expect(await staff.hasKey()).toBe(false);
    const all = await staff.members();
    expect(all.map(({ until }) => until)).toEqual([null, null]);
    expect(await staff.renew(all)).toBe(0);
    await staff.importKey(seedOf(server));
    expect(await staff.renew(await staff.members())).toBe(2);
    expect((await memberOf(staff, device)).until).not.toBeNull();
  });
});

test('a conversation goes on in its next generation once the programme has another key', async () => {
  const { server, coordinator } = await team();
  const { hers, seeker } = await conversationOf(server, coordinator);
  server.directory.programmeSeeds.set(server.directory.programme, new Uint8Array(32).fill(9));
  server.directory.statusNumber += 1;
  server.directory.publish();
  const { client } = coordinator;
  await client.directory.refresh();
  await client.staff.importKey(seedOf(server));
  expect(await client.staff.renew(await client.staff.members())).toBe(1);
  // As the server does once the credential was renewed.
  const device = server.devices.get(deviceOf(coordinator));
  if (device !== undefined) Object.assign(device, { stock: [], lastResort: null });
  await client.keepStock(3);
  await seeker.client.directory.refresh();

  await hers.send({ text: 'Na de wissel', language: 'nl', urgent: false });
  await hers.sync();
  await client.sync();

  expect(hers.view?.generation).toBe(2);
  expect(textsIn(client.conversations[0])).toContain('Na de wissel');
});

describe('who leaves', () => {
  test('is taken out, and a member brings in the colleague to whom her cases go', async () => {
    const { server, coordinator, staff, newcomer } = await team();
    const leaver = await newWorker(server);
    const { hers, seeker } = await conversationOf(server, coordinator, leaver);
    await staff.sign(await memberOf(staff, deviceOf(newcomer)));
    await newcomer.client.fetchCredential();
    await newcomer.client.keepStock(3);
    await leaver.client.conversations[0]?.claim();
    await hers.sync();

    await staff.cutOff(deviceOf(leaver));
    expect(await staff.handCases(deviceOf(leaver), deviceOf(newcomer))).toEqual({ cases: 1, unattended: 0 });
    await coordinator.client.sync();
    await newcomer.client.sync();
    await hers.send({ text: 'Ben je daar?' });
    await hers.sync();
    await newcomer.client.sync();

    const [theirs] = newcomer.client.conversations;
    expect(textsIn(theirs)).toEqual(['Ben je daar?']);
    expect(theirs?.fixedContact).toBe(deviceOf(newcomer));
    expect(hers.formerContact).toBe(deviceOf(leaver));
    expect(hers.view?.removalOwed).toEqual([]);
    expect(seeker.client.conversations).toHaveLength(1);
  });

  test('is not asked for over and over where the server serves another status than it took', async () => {
    const { coordinator, staff, newcomer } = await team();
    let puts = 0;
    coordinator.change = (fetch) => async (url, init) => {
      if (init.method !== 'PUT' || !url.includes('/statuses/')) return fetch(url, init);
      puts += 1;
      return new Response(null, { status: 204 });
    };
    await expect(staff.cutOff(deviceOf(newcomer))).rejects.toMatchObject({ code: 'status-refused' });
    expect(puts).toBe(3);
  });

  test('leaves nobody behind unseen: the phone begins anew with who is there, and her next words are read (E2E-13)', async () => {
    const { server, coordinator, staff, newcomer } = await team();
    const leaver = await newWorker(server);
    const { hers } = await conversationOf(server, coordinator, leaver);
    await staff.sign(await memberOf(staff, deviceOf(newcomer)));
    await newcomer.client.fetchCredential();
    await newcomer.client.keepStock(3);
    await leaver.client.conversations[0]?.claim();
    await leaver.client.conversations[0]?.send({ text: 'Dag' });
    await leaver.client.sync();
    await hers.sync();
    await hers.removeDevice(deviceOf(coordinator));
    await staff.cutOff(deviceOf(leaver));
    expect(await staff.handCases(deviceOf(leaver), deviceOf(newcomer))).toEqual({ cases: 1, unattended: 1 });

    await hers.sync();
    expect(hers.generation).toBe(2);
    await coordinator.client.sync();
    await newcomer.client.sync();
    await hers.send({ text: 'Ben je daar?' });
    await hers.sync();
    await newcomer.client.sync();
    const [theirs] = newcomer.client.conversations;
    expect(textsIn(theirs)).toEqual(['Ben je daar?']);
    expect(theirs?.fixedContact).toBe(deviceOf(newcomer));
  });

  test('is no reason to begin anew where she took the last device out herself, until she has something to say', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const { hers } = await conversationOf(server, worker);
    await worker.client.conversations[0]?.send({ text: 'Dag' });
    await worker.client.sync();
    await hers.sync();
    await hers.removeDevice(deviceOf(worker));
    await hers.sync();
    expect([hers.generation, hers.view?.members.length]).toEqual([1, 1]);
    await hers.send({ text: 'Toch nog iets' });
    await hers.sync();
    expect(hers.generation).toBe(2);
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toContain('Toch nog iets');
  });

  test('leaves the status of a colleague standing who signed one at the same time', async () => {
    const { server, coordinator, staff, newcomer } = await team();
    let first = true;
    coordinator.change = (fetch) => (url, init) => {
      if (first && init.method === 'PUT' && url.includes('/statuses/')) {
        first = false;
        server.directory.ask({ tokensPerConversation: 3 });
      }
      return fetch(url, init);
    };
    await staff.cutOff(deviceOf(newcomer));
    const { statuses } = await coordinator.client.directory.refresh();
    expect(statuses.get(server.directory.programme)?.content).toMatchObject({
      tokensPerConversation: 3,
      revokedDevices: [deviceOf(newcomer)],
    });
  });
});
