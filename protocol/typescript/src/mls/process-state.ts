import { type ClientState, emptyPskIndex, processPrivateMessage } from 'ts-mls';
import { decryptSenderData } from 'ts-mls/privateMessage.js';
import { OpstapError } from '../problem/opstap-error.js';
import { sameBytes } from '../wire/bytes.js';
import { cipherSuite } from './cipher-suite.js';
import { allowedEffect, type CommitEffect } from './commit-rules.js';
import type { Framing } from './framing.js';
import { leavesOf, membersOf } from './group-state.js';
import type { Identity, Member, MembershipRules } from './membership.js';

interface Processing {
  readonly state: ClientState;
  readonly consumed: readonly Uint8Array[];
  readonly sender: Identity;
}

export type ProcessedState =
  | (Processing & { readonly kind: 'application'; readonly plaintext: Uint8Array })
  | (Processing & { readonly kind: 'commit' } & CommitEffect);

/** Processes a private message of this state's group; throws `commit-refused`, or the library's own error. */
export async function processState(
  state: ClientState,
  members: readonly Member[],
  rules: MembershipRules,
  framing: Framing,
): Promise<ProcessedState> {
  const sender = await senderOf(state, members, rules, framing);
  let effect: CommitEffect | undefined;
  const suite = await cipherSuite();
  const result = await processPrivateMessage(
    state,
    framing.privateMessage,
    emptyPskIndex,
    suite,
    (incoming) => {
      if (incoming.kind !== 'commit') return 'reject';
      effect = allowedEffect(incoming.senderLeafIndex, incoming.proposals, members, rules);
      return effect === undefined ? 'reject' : 'accept';
    },
  );
  const { newState, consumed } = result;
  if (result.kind === 'applicationMessage') {
    return { kind: 'application', sender, plaintext: result.message.slice(), state: newState, consumed };
  }
  if (result.actionTaken === 'reject' || effect === undefined || !keepsIdentities(state, newState, effect)) {
    throw new OpstapError('commit-refused');
  }
  return { kind: 'commit', sender, ...effect, state: newState, consumed };
}

/** Who sent a message, by its encrypted sender data in the tree of its epoch; the library doesn't say. */
async function senderOf(
  state: ClientState,
  members: readonly Member[],
  rules: MembershipRules,
  { epoch, privateMessage }: Framing,
): Promise<Identity> {
  const past = state.historicalReceiverData.get(BigInt(epoch));
  const secret = past?.senderDataSecret ?? state.keySchedule.senderDataSecret;
  const data = await decryptSenderData(privateMessage, secret, await cipherSuite());
  const present = past === undefined ? members : membersOf(past.ratchetTree, rules);
  const sender = present?.find(({ leaf }) => leaf === data?.leafIndex);
  if (sender === undefined) throw new OpstapError('unknown-sender');
  return sender.identity;
}

/** A Commit's path brings a new leaf for the committer; everybody who stays keeps credential and signature key. */
function keepsIdentities(before: ClientState, after: ClientState, { removed }: CommitEffect): boolean {
  const next = new Map(leavesOf(after.ratchetTree).map((leaf) => [leaf.leaf, leaf]));
  const gone = new Set(removed.map(({ leaf }) => leaf));
  return leavesOf(before.ratchetTree).every((was) => {
    const is = next.get(was.leaf);
    return (
      gone.has(was.leaf) ||
      (is !== undefined &&
        sameBytes(is.credential, was.credential) &&
        sameBytes(is.signatureKey, was.signatureKey))
    );
  });
}
