import { parametersOf, scheme } from './authentication-text.js';
import { IssuerPublicKey } from './issuer-public-key.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { fromPaddedBase64Url, toPaddedBase64Url } from './padded-base64url.js';
import { decodeToken, encodeToken, type Token } from './token.js';
import { decodeTokenChallenge, encodeTokenChallenge, type TokenChallenge } from './token-challenge.js';

const longestChallenge = 8_192;
/** A token takes 472 characters. */
const longestCredentials = 1_024;

/** The value of `WWW-Authenticate`: which token a request needs, and under which key (RFC 9577 section 2.1). */
export interface PrivateTokenChallenge {
  readonly challenge: TokenChallenge;
  readonly tokenKey: IssuerPublicKey;
}

/** Reads the field, or throws a `MalformedTokenError`. Parameters that are not known here are ignored, as the RFC demands. */
export function readPrivateTokenChallenge(field: string): PrivateTokenChallenge {
  const parameters = parametersOf(field, longestChallenge);
  return {
    challenge: decodeTokenChallenge(fromPaddedBase64Url(present(parameters.get('challenge')))),
    tokenKey: IssuerPublicKey.parse(fromPaddedBase64Url(present(parameters.get('token-key')))),
  };
}

export function writePrivateTokenChallenge({ challenge, tokenKey }: PrivateTokenChallenge): string {
  const text = toPaddedBase64Url(encodeTokenChallenge(challenge));
  return `${scheme} challenge="${text}", token-key="${toPaddedBase64Url(tokenKey.encoded)}"`;
}

/** The token in the value of `Authorization`, or a `MalformedTokenError`. */
export function readPrivateTokenCredentials(field: string): Token {
  return decodeToken(fromPaddedBase64Url(present(parametersOf(field, longestCredentials).get('token'))));
}

/** The value of `Authorization` that spends a token (RFC 9577 section 2.2); whoever reads it may spend the token. */
export function writePrivateTokenCredentials(token: Token): string {
  return `${scheme} token="${toPaddedBase64Url(encodeToken(token))}"`;
}

function present(value: string | undefined): string {
  if (value === undefined) throw new MalformedTokenError();
  return value;
}
