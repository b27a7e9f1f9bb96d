import { type ClientState, createApplicationMessage, createCommit, createGroup, type Proposal } from 'ts-mls';
import type { ConversationId, DeviceId, PseudonymId } from '../id/branded-id.js';
import { OpstapError } from '../problem/opstap-error.js';
import { sameBytes } from '../wire/bytes.js';
import { cipherSuite, generateSignatureKey } from './cipher-suite.js';
import { allowedEffect, type CommitEffect } from './commit-rules.js';
import { type DeviceKeyPackage, generatePackage, type LeafSignatureKey } from './device-key-package.js';
import { generationIn, groupIdOf, readKeyPackage, readPrivateMessage, writeMessage } from './framing.js';
import { clientConfig, decodeState, encodeState, membersOf } from './group-state.js';
import { type ExpectedGroup, joinState } from './join-state.js';
import { type Identity, type Member, type MembershipRules, seekerLeaf } from './membership.js';
import { noPadding, paddingFor } from './padding.js';
import { processState } from './process-state.js';
import { eraser } from './secrets.js';

/** A new state, to be stored before anything made from it is sent or acknowledged (E2E-7). */
export interface Step {
  readonly group: Group;
  /** Zeroes the secrets that this step used up: after storing, and for a Commit after the server took it (E2E-8). */
  readonly forget: () => void;
}

export interface Encrypted extends Step {
  readonly message: Uint8Array;
}

export interface PendingCommit extends Step {
  readonly message: Uint8Array;
  readonly welcome: Uint8Array | undefined;
}

export type Processed =
  | (Step & { readonly kind: 'application'; readonly sender: Identity; readonly plaintext: Uint8Array })
  | (Step & { readonly kind: 'commit'; readonly sender: Identity } & CommitEffect);

/** Members to come in, each by the key package that was claimed for it, and members to leave. */
export interface Change {
  readonly add?: readonly Uint8Array[];
  readonly remove?: readonly DeviceId[];
}

/**
 * One member's view of one generation's group, unchangeable: each operation gives a new one. Guarantees the rules of
 * end-to-end-encryption.md that are about MLS itself: leaf 0 is the seeker, at most four leaves, every credential is asked
 * about, only allowed Commits are followed, application messages are padded.
 */
export class Group {
  readonly #state: ClientState;
  readonly #rules: MembershipRules;
  readonly members: readonly Member[];

  private constructor(state: ClientState, rules: MembershipRules) {
    const members = membersOf(state.ratchetTree, rules);
    if (members === undefined || !onlySeekerLeads(members)) throw new OpstapError('cannot-follow');
    this.#state = state;
    this.#rules = rules;
    this.members = members;
  }

  /** The seeker's new group at epoch 0, with a fresh signature key (E2E-2). */
  static async create(
    conversation: ConversationId,
    generation: number,
    pseudonym: PseudonymId,
    rules: MembershipRules,
  ): Promise<Group> {
    const identity = new TextEncoder().encode(pseudonym);
    const { publicPackage, privatePackage } = await generatePackage(identity, generateSignatureKey());
    const groupId = groupIdOf(conversation, generation);
    const [suite, config] = [await cipherSuite(), clientConfig(rules)];
    return new Group(await createGroup(groupId, publicPackage, privatePackage, [], suite, config), rules);
  }

  /**
   * Joins from a Welcome. Throws `cannot-join` unless the group is this conversation's generation, the seeker is at leaf 0 under
   * this pseudonym, there are at most four leaves and every one of them is somebody that may be there.
   */
  static async join(
    welcome: Uint8Array,
    keyPackage: DeviceKeyPackage,
    signatureKey: LeafSignatureKey,
    expected: ExpectedGroup,
    rules: MembershipRules,
  ): Promise<Group> {
    return new Group(await joinState(welcome, keyPackage, signatureKey, expected, rules), rules);
  }

  /** Reads what {@link encode} wrote, or throws `malformed-state`. */
  static decode(bytes: Uint8Array, rules: MembershipRules): Group {
    return new Group(decodeState(bytes, rules), rules);
  }

