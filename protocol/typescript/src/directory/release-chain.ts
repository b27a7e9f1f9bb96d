import { sameBytes } from '../wire/bytes.js';
import { parseDocumentOrUndefined, type Verified, verifyDocument } from './document.js';
import { type Release, releaseFormat } from './release.js';

/** Why fetched releases don't count. */
export type ReleaseRefusal =
  | 'malformed'
  | 'bad-signature'
  | 'lower-number'
  | 'changed-content'
  | 'gap'
  | 'wrong-previous'
  | 'expired'
  | 'missing';

export type ReleaseDecision =
  /** With the key that signed it, to be kept with it. */
  | { readonly accepted: true; readonly newest: Verified<Release>; readonly signer: Uint8Array }
  | { readonly accepted: false; readonly reason: ReleaseRefusal };

/**
 * Gets from the release that a client holds, or from none at its first visit, to the newest of the fetched ones (DIR-22 to
 * DIR-24, DIR-26): oldest first, all or none. `operator` is the key that signed the held one, at a first visit the one that the
 * client comes with; `now` a moment as a text.
 */
export function acceptReleases(
  held: Verified<Release> | undefined,
  fetched: readonly Uint8Array[],
  operator: Uint8Array,
  now: string,
): ReleaseDecision {
  let newest = held;
  let signer = operator;
  for (const envelope of fetched) {
    const unverified = parseDocumentOrUndefined(releaseFormat, envelope);
    if (unverified === undefined) return refused('malformed');
    const key = signerOf(unverified.unverifiedContent, newest?.content, signer);
    const next = verifyDocument(unverified, key);
    if (next === undefined) return refused('bad-signature');
    const reason = newest === undefined ? undefined : reasonAgainst(next, newest);
    if (reason !== undefined) return refused(reason);
    newest = next;
    signer = key;
  }
  if (newest === undefined) return refused('missing');
  return now < newest.content.validUntil ? { accepted: true, newest, signer } : refused('expired');
}

/** Who has to have signed a release, by what the one before it says (DIR-26). */
function signerOf(next: Release, before: Release | undefined, signerBefore: Uint8Array): Uint8Array {
  if (before === undefined || next.number <= before.number) return signerBefore;
  return before.nextOperatorKey ?? signerBefore;
}

function reasonAgainst(next: Verified<Release>, before: Verified<Release>): ReleaseRefusal | undefined {
  const step = next.content.number - before.content.number;
  if (step < 0) return 'lower-number';
  if (step === 0) return sameBytes(next.digest, before.digest) ? undefined : 'changed-content';
  if (step > 1) return 'gap';
  const { previous } = next.content;
  return previous !== null && sameBytes(previous, before.digest) ? undefined : 'wrong-previous';
}

function refused(reason: ReleaseRefusal): ReleaseDecision {
  return { accepted: false, reason };
}
