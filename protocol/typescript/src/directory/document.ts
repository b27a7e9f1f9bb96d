import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64Url } from '../wire/base64url.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import {
  canonicalJson,
  type JsonObject,
  MalformedDocumentError,
  parseCanonicalJson,
} from '../wire/canonical-json.js';
import { publicKeyOf, sign, signatureLength, verifies } from '../wire/ed25519.js';
import { Members, require } from '../wire/members.js';

/** One kind of signed document, and the context that keeps its signatures from counting for another kind (DIR-3). */
export interface DocumentFormat<T> {
  readonly type: string;
  readonly context: string;
  readonly maxLength: number;
  readonly decode: (payload: Members) => T;
  readonly encode: (content: T) => JsonObject;
}

declare const unverified: unique symbol;
declare const verified: unique symbol;

interface Document<T> {
  /** The bytes that were read or made, to be passed on as they are. */
  readonly envelope: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the payload's canonical bytes. */
  readonly digest: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly content: T;
}

/** A well-formed document whose signature nobody has checked yet: anybody may have written it. */
export type Unverified<T> = Omit<Document<T>, 'content'> & {
  /** What it claims; only good for finding the key that has to have signed it. */
  readonly unverifiedContent: T;
  readonly [unverified]: true;
};

/** A document whose signature was checked. */
export type Verified<T> = Document<T> & { readonly [verified]: true };

const version = 1;

/** Reads an envelope without believing it, or throws a `MalformedDocumentError`. */
export function parseDocument<T>(format: DocumentFormat<T>, envelope: Uint8Array): Unverified<T> {
  const { content, ...document } = read(format, envelope);
  const result = { ...document, unverifiedContent: content };
  require(isUnverified(result));
  return result;
}

/** As {@link parseDocument}, with undefined for what is malformed. */
export function parseDocumentOrUndefined<T>(
  format: DocumentFormat<T>,
  envelope: Uint8Array,
): Unverified<T> | undefined {
  try {
    return parseDocument(format, envelope);
  } catch (error) {
    if (error instanceof MalformedDocumentError) return undefined;
    throw error;
  }
}

/** The document as one to rely on, or undefined if the key didn't sign it (DIR-3). */
export function verifyDocument<T>(document: Unverified<T>, publicKey: Uint8Array): Verified<T> | undefined {
  const { unverifiedContent, ...rest } = document;
  const result = { ...rest, content: unverifiedContent };
  return isVerified(result, publicKey) ? result : undefined;
}

/** Signs a content with a seed of 32 bytes; throws a `MalformedDocumentError` if the content breaks its format. */
export function signDocument<T>(format: DocumentFormat<T>, content: T, seed: Uint8Array): Verified<T> {
  const payload = { ...format.encode(content), type: format.type, version };
  const signature = sign(seed, signedBytes(format, canonicalJson(payload)));
  const envelope = canonicalJson({ payload, signature: toBase64Url(signature) });
  const document = verifyDocument(parseDocument(format, envelope), publicKeyOf(seed));
  require(document !== undefined);
  return document;
}

function read<T>(format: DocumentFormat<T>, envelope: Uint8Array): Document<T> {
  const members = new Members(parseCanonicalJson(envelope, format.maxLength)).exactly(2);
  const signature = members.bytes('signature', signatureLength);
  const payload = members.object('payload');
  require(payload.text('type', 64) === format.type);
  require(payload.integer('version', 0, Number.MAX_SAFE_INTEGER) === version);
  const canonical = canonicalJson(members.node('payload'));
  return {
    envelope: Uint8Array.from(envelope),
    digest: Uint8Array.from(sha256(canonical)),
    signature,
    signed: signedBytes(format, canonical),
    content: format.decode(payload),
  };
}

function signedBytes<T>(format: DocumentFormat<T>, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(utf8(`${format.context}\0`), payload);
}

// The two places where a document gets its type. A guard instead of an assertion, so that nobody else can write it.
function isUnverified<T>(document: Omit<Unverified<T>, typeof unverified>): document is Unverified<T> {
  return document.signature.length === signatureLength;
}

function isVerified<T>(document: Document<T>, publicKey: Uint8Array): document is Verified<T> {
  return verifies(publicKey, document.signed, document.signature);
}