  /** The whole state with its secrets, for this device's own storage. */
  encode(): Uint8Array {
    return encodeState(this.#state);
  }

  /** The same without the keys of past epochs, which take most of its room: what crosses with a Commit can't be read with it. */
  encodeWithoutPast(): Uint8Array {
    return encodeState({ ...this.#state, historicalReceiverData: new Map() });
  }

  get epoch(): number {
    return Number(this.#state.groupContext.epoch);
  }

  /** The generation of a conversation that this group is, or undefined where it is another conversation's. */
  generation(conversation: ConversationId): number | undefined {
    return generationIn(this.#state.groupContext.groupId, conversation);
  }

  has(holder: DeviceId | PseudonymId): boolean {
    return this.members.some(({ identity }) => identity.holder === holder);
  }

  /** Encrypts application data, padded to a bucket (E2E-6). Throws `too-large` for more than the largest holds. */
  async encrypt(plaintext: Uint8Array): Promise<Encrypted> {
    const padded = this.#padded(paddingFor(plaintext.length));
    const made = await createApplicationMessage(padded, plaintext, await cipherSuite());
    const { newState, privateMessage, consumed } = made;
    const message = writeMessage({ version: 'mls10', wireformat: 'mls_private_message', privateMessage });
    return { group: this.#next(newState), message, forget: eraser(consumed) };
  }

  /**
   * Makes a Commit that adds and removes members, or with neither updates this leaf's keys. Throws `commit-refused` for one that
   * the other members would refuse (E2E-4). This group stays as it is until the server has taken the Commit.
   */
  async commit(change: Change = {}): Promise<PendingCommit> {
    const extraProposals = [
      ...(change.remove ?? []).map((holder) => this.#remove(holder)),
      ...(change.add ?? []).map(add),
    ];
    const own = this.#state.privatePath.leafIndex;
    const proposals = extraProposals.map((proposal) => ({ proposal, senderLeafIndex: own }));
    if (allowedEffect(own, proposals, this.members, this.#rules) === undefined) throw refused();
    const { commit, welcome, newState, consumed } = await createCommit(
      { state: this.#padded(noPadding), cipherSuite: await cipherSuite() },
      { extraProposals, ratchetTreeExtension: true },
    ).catch((cause: unknown) => {
      throw refused(cause);
    });
    return {
      group: this.#next(newState),
      message: writeMessage(commit),
      welcome: welcome && writeMessage({ version: 'mls10', wireformat: 'mls_welcome', welcome }),
      forget: eraser(consumed),
    };
  }

  /**
   * Processes another member's message. Throws `cannot-decrypt` for an application message that it can't read, `commit-refused` for
   * a Commit against E2E-4, and `cannot-follow` for every other Commit that it can't process; this group stays usable.
   */
  async process(message: Uint8Array): Promise<Processed> {
    const framing = readPrivateMessage(message);
    const failure = framing.contentType === 'application' ? 'cannot-decrypt' : 'cannot-follow';
    if (!sameBytes(framing.groupId, this.#state.groupContext.groupId)) throw new OpstapError(failure);
    try {
      const { state, consumed, ...processed } = await processState(
        this.#state,
        this.members,
        this.#rules,
        framing,
      );
      return { ...processed, group: this.#next(state), forget: eraser(consumed) };
    } catch (cause) {
      if (cause instanceof OpstapError && cause.code === 'commit-refused') throw cause;
      throw new OpstapError(failure, { cause });
    }
  }

  #remove(holder: DeviceId): Proposal {
    const member = this.members.find(({ identity }) => identity.holder === holder);
    if (member === undefined) throw refused();
    return { proposalType: 'remove', remove: { removed: member.leaf } };
  }

  #next(state: ClientState): Group {
    return new Group(state, this.#rules);
  }

  #padded(paddingConfig: ClientState['clientConfig']['paddingConfig']): ClientState {
    return { ...this.#state, clientConfig: { ...this.#state.clientConfig, paddingConfig } };
  }
}

function add(message: Uint8Array): Proposal {
  return { proposalType: 'add', add: { keyPackage: readKeyPackage(message) } };
}

/** The seeker's credential stands at leaf 0, which is never blank, and nowhere else. */
function onlySeekerLeads(members: readonly Member[]): boolean {
  const leads = members.some(({ leaf }) => leaf === seekerLeaf);
  return (
    leads && members.every(({ leaf, identity }) => (identity.kind === 'seeker') === (leaf === seekerLeaf))
  );
}

function refused(cause?: unknown): OpstapError {
  return new OpstapError('commit-refused', { cause });
}
