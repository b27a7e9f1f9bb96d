import { parseDocumentOrUndefined, signDocument, verifyDocument } from '../directory/document.js';
import type { Programme } from '../directory/programme.js';
import {
  type ProgrammeProposal,
  type ProposedChanges,
  programmeProposalFormat,
} from '../directory/programme-proposal.js';
import {
  numberBeforeFirst,
  type ProgrammeStatus,
  programmeStatusFormat,
} from '../directory/programme-status.js';
import { findProgramme, type Release } from '../directory/release.js';
import type { ProgrammeId } from '../id/branded-id.js';
import { formatInstant, objectOf, parseJson } from '../json/json-value.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { SeatSession } from '../session/seat-session.js';
import type { ServerClock } from '../session/server-clock.js';
import type { Storage } from '../storage/storage.js';
import { canonicalJson } from '../wire/canonical-json.js';
import type { DirectoryClient } from './directory-client.js';
import { importProgrammeKey, loadProgrammeKey, seedIn } from './programme-key.js';

/** For how long a status counts from its signing: two weeks, so that a programme that went silent soon says nothing. */
export const statusLife = 14 * 86_400_000;

/** What a coordinator says of her programme from day to day. */
export type StatusContent = Pick<
  ProgrammeStatus,
  'openingHours' | 'closedOn' | 'capacity' | 'weeksWaiting' | 'tokensPerConversation' | 'cardsOnly'
>;

interface Parts {
  readonly session: SeatSession;
  readonly storage: Storage;
  readonly directory: DirectoryClient;
  readonly clock: ServerClock;
  readonly programme: ProgrammeId;
}

/** A coordinator's own programme: what the directory says of it, and what she signs for it on this device. */
export class OwnProgramme {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get id(): ProgrammeId {
    return this.#parts.programme;
  }

  /** The release that is held, or undefined before the first one came. */
  get release(): Release | undefined {
    return this.#parts.directory.holding?.release.content;
  }

  /** What the release says of it. */
  get entry(): Programme | undefined {
    return this.release && findProgramme(this.release, this.id);
  }

  /** The newest status that is held, expired or not. */
  get status(): ProgrammeStatus | undefined {
    return this.#parts.directory.holding?.statuses.get(this.id)?.content;
  }

  async refresh(): Promise<void> {
    await this.#parts.directory.refresh();
  }

  /** Whether this device has the key that the release gives the programme. */
  async hasKey(): Promise<boolean> {
    return (await this.#seed()) !== undefined;
  }

  /** Takes the programme's key from its file; throws `foreign-key` for every other file (STF-25). */
  async bringKey(file: Uint8Array): Promise<void> {
    await importProgrammeKey(this.#parts.storage, seedIn(file) ?? new Uint8Array(), this.#known().publicKey);
  }

  /**
   * Signs and publishes the next status; what was revoked stays revoked. Throws `status-changed` where somebody published after the one
   * with the number that she saw (0 for none): the newest is held then, and nothing was published.
   */
  async publish(content: StatusContent, seen: number): Promise<void> {
    await this.refresh();
    await this.#publish(content, seen);
  }

  /** Signs what the status says once more, where it still counts and less than half of its life is left. */
  async renew(): Promise<boolean> {
    const { status } = this;
    if (status === undefined || !this.isToBeRenewed || !(await this.hasKey())) return false;
    await this.publish(status, status.number);
    return true;
  }

  get isToBeRenewed(): boolean {
    const left = this.status === undefined ? 0 : Date.parse(this.status.validUntil) - this.#now();
    return left > 0 && left < statusLife / 2;
  }

  /** The newest proposal as the server keeps it, or null; one that the programme didn't sign counts as none. */
  async proposal(): Promise<ProgrammeProposal | null> {
    const { body } = await this.#parts.session.request({ method: 'GET', target: this.#proposalTarget });
    const { proposal } = objectOf(body);
    if (proposal === undefined || proposal === null) return null;
    const unverified = parseDocumentOrUndefined(programmeProposalFormat, canonicalJson(proposal));
    const content = unverified && verifyDocument(unverified, this.#known().publicKey)?.content;
    return content?.programme === this.id ? content : null;
  }

  /** Signs and sends what the next release shall say of the programme, in the place of what was proposed before. */
  async propose(changes: ProposedChanges): Promise<ProgrammeProposal> {
    await this.refresh();
    const before = await this.proposal();
    const proposal: ProgrammeProposal = {
      ...changes,
      programme: this.id,
      number: (before?.number ?? this.#numberBeforeFirst) + 1,
      basedOn: this.release?.number ?? 1,
    };
    const { envelope } = signDocument(programmeProposalFormat, proposal, await this.#requireSeed());
    await this.#put(this.#proposalTarget, envelope);
    return proposal;
  }

  async #publish(content: StatusContent, seen: number): Promise<void> {
    const before = this.status;
    if ((before?.number ?? 0) !== seen) throw new OpstapError('status-changed');
    const { openingHours, closedOn, capacity, weeksWaiting, tokensPerConversation, cardsOnly } = content;
    const status: ProgrammeStatus = {
      programme: this.id,
      number: (before?.number ?? this.#numberBeforeFirst) + 1,
      validUntil: formatInstant(this.#now() + statusLife),
      openingHours,
      closedOn,
      capacity,
      weeksWaiting,
      tokensPerConversation,
      cardsOnly,
      revokedDevices: before?.revokedDevices ?? [],
    };
    const { envelope } = signDocument(programmeStatusFormat, status, await this.#requireSeed());
    try {
      await this.#put(`/v1/directory/statuses/${this.id}`, envelope);
    } catch (error) {
      if (!hasCode(error, 'status-refused')) throw error;
      await this.refresh();
      // Somebody was faster by a moment.
      throw (this.status?.number ?? 0) > seen ? new OpstapError('status-changed') : error;
    }
    await this.refresh();
  }

  async #put(target: string, envelope: Uint8Array): Promise<void> {
    const body = objectOf(parseJson(new TextDecoder().decode(envelope)));
    await this.#parts.session.request({ method: 'PUT', target, body });
  }

  async #seed(): Promise<Uint8Array | undefined> {
    const { entry } = this;
    return entry && loadProgrammeKey(this.#parts.storage, entry.publicKey);
  }

  async #requireSeed(): Promise<Uint8Array> {
    const seed = await this.#seed();
    if (seed === undefined) throw new OpstapError('foreign-key');
    return seed;
  }

  #known(): Programme {
    const { entry } = this;
    if (entry === undefined) throw new OpstapError('unknown-programme');
    return entry;
  }

  get #numberBeforeFirst(): number {
    return this.release === undefined ? 0 : numberBeforeFirst(this.release);
  }

  get #proposalTarget(): string {
    return `/v1/programmes/${this.id}/proposal`;
  }

  #now(): number {
    return this.#parts.clock.now();
  }
}
