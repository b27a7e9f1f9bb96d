import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';

/**
 * Lengths in bytes that a binary HTTP request is padded to (OHT-16), as the gateway pads its answers, without the smallest: looking for
 * news, a short message and the way to a session are all in the first, so that whoever sees requests pass, the relay first of all,
 * can't tell who writes from who waits. With a return phrase each message brings a sealed state, and so does each reading of one: those
 * two are of one length again. Few lengths say little of what is longer. Looking costs a phone a megabyte an hour.
 */
export const requestSizes = [4096, 16_384, 65_536, 196_608, 393_216] as const;

/** Zeroes behind a request, up to the next of the sizes. Throws `too-large` where none is left. */
export function padRequest(message: Uint8Array): Bytes {
  const size = requestSizes.find((each) => message.length <= each);
  if (size === undefined) throw new OpstapError('too-large');
  const padded = new Uint8Array(size);
  padded.set(message);
  return padded;
}
