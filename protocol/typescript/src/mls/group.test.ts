import { createCommit, createGroup, createProposal, type Proposal } from 'ts-mls';
import { describe, expect, test } from 'vitest';
import { TestGroup, TestRules } from '../../test/fixture/group-members.js';
import { randomId } from '../id/branded-id.js';
import { toBase64Url } from '../wire/base64url.js';
import { cipherSuite, cipherSuiteNumber, generateSignatureKey } from './cipher-suite.js';
import { generatePackage } from './device-key-package.js';
import { groupIdOf, readKeyPackage, readPrivateMessage, readWelcome, writeMessage } from './framing.js';
import { Group } from './group.js';
import { clientConfig, decodeState } from './group-state.js';
import { paddingBuckets } from './padding.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function read(group: Group, message: Uint8Array): Promise<[Group, string]> {
  const processed = await group.process(message);
  if (processed.kind !== 'application') throw new Error('not an application message');
  return [processed.group, textOf(processed.plaintext)];
}

/** A Commit with any proposals at all, as a member with changed software would make it. */
async function rogueCommit(group: Group, rules: TestRules, extraProposals: Proposal[]): Promise<Uint8Array> {
  const state = decodeState(group.encode(), rules);
  const suite = await cipherSuite();
  return writeMessage((await createCommit({ state, cipherSuite: suite }, { extraProposals })).commit);
}

describe('a group', () => {
  test('uses the one cipher suite, in every key package and welcome (E2E-1)', async () => {
    const test = new TestGroup();
    const { message } = await test.device().keyPackage();
    expect(new DataView(message.buffer, message.byteOffset).getUint16(6)).toBe(cipherSuiteNumber);
    const { welcome } = await (await test.create()).commit({ add: [message] });
    expect(readWelcome(welcome ?? new Uint8Array()).cipherSuite).toBe(readKeyPackage(message).cipherSuite);
  });

  test('is named after conversation and generation, with the seeker at leaf 0 (E2E-2)', async () => {
    const test = new TestGroup();
    const [seeker, device] = await test.withDevices(test.device());
    expect(seeker.generation(test.conversation)).toBe(1);
    expect(seeker.generation(randomId('cnv'))).toBeUndefined();
    expect(device?.members[0]).toEqual({ leaf: 0, identity: { kind: 'seeker', holder: test.pseudonym } });
    expect(groupIdOf(test.conversation, 0x01020304).slice(16)).toEqual(Uint8Array.of(1, 2, 3, 4));
  });

  test('carries messages both ways and says who sent them', async () => {
    const test = new TestGroup();
    const device = test.device();
    const [seeker, worker] = await test.withDevices(device);
    const hello = await seeker.encrypt(utf8('hello'));
    const read = await worker?.process(hello.message);
    expect(read).toMatchObject({ kind: 'application', sender: { holder: test.pseudonym } });
    const answer = await read?.group.encrypt(utf8('hi'));
    const back = await hello.group.process(answer?.message ?? new Uint8Array());
    expect(back).toMatchObject({ sender: { kind: 'device', holder: device.device } });
  });

  test.each(paddingBuckets)('pads to exactly %i bytes (E2E-6)', async (bucket) => {
    const [seeker, worker] = await (async () => {
      const test = new TestGroup();
      return test.withDevices(test.device());
    })();
    const lengthBytes = bucket === 1024 || bucket === 4096 || bucket === 16_384 ? 2 : 4;
    const most = bucket - 66 - lengthBytes;
    for (const length of [most, Math.floor(bucket / 2)]) {
      const { message } = await seeker.encrypt(new Uint8Array(length).fill(120));
      expect(readPrivateMessage(message).privateMessage.ciphertext.length).toBe(bucket + 16);
      expect(message.length).toBeLessThanOrEqual(65_536);
    }
    const { message } = await seeker.encrypt(new Uint8Array(most).fill(120));
    const processed = await worker?.process((await seeker.encrypt(new Uint8Array(most).fill(9))).message);
    expect(processed).toMatchObject({ kind: 'application', plaintext: new Uint8Array(most).fill(9) });
    const next = paddingBuckets[paddingBuckets.indexOf(bucket) + 1];
    const larger = seeker.encrypt(new Uint8Array(most + 1));
    if (next === undefined) await expect(larger).rejects.toMatchObject({ code: 'too-large' });
    else expect(readPrivateMessage((await larger).message).privateMessage.ciphertext.length).toBe(next + 16);
    expect(message.length).toBeGreaterThan(bucket);
  });

  test('goes on from a stored state, and does not alias what it was read from', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    const stored = seeker.encode();
    const restored = Group.decode(stored, test.rules);
    const { message, group } = await restored.encrypt(utf8('after a restart'));
    stored.fill(0);
    expect((await group.encrypt(utf8('again'))).message.length).toBeGreaterThan(1024);
    expect(await read(worker ?? seeker, message)).toMatchObject([{}, 'after a restart']);
  });

  test('zeroes what a step used up only when told to (E2E-8)', async () => {
    const test = new TestGroup();
    const colleague = test.device();
    const [seeker, worker] = await test.withDevices(test.device());
    const keyPackage = await colleague.keyPackage();
    const lost = await seeker.commit({ add: [keyPackage.message] });
    const winner = await worker?.commit();
    const after = await seeker.process(winner?.message ?? new Uint8Array());
    expect(after.group.epoch).toBe(2);
    lost.forget();
    const again = await after.group.commit({ add: [keyPackage.message] });
    again.forget();
    after.forget();
    const hello = await again.group.encrypt(utf8('hello'));
    const joined = await test.join(again.welcome, keyPackage, colleague);
    expect(await read(joined, hello.message)).toMatchObject([{}, 'hello']);
  });

  test('shows a newcomer nothing from before, and a removed member nothing after (E2E-11)', async () => {
    const test = new TestGroup();
    const [first, second] = [test.device(), test.device()];
    const [seeker, worker] = await test.withDevices(first);
    const before = await seeker.encrypt(utf8('before'));
    const keyPackage = await second.keyPackage();
    const add = await before.group.commit({ add: [keyPackage.message] });
    const newcomer = await test.join(add.welcome, keyPackage, second);
    await expect(newcomer.process(before.message)).rejects.toMatchObject({ code: 'cannot-decrypt' });
    const [read1] = await read(worker ?? seeker, before.message);
    const followed = await read1.process(add.message);
    const remove = await add.group.commit({ remove: [first.device] });
    const after = await remove.group.encrypt(utf8('after'));
    await expect(followed.group.process(after.message)).rejects.toMatchObject({ code: 'cannot-decrypt' });
    const stayed = await newcomer.process(remove.message);
    expect(await read(stayed.group, after.message)).toMatchObject([{}, 'after']);
  });

  test('reads a message of the epoch before (LOG-9)', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    const late = await seeker.encrypt(utf8('late'));
    const update = await worker?.commit();
    expect(await read(update?.group ?? seeker, late.message)).toMatchObject([{}, 'late']);
  });

  test('does not read the same message twice', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    const { message } = await seeker.encrypt(utf8('once'));
    const [after] = await read(worker ?? seeker, message);
    await expect(after.process(message)).rejects.toMatchObject({ code: 'cannot-decrypt' });
  });

  test('reads a message after many that never arrived', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    let { group, message } = await seeker.encrypt(utf8('0'));
    for (let sent = 1; sent <= 250; sent += 1) ({ group, message } = await group.encrypt(utf8(`${sent}`)));
    expect(await read(worker ?? seeker, message)).toMatchObject([{}, '250']);
  });
});

