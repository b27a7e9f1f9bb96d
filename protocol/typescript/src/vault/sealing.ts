import { gcm } from '@noble/ciphers/aes.js';
import { type ConversationId, idToBytes } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { concatBytes, utf8 } from '../wire/bytes.js';

/** Every sealed state is a number of these long, and what seals it: its length says little about how much was written. */
const paddedStep = 16_384;
const mostSteps = 6;
const nonceLength = 12;
const tagLength = 16;
const lengthLength = 4;
/** Bytes of a state that can be sealed. */
export const longestState: number = mostSteps * paddedStep - lengthLength;

const context = utf8('opstap vault state v1\u0000');

/** Seals a state of a conversation as a version of its vault (RPH-6). Throws `too-large` for more than {@link longestState}. */
export function sealState(
  sealingKey: Bytes,
  conversation: ConversationId,
  version: number,
  state: Bytes,
  nonce?: Bytes,
): Bytes {
  return sealPadded(sealingKey, associated(conversation, version), state, nonce);
}

/** Opens a sealed state; undefined where it is not that conversation's under this key and version, or not of this form. */
export function openState(
  sealingKey: Bytes,
  conversation: ConversationId,
  version: number,
  sealed: Bytes,
): Bytes | undefined {
  return openPadded(sealingKey, associated(conversation, version), sealed);
}

/** Pads to one of six lengths and seals with AES-256-GCM, bound to what it is of. Throws `too-large`. */
export function sealPadded(
  sealingKey: Bytes,
  of: Bytes,
  state: Bytes,
  nonce: Bytes = crypto.getRandomValues(new Uint8Array(nonceLength)),
): Bytes {
  if (state.length > longestState) throw new OpstapError('too-large');
  const steps = Math.ceil((lengthLength + state.length) / paddedStep);
  const padded = new Uint8Array(steps * paddedStep);
  new DataView(padded.buffer).setUint32(0, state.length);
  padded.set(state, lengthLength);
  return concatBytes(nonce, gcm(sealingKey, nonce, of).encrypt(padded));
}

/** Opens what {@link sealPadded} sealed; undefined where it is of something else, or not of this form. */
export function openPadded(sealingKey: Bytes, of: Bytes, sealed: Bytes): Bytes | undefined {
  const steps = (sealed.length - nonceLength - tagLength) / paddedStep;
  if (!Number.isInteger(steps) || steps < 1 || steps > mostSteps) return undefined;
  const nonce = sealed.subarray(0, nonceLength);
  try {
    const opened = gcm(sealingKey, nonce, of).decrypt(sealed.subarray(nonceLength));
    const length = new DataView(opened.buffer, opened.byteOffset).getUint32(0);
    const padding = opened.subarray(lengthLength + length);
    const whole = lengthLength + length <= opened.length && padding.every((byte) => byte === 0);
    return whole ? Uint8Array.from(opened.subarray(lengthLength, lengthLength + length)) : undefined;
  } catch {
    return undefined;
  }
}

function associated(conversation: ConversationId, version: number): Bytes {
  return concatBytes(context, idToBytes(conversation), counted(version));
}

/** A version as eight bytes, to be bound to. */
export function counted(version: number): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(version));
  return bytes;
}
