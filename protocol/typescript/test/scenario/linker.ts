import { invert, pow } from '@noble/curves/abstract/modular.js';
import type { Token } from '../../src/privacypass/token.js';

/** What a server has of one token that it signed: the request and the answer, and all that came along with them. */
export interface Issued {
  readonly blindedMessage: Uint8Array;
  readonly blindSignature: Uint8Array;
  /** The bytes of the exchange, headers included, with everything in base64 taken apart too. */
  readonly bytes: Uint8Array;
}

/** What a server has of one token that was spent. */
export interface Redeemed {
  readonly token: Token;
  readonly bytes: Uint8Array;
}

/** Shorter pieces are in common by chance, or because both speak HTTP. */
const pieceLength = 8;
/** A quotient that is shorter than the modulus by this many bits was not drawn from all of it. */
const shortBy = 64n;

/**
 * Links tokens that were spent to the requests that they came of, by everything that the server saw: bytes in common, equal numbers,
 * and what the quotient of a blind signature and a token's signature looks like, which is the blinding factor if the two belong
 * together. Gives for each token the place of its request; a random one where nothing speaks for any.
 */
export function link(
  issued: readonly Issued[],
  redeemed: readonly Redeemed[],
  modulus: bigint,
  exponent = 65_537n,
): readonly number[] {
  const places = placesOfPieces(issued);
  const asked = issued.map(({ blindedMessage }) => numberOf(blindedMessage));
  const signed = issued.map(({ blindSignature }) => numberOf(blindSignature));
  return redeemed.map(({ token, bytes }) => {
    const scores = issued.map(() => 0);
    const speakFor = (at: number, weight: number) => {
      scores[at] = (scores[at] ?? 0) + weight;
    };
    for (const piece of piecesOf(bytes)) for (const at of places.get(piece) ?? []) speakFor(at, 1);
    const signature = numberOf(token.authenticator);
    const inverse = invert(signature, modulus);
    const encoded = pow(signature, exponent, modulus);
    for (const at of issued.keys()) {
      if (isShort(((signed[at] ?? 0n) * inverse) % modulus, modulus)) speakFor(at, 1_000);
      if (asked[at] === encoded) speakFor(at, 1_000);
    }
    return bestOf(scores);
  });
}

/** Whether a number of those below a modulus is near either end. */
function isShort(number: bigint, modulus: bigint): boolean {
  return number < modulus >> shortBy || modulus - number < modulus >> shortBy;
}

/** The place of the highest score; one of them at random where there are several. */
function bestOf(scores: readonly number[]): number {
  const highest = Math.max(...scores);
  const places = scores.flatMap((score, at) => (score === highest ? [at] : []));
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return places[drawn % places.length] ?? 0;
}

function piecesOf(bytes: Uint8Array): Set<string> {
  const text = Buffer.from(bytes).toString('latin1');
  const pieces = new Set<string>();
  for (let at = 0; at + pieceLength <= text.length; at += 1) pieces.add(text.slice(at, at + pieceLength));
  return pieces;
}

/** Where each piece occurs. What is in many exchanges says nothing about one: names of headers, keys, the challenge. */
function placesOfPieces(issued: readonly Issued[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { bytes }] of issued.entries()) {
    for (const piece of piecesOf(bytes)) {
      const known = places.get(piece);
      if (known === undefined) places.set(piece, [at]);
      else known.push(at);
    }
  }
  const many = Math.max(12, issued.length / 8);
  for (const [piece, { length }] of places) if (length > many) places.delete(piece);
  return places;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
