import { ed25519 } from '@noble/curves/ed25519.js';
import { toBase64Url } from './base64url.js';

export const publicKeyLength = 32;
export const signatureLength = 64;

/** Keys that were looked at: documents name the same few over and over, and looking at one costs what a signature does. */
const known = new Map<string, boolean>();
const mostKnown = 1000;

/** Of a fifth of the points that the library takes by itself: the tens of signatures of a visit don't earn more. */
const tableWindow = 5;

/** Makes the table that signing and verifying take, which otherwise comes with the first of them. */
export function prepareTable(): void {
  ed25519.Point.BASE.precompute(tableWindow, false);
}

/** Whether 32 bytes are a key of the right order: with another one anybody's signature may fit. */
export function isPublicKey(bytes: Uint8Array): boolean {
  const name = toBase64Url(bytes);
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const is = hasRightOrder(bytes);
  known.set(name, is);
  return is;
}

function hasRightOrder(bytes: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(bytes, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** Whether a signature is the key's over a message (RFC 8032, pure Ed25519). Never throws. */
export function verifies(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** A signature of 64 bytes with a key's seed of 32 bytes. */
export function sign(seed: Uint8Array, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(ed25519.sign(message, seed));
}

export function publicKeyOf(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(ed25519.getPublicKey(seed));
}

/** The X25519 key of the same key pair, to which things can be sealed (RFC 7748 section 4.1). Throws for what {@link isPublicKey} refuses. */
export function agreementKeyOf(publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  if (!isPublicKey(publicKey)) throw new RangeError('no key of the right order');
  return Uint8Array.from(ed25519.utils.toMontgomery(publicKey));
}

/** The secret of {@link agreementKeyOf}, from the seed of the key pair. */
export function agreementSecretOf(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(ed25519.utils.toMontgomerySecret(seed));
}
