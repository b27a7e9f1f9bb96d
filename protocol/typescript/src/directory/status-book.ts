import type { DeviceId, ProgrammeId } from '../id/branded-id.js';
import { sameBytes } from '../wire/bytes.js';
import { parseDocumentOrUndefined, type Verified, verifyDocument } from './document.js';
import { type ProgrammeStatus, programmeStatusFormat } from './programme-status.js';
import { findProgramme, type Release } from './release.js';

/** The newest status of each programme that a client has seen (DIR-19). */
export type StatusBook = ReadonlyMap<ProgrammeId, Verified<ProgrammeStatus>>;

/** Why a status doesn't count, in the order in which reasons are looked for. */
export type StatusRefusal =
  | 'malformed'
  | 'unknown-programme'
  | 'bad-signature'
  | 'lower-number'
  | 'changed-content';

export type StatusDecision =
  | { readonly accepted: true; readonly book: StatusBook }
  | { readonly accepted: false; readonly reason: StatusRefusal };

/** Takes a fetched status into a new book, or says why not. */
export function acceptStatus(book: StatusBook, envelope: Uint8Array, release: Release): StatusDecision {
  const unverified = parseDocumentOrUndefined(programmeStatusFormat, envelope);
  if (unverified === undefined) return refused('malformed');
  const programme = findProgramme(release, unverified.unverifiedContent.programme);
  if (programme === undefined) return refused('unknown-programme');
  const known = book.get(programme.id);
  // Verified when it came: most fetches bring nothing new, and verifying is what costs.
  if (known !== undefined && sameBytes(known.envelope, envelope)) return { accepted: true, book };
  const status = verifyDocument(unverified, programme.publicKey);
  if (status === undefined) return refused('bad-signature');
  if (known !== undefined) {
    if (status.content.number < known.content.number) return refused('lower-number');
    if (status.content.number === known.content.number && !sameBytes(status.digest, known.digest)) {
      return refused('changed-content');
    }
  }
  return { accepted: true, book: new Map(book).set(programme.id, status) };
}

/** What programmes say about their availability at a moment: nothing, where a status is unknown or expired. */
export function currentStatuses(book: StatusBook, now: string): ReadonlyMap<ProgrammeId, ProgrammeStatus> {
  const current = new Map<ProgrammeId, ProgrammeStatus>();
  for (const [programme, { content }] of book) {
    if (now < content.validUntil) current.set(programme, content);
  }
  return current;
}

/** Whether the newest status, expired or not, revokes a device. */
export function revokes(book: StatusBook, programme: ProgrammeId, device: DeviceId): boolean {
  return book.get(programme)?.content.revokedDevices.includes(device) ?? false;
}

function refused(reason: StatusRefusal): StatusDecision {
  return { accepted: false, reason };
}
