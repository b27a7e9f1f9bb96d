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
  | { readonly accepted: true; readonly newest: Verified<Release> }
  | { readonly accepted: false; readonly reason: ReleaseRefusal };

/**
 * Gets from the release that a client holds, or from none at its first visit, to the newest of the fetched ones (DIR-22 to
 * DIR-24): oldest first, all or none. `operator` is the operator's public key, `now` a moment as a text.
 */
export function acceptReleases(
  held: Verified<Release> | undefined,
  fetched: readonly Uint8Array[],
  operator: Uint8Array,
  now: string,
): ReleaseDecision {
  let newest = held;
  for (const envelope of fetched) {
    const unverified = parseDocumentOrUndefined(releaseFormat, envelope);
    if (unverified === undefined) return refused('malformed');
    const next = verifyDocument(unverified, operator);
    if (next === undefined) return refused('bad-signature');
    const reason = newest === undefined ? undefined : reasonAgainst(next, newest);
    if (reason !== undefined) return refused(reason);
    newest = next;
  }
  if (newest === undefined) return refused('missing');
  return now < newest.content.validUntil ? { accepted: true, newest } : refused('expired');
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
