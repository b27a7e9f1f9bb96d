import { jsonBytes } from '../conversation/log-state.js';
import {
  type DeviceCredential,
  deviceCredentialFormat,
  maxCredentialDays,
} from '../directory/device-credential.js';
import { parseDocumentOrUndefined, signDocument, verifyDocument } from '../directory/document.js';
import {
  numberBeforeFirst,
  type ProgrammeStatus,
  programmeStatusFormat,
} from '../directory/programme-status.js';
import { findProgramme, type Release } from '../directory/release.js';
import { revokes } from '../directory/status-book.js';
import { type DeviceId, type InvitationId, parseId, type WorkerId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import {
  arrayOf,
  countOf,
  formatInstant,
  instantOf,
  nullable,
  objectOf,
  parseJson,
  textOf,
} from '../json/json-value.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import { put } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import { sameBytes } from '../wire/bytes.js';
import { deviceCode } from './device-code.js';
import { importProgrammeKey, loadProgrammeKey, seedIn } from './programme-key.js';
import type { DirectoryHolding } from './trusted-directory.js';
import type { DeviceParts } from './worker-conversation.js';

export type Role = 'coordinator' | 'worker';

/** A device of the programme, as its coordinator sees it. */
export interface StaffMember {
  readonly device: DeviceId;
  readonly worker: WorkerId;
  readonly role: Role;
  readonly active: boolean;
  readonly duty: string;
  readonly stock: number;
  readonly signatureKey: Uint8Array;
  /** Until when phones take its credential, in milliseconds since 1970; null where they take none. */
  readonly until: number | null;
  /** What its owner reads out before it is signed for the first time. */
  readonly code: string;
}

/** An invitation, whose text is known here alone. */
export interface Invitation {
  readonly invitation: InvitationId;
  readonly expiresAt: number;
}

/** What became of the cases of who left. */
export interface HandedCases {
  readonly cases: number;
  /** In how many of them nobody is left: her phone repairs those. */
  readonly unattended: number;
}

const day = 86_400_000;
/** Clocks differ: a credential counts from a little before. */
const earlier = 10 * 60_000;
const renewedWithin = 30 * day;
const attempts = 3;
const signedPrefix = 'staff/signed/';

/** What a coordinator does about the people of her programme, with its signing key on her device. */
export class Staff {
  readonly #parts: DeviceParts;

  constructor(parts: DeviceParts) {
    this.#parts = parts;
  }

  /** Whether the programme's key is here, the one that the release names now. */
  async hasKey(): Promise<boolean> {
    return (await this.#seed(await this.#holding())) !== undefined;
  }

  /** Takes the programme's key from its file; throws `foreign-key` for every other file (STF-25). */
  async importKey(file: Uint8Array): Promise<void> {
    const holding = await this.#parts.directory.refresh();
    const seed = seedIn(file);
    if (seed === undefined) throw new OpstapError('foreign-key');
    await importProgrammeKey(this.#parts.storage, seed, this.#publicKey(holding));
  }

  /** The devices of the programme, and those that are cut off of people who have no other one. */
  async members(): Promise<readonly StaffMember[]> {
    const { programme, session } = this.#parts;
    const { body } = await session.request({ method: 'GET', target: `/v1/programmes/${programme}/devices` });
    const holding = await this.#holding();
    return arrayOf(objectOf(body)['devices'], (value) => {
      const { device, worker, role, state, duty, stock, signatureKey, credential } = objectOf(value);
      const named = { device: parseId('dev', textOf(device)), worker: parseId('wrk', textOf(worker)) };
      const key = bytesOf(signatureKey, 32);
      return {
        ...named,
        role: roleOf(textOf(role)),
        active: textOf(state) === 'active' && !revokes(holding.statuses, programme, named.device),
        duty: textOf(duty),
        stock: countOf(stock),
        signatureKey: key,
        until: this.#until(
          holding,
          { ...named, signatureKey: key },
          nullable(credential, (bytes) => bytesOf(bytes)),
        ),
        code: deviceCode(programme, key),
      };
    });
  }

  /** Invites somebody new, or, by her name, somebody whose device was cut off; else `worker-has-device` (STF-20). */
  async invite(role: Role, worker?: WorkerId): Promise<Invitation> {
    const { programme, session } = this.#parts;
    const { body } = await session.request({
      method: 'POST',
      target: `/v1/programmes/${programme}/invitations`,
      body: { role, ...(worker === undefined ? {} : { worker }) },
    });
    const { invitation, expiresAt } = objectOf(body);
    return { invitation: parseId('inv', textOf(invitation)), expiresAt: instantOf(expiresAt) };
  }

  /**
   * Signs that a device is one of the programme's, for 60 days; from then on it is renewed unasked (STF-26). Only after its owner read
   * out its code. Throws `programme-key-missing`.
   */
  async sign(member: Pick<StaffMember, 'device' | 'worker' | 'signatureKey'>): Promise<void> {
    const { clock, programme, session, storage } = this.#parts;
    const seed = await this.#requireSeed();
    const { device, worker, signatureKey } = member;
    const notBefore = clock.now() - earlier;
    const content: DeviceCredential = {
      programme,
      worker,
      device,
      signatureKey: Uint8Array.from(signatureKey),
      notBefore: formatInstant(notBefore),
      notAfter: formatInstant(notBefore + maxCredentialDays * day),
    };
    // What she said yes to holds also where the answer is lost: the next renewal brings it.
    await storage.write([
      put(`${signedPrefix}${device}`, jsonBytes({ signatureKey: toBase64Url(signatureKey) })),
    ]);
    const { envelope } = signDocument(deviceCredentialFormat, content, seed);
    await session.request({
      method: 'PUT',
      target: `/v1/devices/${device}/credential`,
      body: { credential: toBase64Url(envelope) },
    });
  }

  /**
   * Signs anew what ends within 30 days, or no longer holds because the programme has another key, of devices that somebody with the
   * programme's key has signed before (STF-27). Gives how many; none where the key isn't here.
   */
  async renew(members: readonly StaffMember[]): Promise<number> {
    if (!(await this.hasKey())) return 0;
    const soon = this.#parts.clock.now() + renewedWithin;
    let renewed = 0;
    for (const member of members) {
      if (!member.active || (member.until !== null && member.until > soon)) continue;
      if (!(await this.#isKnown(member))) continue;
      await this.sign(member);
      renewed += 1;
    }
    return renewed;
  }

  /** Cuts a device off: the programme's next status revokes it, its seats close, and others take it out (STF-28). */
  async cutOff(device: DeviceId): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const { release, statuses } = await this.#parts.directory.refresh();
      if (revokes(statuses, this.#parts.programme, device)) return;
      if (attempt > attempts) throw new OpstapError('status-refused');
      const current = statuses.get(this.#parts.programme)?.content ?? this.#firstStatus(release.content);
      const revokedDevices = [...current.revokedDevices, device];
      try {
        await this.#publish({ ...current, number: current.number + 1, revokedDevices });
      } catch (error) {
        // Another coordinator's status was first: on top of hers, then.
        if (!hasCode(error, 'status-refused')) throw error;
      }
    }
  }

  /** Gives the cases of a device to a colleague's (STF-29). */
  async handCases(from: DeviceId, next: DeviceId): Promise<HandedCases> {
    const { body } = await this.#parts.session.request({
      method: 'PUT',
      target: `/v1/devices/${from}/successor`,
      body: { device: next },
    });
    const { cases, unattended } = objectOf(body);
    return { cases: countOf(cases), unattended: countOf(unattended) };
  }

  async #publish(status: ProgrammeStatus): Promise<void> {
    const { envelope } = signDocument(programmeStatusFormat, status, await this.#requireSeed());
    await this.#parts.session.request({
      method: 'PUT',
      target: `/v1/directory/statuses/${this.#parts.programme}`,
      body: objectOf(parseJson(new TextDecoder().decode(envelope))),
    });
  }

  /** It says nothing about availability, and so is over at once. */
  #firstStatus(release: Release): ProgrammeStatus {
    return {
      programme: this.#parts.programme,
      number: numberBeforeFirst(release),
      validUntil: formatInstant(this.#parts.clock.now()),
      openingHours: [],
      closedOn: [],
      capacity: 'open',
      weeksWaiting: 0,
      tokensPerConversation: 1,
      cardsOnly: false,
      revokedDevices: [],
    };
  }

  /** Whether she, or another coordinator before her, has said yes to this key of this device. */
  async #isKnown({ device, signatureKey, until }: StaffMember): Promise<boolean> {
    if (device === this.#parts.device) return sameBytes(signatureKey, this.#parts.signatureKey.publicKey);
    if (until !== null) return true;
    const stored = await this.#parts.storage.get(`${signedPrefix}${device}`);
    if (stored === undefined || stored.length === 0) return false;
    const { signatureKey: signed } = objectOf(parseJson(new TextDecoder().decode(stored)));
    return sameBytes(bytesOf(signed, 32), signatureKey);
  }

  /** Until when a credential counts that the programme's present key signed for just this device and key. */
  #until(
    holding: DirectoryHolding,
    { device, worker, signatureKey }: Pick<StaffMember, 'device' | 'worker' | 'signatureKey'>,
    credential: Uint8Array | null,
  ): number | null {
    const unverified =
      credential === null ? undefined : parseDocumentOrUndefined(deviceCredentialFormat, credential);
    const content = unverified && verifyDocument(unverified, this.#publicKey(holding))?.content;
    const fits =
      content?.device === device &&
      content.worker === worker &&
      sameBytes(content.signatureKey, signatureKey);
    const until = content !== undefined && fits ? Date.parse(content.notAfter) : 0;
    return until > this.#parts.clock.now() ? until : null;
  }

  async #requireSeed(): Promise<Uint8Array> {
    const seed = await this.#seed(await this.#holding());
    if (seed === undefined) throw new OpstapError('programme-key-missing');
    return seed;
  }

  async #seed(holding: DirectoryHolding): Promise<Uint8Array | undefined> {
    return loadProgrammeKey(this.#parts.storage, this.#publicKey(holding));
  }

  #publicKey({ release }: DirectoryHolding): Uint8Array {
    const programme = findProgramme(release.content, this.#parts.programme);
    if (programme === undefined) throw new OpstapError('unknown-programme');
    return programme.publicKey;
  }

  async #holding(): Promise<DirectoryHolding> {
    return this.#parts.directory.holding ?? this.#parts.directory.refresh();
  }
}

/** What the server says somebody is; every other word counts as the lesser role. */
export function roleOf(text: string): Role {
  return text === 'coordinator' ? 'coordinator' : 'worker';
}
