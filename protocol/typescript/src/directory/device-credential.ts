import type { DeviceId, ProgrammeId, WorkerId } from '../id/branded-id.js';
import { toBase64Url } from '../wire/base64url.js';
import { sameBytes } from '../wire/bytes.js';
import type { JsonObject } from '../wire/canonical-json.js';
import { type Members, require } from '../wire/members.js';
import { secondsOf } from '../wire/time.js';
import { type DocumentFormat, parseDocumentOrUndefined, verifyDocument } from './document.js';
import { idOf, publicKeyIn } from './programme.js';
import { findProgramme, type Release } from './release.js';
import { revokes, type StatusBook } from './status-book.js';

/**
 * The content of a device's credential: the programme says that this key is one of its worker's devices. The envelope's
 * bytes are the identity of the MLS basic credential (DIR-20).
 */
export interface DeviceCredential {
  readonly programme: ProgrammeId;
  readonly worker: WorkerId;
  readonly device: DeviceId;
  /** The MLS signature key of the device's leaf. */
  readonly signatureKey: Uint8Array<ArrayBuffer>;
  /** The first moment at which it counts. */
  readonly notBefore: string;
  /** The first moment at which it doesn't any more. */
  readonly notAfter: string;
}

export const maxCredentialDays = 60;

export const deviceCredentialFormat: DocumentFormat<DeviceCredential> = {
  type: 'opstap-device-credential',
  context: 'opstap device credential v1',
  maxLength: 4096,
  decode,
  encode,
};

/** Why a credential doesn't count, in the order in which reasons are looked for. */
export type CredentialRefusal =
  | 'malformed'
  | 'wrong-programme'
  | 'bad-signature'
  | 'too-long'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked'
  | 'wrong-signature-key';

export type CredentialVerification =
  | { readonly trusted: true; readonly credential: DeviceCredential }
  | { readonly trusted: false; readonly reason: CredentialRefusal };

/**
 * Whether the device behind an MLS basic credential's identity speaks for the chosen programme (DIR-21).
 * `now` is a moment as a text, `leafSignatureKey` the signature key of the MLS leaf.
 */
export function verifyCredential(
  identity: Uint8Array,
  release: Release,
  statuses: StatusBook,
  chosen: ProgrammeId,
  now: string,
  leafSignatureKey: Uint8Array,
): CredentialVerification {
  const unverified = parseDocumentOrUndefined(deviceCredentialFormat, identity);
  if (unverified === undefined) return refused('malformed');
  const programme = findProgramme(release, chosen);
  if (programme === undefined || unverified.unverifiedContent.programme !== chosen) {
    return refused('wrong-programme');
  }
  const verified = verifyDocument(unverified, programme.publicKey);
  if (verified === undefined) return refused('bad-signature');
  const reason = reasonAgainst(verified.content, statuses, now, leafSignatureKey);
  return reason === undefined ? { trusted: true, credential: verified.content } : refused(reason);
}

function reasonAgainst(
  credential: DeviceCredential,
  statuses: StatusBook,
  now: string,
  leafSignatureKey: Uint8Array,
): CredentialRefusal | undefined {
  const seconds = secondsOf(credential.notAfter) - secondsOf(credential.notBefore);
  if (seconds > maxCredentialDays * 86_400) return 'too-long';
  if (now < credential.notBefore) return 'not-yet-valid';
  if (now >= credential.notAfter) return 'expired';
  if (revokes(statuses, credential.programme, credential.device)) return 'revoked';
  return sameBytes(credential.signatureKey, leafSignatureKey) ? undefined : 'wrong-signature-key';
}

function refused(reason: CredentialRefusal): CredentialVerification {
  return { trusted: false, reason };
}

function decode(members: Members): DeviceCredential {
  const credential: DeviceCredential = {
    programme: idOf('prg', members.node('programme')),
    worker: idOf('wrk', members.node('worker')),
    device: idOf('dev', members.node('device')),
    signatureKey: publicKeyIn(members, 'signatureKey'),
    notBefore: members.moment('notBefore'),
    notAfter: members.moment('notAfter'),
  };
  require(credential.notBefore < credential.notAfter);
  return credential;
}

function encode(credential: DeviceCredential): JsonObject {
  return {
    programme: credential.programme,
    worker: credential.worker,
    device: credential.device,
    signatureKey: toBase64Url(credential.signatureKey),
    notBefore: credential.notBefore,
    notAfter: credential.notAfter,
  };
}
