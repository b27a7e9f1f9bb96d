import { type ClientState, emptyPskIndex, joinGroup } from 'ts-mls';
import type { ConversationId, PseudonymId } from '../id/branded-id.js';
import { OpstapError } from '../problem/opstap-error.js';
import { sameBytes } from '../wire/bytes.js';
import { cipherSuite } from './cipher-suite.js';
import { type DeviceKeyPackage, joiningParts, type LeafSignatureKey } from './device-key-package.js';
import { groupIdOf, readWelcome } from './framing.js';
import { clientConfig, membersOf } from './group-state.js';
import { type MembershipRules, mostLeaves, seekerLeaf } from './membership.js';

/** What a device knows of a group before it joins. */
export interface ExpectedGroup {
  readonly conversation: ConversationId;
  readonly generation: number;
  readonly pseudonym: PseudonymId;
}

/** The state after a Welcome; throws `cannot-join` where anything in it isn't as it has to be. */
export async function joinState(
  welcome: Uint8Array,
  keyPackage: DeviceKeyPackage,
  signatureKey: LeafSignatureKey,
  expected: ExpectedGroup,
  rules: MembershipRules,
): Promise<ClientState> {
  const { publicPackage, privatePackage } = joiningParts(keyPackage, signatureKey);
  const [suite, config] = [await cipherSuite(), clientConfig(rules)];
  const tree = undefined;
  const resumed = undefined;
  const state = await joinGroup(
    readWelcome(welcome),
    publicPackage,
    privatePackage,
    emptyPskIndex,
    suite,
    tree,
    resumed,
    config,
  ).catch((cause: unknown) => {
    throw new OpstapError('cannot-join', { cause });
  });
  if (!isExpected(state, expected, rules)) throw new OpstapError('cannot-join');
  return state;
}

function isExpected(state: ClientState, expected: ExpectedGroup, rules: MembershipRules): boolean {
  const { groupId, extensions } = state.groupContext;
  const members = membersOf(state.ratchetTree, rules) ?? [];
  const seeker = members.find(({ leaf }) => leaf === seekerLeaf);
  const holders = new Set(members.map(({ identity }) => identity.holder));
  return (
    sameBytes(groupId, groupIdOf(expected.conversation, expected.generation)) &&
    extensions.length === 0 &&
    seeker?.identity.holder === expected.pseudonym &&
    members.length <= mostLeaves &&
    holders.size === members.length
  );
}
