import {
  type ClientConfig,
  type ClientState,
  decodeGroupState,
  defaultKeyPackageEqualityConfig,
  defaultLifetimeConfig,
  encodeGroupState,
} from 'ts-mls';
import { OpstapError } from '../problem/opstap-error.js';
import { basicIdentity, type Member, type MembershipRules } from './membership.js';
import { noPadding } from './padding.js';

/**
 * How the library is set up: credentials are always asked about, keys of the four epochs before are kept because the server takes
 * application messages of three (LOG-9) and an own Commit may stand between, and a skipped message's key of the current
 * epoch is never kept, because the log is read in order.
 */
export function clientConfig(rules: MembershipRules): ClientConfig {
  return {
    keyRetentionConfig: {
      retainKeysForGenerations: 0,
      retainKeysForEpochs: 4,
      maximumForwardRatchetSteps: 2000,
    },
    lifetimeConfig: defaultLifetimeConfig,
    keyPackageEqualityConfig: defaultKeyPackageEqualityConfig,
    paddingConfig: noPadding,
    authService: {
      validateCredential: async (credential, signatureKey) => {
        const identity = basicIdentity(credential);
        return identity !== undefined && rules.identify(identity, signatureKey) !== undefined;
      },
    },
  };
}

/** Reads a stored state. The library's values alias what they are read from, so it gets a copy of its own. */
export function decodeState(bytes: Uint8Array, rules: MembershipRules): ClientState {
  const copy = bytes.slice();
  const decoded = decodeGroupState(copy, 0);
  if (decoded === undefined || decoded[1] !== copy.length) throw new OpstapError('malformed-state');
  return { ...decoded[0], clientConfig: clientConfig(rules) };
}

export function encodeState(state: ClientState): Uint8Array {
  return encodeGroupState(state);
}

/** One leaf as it stands in the tree. */
export interface Leaf {
  readonly leaf: number;
  readonly credential: Uint8Array;
  readonly signatureKey: Uint8Array;
}

/** All leaves that aren't blank; a leaf without a basic credential counts as one without identity. */
export function leavesOf(tree: ClientState['ratchetTree']): readonly Leaf[] {
  return tree.flatMap((node, index) =>
    node?.nodeType === 'leaf'
      ? [
          {
            leaf: index / 2,
            credential: basicIdentity(node.leaf.credential) ?? new Uint8Array(),
            signatureKey: node.leaf.signaturePublicKey,
          },
        ]
      : [],
  );
}

/** Who the leaves are; undefined where one of them is nobody that may be in the group. */
export function membersOf(
  tree: ClientState['ratchetTree'],
  rules: MembershipRules,
): readonly Member[] | undefined {
  const members: Member[] = [];
  for (const { leaf, credential, signatureKey } of leavesOf(tree)) {
    const identity = rules.identify(credential, signatureKey);
    if (identity === undefined) return undefined;
    members.push({ leaf, identity });
  }
  return members;
}