describe('a commit', () => {
  test('may bring in a colleague, by a device of the chosen programme', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    const colleague = test.device();
    const made = await worker?.commit({ add: [(await colleague.keyPackage()).message] });
    const processed = await seeker.process(made?.message ?? new Uint8Array());
    expect(processed).toMatchObject({ kind: 'commit', added: [{ holder: colleague.device }], removed: [] });
  });

  test('with a device of another programme is taken only from leaf 0 (E2E-4)', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    const foreign = (await test.device(randomId('prg')).keyPackage()).message;
    const add: Proposal = { proposalType: 'add', add: { keyPackage: readKeyPackage(foreign) } };
    await expect(worker?.commit({ add: [foreign] })).rejects.toMatchObject({ code: 'commit-refused' });
    const message = await rogueCommit(worker ?? seeker, test.rules, [add]);
    await expect(seeker.process(message)).rejects.toMatchObject({ code: 'commit-refused' });
    const byHer = await seeker.commit({ add: [foreign] });
    expect((await worker?.process(byHer.message))?.kind).toBe('commit');
  });

  test('from a device that she let in for a lead renews its keys, and changes nothing of the other programme (E2E-4)', async () => {
    const test = new TestGroup();
    const [own, foreign] = [test.device(), test.device(randomId('prg'))];
    const [seeker, , lead] = await test.withDevices(own, foreign);
    const colleague = (await test.device().keyPackage()).message;
    for (const proposal of [
      { proposalType: 'remove', remove: { removed: 1 } },
      { proposalType: 'add', add: { keyPackage: readKeyPackage(colleague) } },
    ] satisfies Proposal[]) {
      const message = await rogueCommit(lead ?? seeker, test.rules, [proposal]);
      await expect(seeker.process(message)).rejects.toMatchObject({ code: 'commit-refused' });
    }
    const update = await lead?.commit();
    expect(await seeker.process(update?.message ?? new Uint8Array())).toMatchObject({ kind: 'commit' });
  });

  test('by any device removes whom the server has cut off, and never the seeker (E2E-14)', async () => {
    const test = new TestGroup();
    const [own, foreign] = [test.device(), test.device(randomId('prg'))];
    const [seeker, , lead] = await test.withDevices(own, foreign);
    await expect(lead?.commit({ remove: [own.device] })).rejects.toMatchObject({ code: 'commit-refused' });
    test.rules.unseated.add(own.device);
    const made = await lead?.commit({ remove: [own.device] });
    const processed = await seeker.process(made?.message ?? new Uint8Array());
    expect(processed).toMatchObject({ kind: 'commit', removed: [{ identity: { holder: own.device } }] });
  });

  test('by a device may not remove a device of another programme (E2E-4)', async () => {
    const test = new TestGroup();
    const foreign = test.device(randomId('prg'));
    const [seeker, worker] = await test.withDevices(test.device(), foreign);
    const remove: Proposal = { proposalType: 'remove', remove: { removed: 2 } };
    const message = await rogueCommit(worker ?? seeker, test.rules, [remove]);
    await expect(seeker.process(message)).rejects.toMatchObject({ code: 'commit-refused' });
  });

  test('never removes the seeker (E2E-4)', async () => {
    const test = new TestGroup();
    const [seeker, first, second] = await test.withDevices(test.device(), test.device());
    const remove: Proposal = { proposalType: 'remove', remove: { removed: 0 } };
    const message = await rogueCommit(first ?? seeker, test.rules, [remove]);
    await expect(second?.process(message)).rejects.toMatchObject({ code: 'commit-refused' });
    await expect(seeker.process(message)).rejects.toMatchObject({ code: 'commit-refused' });
  });

  test('with a credential that fails KPK-9 is refused (E2E-4)', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    const revoked = test.device();
    const { message } = await revoked.keyPackage();
    const made = await worker?.commit({ add: [message] });
    test.rules.refused.add(revoked.device);
    await expect(seeker.process(made?.message ?? message)).rejects.toMatchObject({ code: 'commit-refused' });
    await expect(seeker.commit({ add: [message] })).rejects.toMatchObject({ code: 'commit-refused' });
  });

  test('with a leaf key that the credential does not name is refused (KPK-9)', async () => {
    const test = new TestGroup();
    const seeker = await test.create();
    const { publicPackage } = await generatePackage(test.device().credential, generateSignatureKey());
    const message = writeMessage({
      version: 'mls10',
      wireformat: 'mls_key_package',
      keyPackage: publicPackage,
    });
    await expect(seeker.commit({ add: [message] })).rejects.toMatchObject({ code: 'commit-refused' });
  });

  test('never leaves a fifth member (E2E-4)', async () => {
    const test = new TestGroup();
    const devices = [test.device(), test.device(), test.device()];
    const [seeker, worker] = await test.withDevices(...devices);
    const fifth = (await test.device().keyPackage()).message;
    const add: Proposal = { proposalType: 'add', add: { keyPackage: readKeyPackage(fifth) } };
    await expect(seeker.commit({ add: [fifth] })).rejects.toMatchObject({ code: 'commit-refused' });
    const message = await rogueCommit(worker ?? seeker, test.rules, [add]);
    await expect(seeker.process(message)).rejects.toMatchObject({ code: 'commit-refused' });
    const swap = await seeker.commit({ add: [fifth], remove: [devices[0]?.device ?? randomId('dev')] });
    expect(swap.group.members).toHaveLength(4);
  });

  test('with group context extensions, or with anything else than Add and Remove, is refused (E2E-3)', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    const extensions: Proposal = {
      proposalType: 'group_context_extensions',
      groupContextExtensions: { extensions: [] },
    };
    const message = await rogueCommit(worker ?? seeker, test.rules, [extensions]);
    await expect(seeker.process(message)).rejects.toMatchObject({ code: 'commit-refused' });
  });

  test('of a detached proposal is refused, and the proposal too (E2E-3)', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device(), test.device());
    const suite = await cipherSuite();
    const state = decodeState((worker ?? seeker).encode(), test.rules);
    const proposal: Proposal = { proposalType: 'remove', remove: { removed: 2 } };
    const proposed = await createProposal(state, false, proposal, suite);
    await expect(seeker.process(writeMessage(proposed.message))).rejects.toMatchObject({
      code: 'commit-refused',
    });
    const { commit } = await createCommit({ state: proposed.newState, cipherSuite: suite });
    await expect(seeker.process(writeMessage(commit))).rejects.toMatchObject({ code: 'cannot-follow' });
  });

  test('may not change who a member is (E2E-4)', async () => {
    const test = new TestGroup();
    const device = test.device();
    const [seeker, worker] = await test.withDevices(device);
    const state = decodeState((worker ?? seeker).encode(), test.rules);
    const node = state.ratchetTree[2];
    if (node?.nodeType !== 'leaf') throw new Error('no leaf');
    const key = toBase64Url(device.signatureKey.publicKey);
    const identity = utf8(`${randomId('dev')} ${test.programme} ${key}`);
    const leaf = { ...node.leaf, credential: { credentialType: 'basic' as const, identity } };
    const ratchetTree = state.ratchetTree.with(2, { nodeType: 'leaf', leaf });
    const made = await createCommit({ state: { ...state, ratchetTree }, cipherSuite: await cipherSuite() });
    const refused = seeker.process(writeMessage(made.commit));
    await expect(refused).rejects.toMatchObject({ code: 'commit-refused' });
  });

  test('that another member cannot process leaves the group as it was (E2E-5)', async () => {
    const test = new TestGroup();
    const [seeker, worker] = await test.withDevices(test.device());
    const { message } = await (worker ?? seeker).commit();
    const broken = message.slice();
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
    await expect(seeker.process(broken)).rejects.toMatchObject({ code: 'cannot-follow' });
    expect((await seeker.process(message)).group.epoch).toBe(2);
  });
});

