import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../json/base64url.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { TokenReader } from './token-reader.js';
import { typeBytes, u8, u16 } from './token-writer.js';

/**
 * What a token has to be for (RFC 9577 section 2.1). Everything in it is in the token as a digest, so two clients with different
 * challenges can be told apart: everybody gets the same one.
 */
export interface TokenChallenge {
  /** The issuer's host name, with a port where it needs one. */
  readonly issuerName: string;
  /** Empty, or 32 bytes. */
  readonly redemptionContext: Bytes;
  /** Whom a token may be spent with, none for anybody. */
  readonly originNames: readonly string[];
}

const contextLength = 32;
const longestName = 0xffff;
/** Visible ASCII without the comma that stands between names. */
const name = /^[!-+\--~]+$/;

/** Reads a challenge to its last byte, or throws a `MalformedTokenError` (ADM-2). */
export function decodeTokenChallenge(bytes: Uint8Array): TokenChallenge {
  const reader = new TokenReader(bytes);
  reader.tokenType();
  const issuerName = latin1(reader.bytes(reader.u16()));
  const redemptionContext = reader.bytes(reader.u8());
  const originInfo = latin1(reader.bytes(reader.u16()));
  reader.end();
  const originNames = originInfo === '' ? [] : originInfo.split(',');
  const challenge = { issuerName, redemptionContext, originNames };
  requireChallenge(challenge);
  return challenge;
}

export function encodeTokenChallenge(challenge: TokenChallenge): Bytes {
  requireChallenge(challenge);
  const issuer = utf8(challenge.issuerName);
  const origins = utf8(challenge.originNames.join(','));
  const { redemptionContext } = challenge;
  return concatBytes(
    typeBytes,
    u16(issuer.length),
    issuer,
    u8(redemptionContext.length),
    redemptionContext,
    u16(origins.length),
    origins,
  );
}

/** SHA-256 of the challenge, as tokens carry it. */
export function challengeDigest(challenge: TokenChallenge): Bytes {
  return Uint8Array.from(sha256(encodeTokenChallenge(challenge)));
}

function requireChallenge({ issuerName, redemptionContext, originNames }: TokenChallenge): void {
  const { length } = redemptionContext;
  const names = [issuerName, ...originNames].every((each) => name.test(each) && each.length <= longestName);
  const context = length === 0 || length === contextLength;
  if (!names || !context || originNames.join(',').length > longestName) throw new MalformedTokenError();
}

/** Each byte as the character of its number: what is not ASCII comes out as what no name may have. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
