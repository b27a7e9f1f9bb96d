import type { KeyPackage, ProposalWithSender } from 'ts-mls';
import {
  basicIdentity,
  type Identity,
  type Member,
  type MembershipRules,
  mostLeaves,
  seekerLeaf,
} from './membership.js';

/** What a Commit does, once it is known to be allowed. */
export interface CommitEffect {
  readonly added: readonly Identity[];
  readonly removed: readonly Member[];
}

/**
 * Whether a Commit is one that E2E-4 allows, and what it does then; undefined where it must be refused. Proposals by reference
 * never get here: no client keeps a detached proposal (E2E-3).
 */
export function allowedEffect(
  committerLeaf: number | undefined,
  proposals: readonly ProposalWithSender[],
  members: readonly Member[],
  rules: MembershipRules,
): CommitEffect | undefined {
  const committer = members.find(({ leaf }) => leaf === committerLeaf);
  if (committer === undefined) return undefined;
  const added: Identity[] = [];
  const removed: Member[] = [];
  for (const { proposal } of proposals) {
    if (proposal.proposalType === 'add' && 'add' in proposal) {
      const identity = admitted(proposal.add.keyPackage, committer.identity, rules);
      if (identity === undefined) return undefined;
      added.push(identity);
    } else if (proposal.proposalType === 'remove' && 'remove' in proposal) {
      const member = members.find(({ leaf }) => leaf === proposal.remove.removed);
      if (member === undefined || !mayRemove(committer.identity, member, rules)) return undefined;
      removed.push(member);
    } else {
      return undefined;
    }
  }
  const left = members.filter((member) => !removed.includes(member)).map(({ identity }) => identity.holder);
  const holders = [...left, ...added.map(({ holder }) => holder)];
  const fits = holders.length <= mostLeaves && new Set(holders).size === holders.length;
  return fits ? { added, removed } : undefined;
}

function admitted(keyPackage: KeyPackage, committer: Identity, rules: MembershipRules): Identity | undefined {
  const { credential, signaturePublicKey } = keyPackage.leafNode;
  const bytes = basicIdentity(credential);
  if (bytes === undefined) return undefined;
  const identity = rules.identify(bytes, signaturePublicKey);
  if (identity?.kind !== 'device' || !rules.admits(bytes, signaturePublicKey)) return undefined;
  const ownOnly = committer.kind === 'device' && identity.programme !== committer.programme;
  return ownOnly ? undefined : identity;
}

function mayRemove(committer: Identity, { leaf, identity }: Member, rules: MembershipRules): boolean {
  if (leaf === seekerLeaf || identity.kind !== 'device') return false;
  const own = committer.kind === 'device' && identity.programme === committer.programme;
  return committer.kind === 'seeker' || own || !rules.hasSeat(identity.holder);
}
