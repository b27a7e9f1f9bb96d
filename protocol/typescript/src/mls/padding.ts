import type { ClientConfig } from 'ts-mls';
import { OpstapError } from '../problem/opstap-error.js';

/** Lengths of a PrivateMessageContent in bytes (E2E-6); the ciphertext is 16 longer. */
export const paddingBuckets = [1024, 4096, 16_384, 49_152] as const;

/** An Ed25519 signature and its length, which stand behind the application data. */
const signatureLength = 2 + 64;

/**
 * The padding for application data of a length in bytes. The library pads the content (data, signature) with zeros up to
 * `padUntilLength`, so that a bucket given there is the exact length. Throws `too-large` where no bucket is left.
 */
export function paddingFor(length: number): ClientConfig['paddingConfig'] {
  const content = lengthOfLength(length) + length + signatureLength;
  const bucket = paddingBuckets.find((each) => content <= each);
  if (bucket === undefined) throw new OpstapError('too-large');
  return { kind: 'padUntilLength', padUntilLength: bucket };
}

/** Commits aren't padded: what they hold is what the server sees beside them anyway. */
export const noPadding: ClientConfig['paddingConfig'] = { kind: 'padUntilLength', padUntilLength: 0 };

/** Bytes of a variable-length integer (RFC 9420 section 2.1.2). */
function lengthOfLength(length: number): number {
  if (length < 64) return 1;
  return length < 16_384 ? 2 : 4;
}