describe('joining', () => {
  async function welcomed() {
    const test = new TestGroup();
    const device = test.device();
    const keyPackage = await device.keyPackage();
    const commit = await (await test.create()).commit({ add: [keyPackage.message] });
    const welcome = commit.welcome ?? new Uint8Array();
    const join = (expected = test.expected(), rules = test.rules) =>
      Group.join(welcome, keyPackage, device.signatureKey, expected, rules);
    return { test, join };
  }

  test('is refused for another conversation, generation or pseudonym (E2E-2)', async () => {
    const { test, join } = await welcomed();
    expect((await join()).epoch).toBe(1);
    for (const wrong of [
      { ...test.expected(), conversation: randomId('cnv') },
      { ...test.expected(), generation: 2 },
      { ...test.expected(), pseudonym: randomId('psn') },
    ]) {
      await expect(join(wrong)).rejects.toMatchObject({ code: 'cannot-join' });
    }
  });

  test('is refused where a leaf is nobody that may be there', async () => {
    const { test, join } = await welcomed();
    const suspicious = new TestRules();
    suspicious.identify = (credential) =>
      credential.length > 40 ? undefined : { kind: 'seeker', holder: test.pseudonym };
    await expect(join(test.expected(), suspicious)).rejects.toMatchObject({ code: 'cannot-join' });
  });

  test('is refused where a device leads the group', async () => {
    const test = new TestGroup();
    const [device, other] = [test.device(), test.device()];
    const suite = await cipherSuite();
    const { publicPackage, privatePackage } = await generatePackage(device.credential, device.signatureKey);
    const id = groupIdOf(test.conversation, 1);
    const state = await createGroup(id, publicPackage, privatePackage, [], suite, clientConfig(test.rules));
    const keyPackage = await other.keyPackage();
    const add: Proposal = { proposalType: 'add', add: { keyPackage: readKeyPackage(keyPackage.message) } };
    const made = await createCommit(
      { state, cipherSuite: suite },
      { extraProposals: [add], ratchetTreeExtension: true },
    );
    if (made.welcome === undefined) throw new Error('no welcome');
    const welcome = writeMessage({ version: 'mls10', wireformat: 'mls_welcome', welcome: made.welcome });
    await expect(test.join(welcome, keyPackage, other)).rejects.toMatchObject({ code: 'cannot-join' });
  });

  test('with the last-resort package works like with any other', async () => {
    const test = new TestGroup();
    const device = test.device();
    const keyPackage = await device.keyPackage(true);
    const commit = await (await test.create()).commit({ add: [keyPackage.message] });
    const joined = await test.join(commit.welcome, keyPackage, device);
    expect(joined.has(device.device)).toBe(true);
  });
});
