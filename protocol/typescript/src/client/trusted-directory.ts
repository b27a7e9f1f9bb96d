import type { CredentialRefusal } from '../directory/device-credential.js';
import { deviceCredentialFormat, verifyCredential } from '../directory/device-credential.js';
import { parseDocumentOrUndefined, type Verified, verifyDocument } from '../directory/document.js';
import { findProgramme, type Release } from '../directory/release.js';
import type { StatusBook } from '../directory/status-book.js';
import { type DeviceId, type ProgrammeId, type PseudonymId, parseId } from '../id/branded-id.js';
import { formatInstant } from '../json/json-value.js';
import type { Identity, MembershipRules } from '../mls/membership.js';
import type { Holder } from '../session/seat-session.js';
import { toBase64Url } from '../wire/base64url.js';
import { sameBytes } from '../wire/bytes.js';

/** What a client holds of the directory at a moment, all of it verified. */
export interface DirectoryHolding {
  readonly release: Verified<Release>;
  readonly statuses: StatusBook;
}

/** Whether the release has an issuer's key, by its id (PRS-2). */
export function listsIssuerKey(holding: DirectoryHolding | undefined, tokenKeyId: Uint8Array): boolean {
  const digests = holding?.release.content.issuerKeyDigests ?? [];
  return digests.some((digest) => sameBytes(digest, tokenKeyId));
}

/** Why a device may not come in: KPK-9, named by the check that failed. */
export type DeviceRefusal = CredentialRefusal | 'no-directory' | 'directory-expired';

/** Judges credentials by the directory that a client holds, which may be renewed while this is in use. */
export class CredentialJudge {
  readonly #holding: () => DirectoryHolding | undefined;
  readonly #now: () => number;
  /** Verified once: signatures don't change, and verifying is what costs. Keyed by release, leaf key and credential. */
  readonly #known = new Map<string, Identity | undefined>();

  constructor(holding: () => DirectoryHolding | undefined, now: () => number) {
    this.#holding = holding;
    this.#now = now;
  }

  /** The check that KPK-9 fails for a device of a programme, or undefined where it passes. */
  refusal(
    programme: ProgrammeId,
    credential: Uint8Array,
    signatureKey: Uint8Array,
  ): DeviceRefusal | undefined {
    const holding = this.#holding();
    if (holding === undefined) return 'no-directory';
    const now = formatInstant(this.#now());
    const { content } = holding.release;
    if (now >= content.validUntil) return 'directory-expired';
    const verified = verifyCredential(credential, content, holding.statuses, programme, now, signatureKey);
    return verified.trusted ? undefined : verified.reason;
  }

  /** The device of a credential that its own programme signed for this leaf key, whatever its dates. */
  device(credential: Uint8Array, signatureKey: Uint8Array): Identity | undefined {
    const release = this.#holding()?.release;
    if (release === undefined) return undefined;
    const key = [release.content.number, toBase64Url(signatureKey), toBase64Url(credential)].join(' ');
    if (!this.#known.has(key)) {
      if (this.#known.size > 1000) this.#known.clear();
      this.#known.set(key, deviceIn(release.content, credential, signatureKey));
    }
    return this.#known.get(key);
  }
}

/** The rules of one conversation's groups (E2E-4). */
export class ConversationRules implements MembershipRules {
  readonly #pseudonym: PseudonymId;
  readonly #judge: CredentialJudge;
  readonly #seated: () => readonly Holder[];

  /** `seated` gives who has an open seat, by the server's last word at each moment, of those who are in the group by what was read. */
  constructor(pseudonym: PseudonymId, judge: CredentialJudge, seated: () => readonly Holder[]) {
    this.#pseudonym = pseudonym;
    this.#judge = judge;
    this.#seated = seated;
  }

  hasSeat(device: DeviceId): boolean {
    return this.#seated().includes(device);
  }

  identify(credential: Uint8Array, signatureKey: Uint8Array): Identity | undefined {
    if (sameBytes(credential, new TextEncoder().encode(this.#pseudonym))) {
      return { kind: 'seeker', holder: this.#pseudonym };
    }
    return this.#judge.device(credential, signatureKey);
  }

  admits(credential: Uint8Array, signatureKey: Uint8Array): boolean {
    const identity = this.identify(credential, signatureKey);
    if (identity?.kind !== 'device') return false;
    return this.#judge.refusal(identity.programme, credential, signatureKey) === undefined;
  }
}

function deviceIn(release: Release, credential: Uint8Array, signatureKey: Uint8Array): Identity | undefined {
  const unverified = parseDocumentOrUndefined(deviceCredentialFormat, credential);
  const programme = unverified && findProgramme(release, unverified.unverifiedContent.programme);
  if (unverified === undefined || programme === undefined) return undefined;
  const content = verifyDocument(unverified, programme.publicKey)?.content;
  if (content === undefined || !sameBytes(content.signatureKey, signatureKey)) return undefined;
  return { kind: 'device', holder: parseId('dev', content.device), programme: programme.id };
}
