import canonicalize from 'canonicalize';
import { sameBytes, utf8 } from './bytes.js';

export type JsonValue = null | boolean | number | string | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export type JsonObject = { readonly [name: string]: JsonValue };

/** Bytes that are no document of the wanted format; the message never repeats the input. */
export class MalformedDocumentError extends Error {
  readonly code = 'malformed-document';

  constructor() {
    super('malformed document');
    this.name = 'MalformedDocumentError';
  }
}

/** Arrays and objects within each other, the outermost counted. */
export const maxDepth = 16;

const loneSurrogate = /\p{Surrogate}/u;

/**
 * Reads JSON that has to be in the one form of RFC 8785 already (DIR-2), so that two readers can't understand the same
 * bytes differently. Throws a {@link MalformedDocumentError} for everything else.
 */
export function parseCanonicalJson(bytes: Uint8Array, maxLength: number): JsonValue {
  if (bytes.length === 0 || bytes.length > maxLength) throw new MalformedDocumentError();
  const value = parse(bytes);
  if (!isPlain(value, 0) || !sameBytes(canonicalJson(value), bytes)) throw new MalformedDocumentError();
  return value;
}

/** The canonical UTF-8 bytes of a value. */
export function canonicalJson(value: JsonValue): Uint8Array<ArrayBuffer> {
  const text = canonicalize(value);
  if (text === undefined) throw new MalformedDocumentError();
  return utf8(text);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new MalformedDocumentError();
  }
}

// Whole numbers that a double holds exactly, well-formed texts, and no deeper than allowed.
function isPlain(value: unknown, depth: number): value is JsonValue {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value === 'string') return !loneSurrogate.test(value);
  if (typeof value !== 'object' || depth === maxDepth) return false;
  if (Array.isArray(value)) return value.every((element) => isPlain(element, depth + 1));
  return Object.entries(value).every(
    ([name, member]) => !loneSurrogate.test(name) && isPlain(member, depth + 1),
  );
}
