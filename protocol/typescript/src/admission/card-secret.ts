import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, toBase64 } from '../json/base64url.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import type { CardWords } from './card-words.js';

/** Bytes of a card's secret, and of its digest. */
export const cardSecretLength = 32;

const context = utf8('opstap card v1\u0000');

/** What a phone shows for a card: SHA-256 of its words. Whoever has it may use the card (ADM-29). */
export function cardSecret(words: CardWords): Bytes {
  return Uint8Array.from(sha256(concatBytes(context, utf8(words.join(' ')))));
}

/** What the server keeps of a card. */
export function cardDigest(secret: Bytes): Bytes {
  return Uint8Array.from(sha256(secret));
}

/** The value of `Opstap-Admission` that shows a card. */
export function cardProof(secret: Bytes): string {
  return `card=:${toBase64(secret)}:`;
}
