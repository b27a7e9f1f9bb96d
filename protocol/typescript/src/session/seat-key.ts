import type { Bytes } from '../json/base64url.js';
import { publicKeyOf, sign } from '../wire/ed25519.js';

/**
 * The Ed25519 key of a seat (RFC 8032): it mints sessions and nothing else, so that it never signs what a group's key
 * signs. `secretKey` is the 32-byte seed and stays on this device.
 */
export interface SeatKey {
  readonly secretKey: Bytes;
  readonly publicKey: Bytes;
}

/** A fresh key from the platform's secure randomness. */
export function generateSeatKey(): SeatKey {
  return seatKeyFrom(crypto.getRandomValues(new Uint8Array(32)));
}

/** The key of a stored seed of 32 bytes. */
export function seatKeyFrom(secretKey: Uint8Array): SeatKey {
  return {
    secretKey: Uint8Array.from(secretKey),
    publicKey: publicKeyOf(secretKey),
  };
}

const context = new TextEncoder().encode('opstap session v1');

/** Signs a session challenge; what is signed names the authority, so that it can't be used at another server. */
export function signChallenge(key: SeatKey, authority: string, holder: string, challenge: Uint8Array): Bytes {
  return sign(key.secretKey, challengeText(authority, holder, challenge));
}

/** The bytes under a session's signature (sessions.md, *Minting a session*). */
export function challengeText(authority: string, holder: string, challenge: Uint8Array): Bytes {
  const encoder = new TextEncoder();
  const parts = [context, encoder.encode(authority), encoder.encode(holder)].flatMap((part) => [...part, 0]);
  return Uint8Array.from([...parts, ...challenge]);
}
