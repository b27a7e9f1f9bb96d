import type { JsonValue } from '../wire/canonical-json.js';
import { MalformedDocumentError } from '../wire/canonical-json.js';
import { integerOf, listOf, Members, require } from '../wire/members.js';
import { parseUnambiguousJson } from '../wire/unambiguous-json.js';
import { IssuerPublicKey } from './issuer-public-key.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { fromPaddedBase64Url } from './padded-base64url.js';
import { tokenType } from './token-reader.js';

/** Where an origin serves it. */
export const issuerDirectoryPath = '/.well-known/private-token-issuer-directory';
export const issuerDirectoryType = 'application/private-token-issuer-directory';

const bounds = { maxLength: 65_536, maxDepth: 8, wholeNumbers: ['token-type', 'not-before'] };
const maximumKeys = 16;
const longestUri = 2_048;
const longestKey = 4_096;
/** The characters of RFC 3986, without those that begin a fragment. */
const uriText = /^(?:[\w\-.~:/?[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;

/** A key, and from when on it may be used. */
export interface TokenKey {
  readonly publicKey: IssuerPublicKey;
  /** In seconds since 1970; null for always. */
  readonly notBefore: number | null;
}

/**
 * Where an issuer takes requests, and its keys, the preferred one first (RFC 9578 section 4). No two keys have the same truncated
 * id: a request names its key by that alone.
 */
export interface IssuerDirectory {
  /** Absolute, or relative to the directory. */
  readonly issuerRequestUri: string;
  readonly tokenKeys: readonly TokenKey[];
}

/**
 * Reads a directory (ADM-5, ADM-6). Keys of other types and members that nobody asks for are ignored; throws a
 * `MalformedDocumentError` for everything else.
 */
export function parseIssuerDirectory(json: Uint8Array): IssuerDirectory {
  const members = new Members(parseUnambiguousJson(json, bounds));
  const entries = listOf(members.node('token-keys'), maximumKeys, tokenKeyOf);
  const tokenKeys = entries.filter((entry) => entry !== undefined);
  const issuerRequestUri = members.text('issuer-request-uri', longestUri);
  require(isUri(issuerRequestUri) && tokenKeys.length > 0);
  const truncated = new Set(tokenKeys.map(({ publicKey }) => publicKey.truncatedTokenKeyId));
  require(truncated.size === tokenKeys.length);
  return { issuerRequestUri, tokenKeys };
}

/** The keys that may be used at a time in milliseconds since 1970, the preferred one first. */
export function keysAt({ tokenKeys }: IssuerDirectory, now: number): readonly IssuerPublicKey[] {
  const usable = tokenKeys.filter(({ notBefore }) => notBefore === null || notBefore * 1000 <= now);
  return usable.map(({ publicKey }) => publicKey);
}

function tokenKeyOf(value: JsonValue): TokenKey | undefined {
  const members = new Members(value);
  if (members.integer('token-type', 0, 0xffff) !== tokenType) return undefined;
  const notBefore = members.has('not-before')
    ? integerOf(members.node('not-before'), 0, Number.MAX_SAFE_INTEGER)
    : null;
  return { publicKey: publicKeyOf(members.text('token-key', longestKey)), notBefore };
}

function publicKeyOf(text: string): IssuerPublicKey {
  try {
    return IssuerPublicKey.parse(fromPaddedBase64Url(text));
  } catch (error) {
    if (error instanceof MalformedTokenError) throw new MalformedDocumentError();
    throw error;
  }
}

function isUri(text: string): boolean {
  const [, scheme, rest = ''] = /^([A-Za-z][\w+.-]*):(.*)$/.exec(text) ?? [];
  if (!uriText.test(text) || (scheme !== undefined && !/^https?$/.test(scheme))) return false;
  if (scheme !== undefined && !rest.startsWith('/')) return false;
  try {
    const { username, password } = new URL(text, 'https://directory.invalid');
    return username === '' && password === '';
  } catch {
    return false;
  }
}
