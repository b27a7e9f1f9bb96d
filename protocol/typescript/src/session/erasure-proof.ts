import { sha256 } from '@noble/hashes/sha2.js';
import type { ConversationId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import { sign } from '../wire/ed25519.js';
import type { SeatKey } from './seat-key.js';

/** Signs a request to erase: whoever has what is signed can only have that conversation erased. */
export function signErasure(key: SeatKey, conversation: ConversationId, message: Uint8Array | null): Bytes {
  return sign(key.secretKey, erasureText(conversation, message));
}

/** The bytes under a request's signature (erase.md, *Asking*). */
export function erasureText(conversation: ConversationId, message: Uint8Array | null): Bytes {
  const digest = sha256(message ?? new Uint8Array());
  return concatBytes(utf8(`opstap erase v1\u0000${conversation}\u0000`), digest);
}
