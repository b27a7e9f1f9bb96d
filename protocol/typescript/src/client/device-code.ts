import { sha256 } from '@noble/hashes/sha2.js';
import type { ProgrammeId } from '../id/branded-id.js';
import { concatBytes, utf8 } from '../wire/bytes.js';

const groups = 5;
const groupLength = 4;

/**
 * Twenty digits by which two people tell whether they see the same key of a device (STF-26). Nothing that the server mints for the
 * device is in it: who can choose on both sides finds two that agree with the root of the work.
 */
export function deviceCode(programme: ProgrammeId, signatureKey: Uint8Array): string {
  const digest = sha256(concatBytes(utf8(`opstap device code v1\0${programme}\0`), signatureKey));
  const number = digest.subarray(0, 16).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const length = groups * groupLength;
  const digits = (number % 10n ** BigInt(length)).toString().padStart(length, '0');
  return Array.from({ length: groups }, (_, at) =>
    digits.slice(at * groupLength, (at + 1) * groupLength),
  ).join(' ');
}
