import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';
import { type Field, lengthFits, readFieldsToEnd, readFieldsToTerminator } from './field.js';
import { ruled } from './malformed-message.js';
import { MessageReader } from './message-reader.js';

/** A final response; what came before it and its trailers are read, checked and left out. */
export interface BinaryResponse {
  /** 200 to 599. */
  readonly status: number;
  readonly fields: readonly Field[];
  readonly content: Bytes;
}

/** Bytes: a page of entries (1 MiB) in base64, fields, and padding (OHT-3). */
export const maximumResponseLength = 2 * 1024 * 1024;

/** More than any server sends; bounds what a message of tiny ones costs (OHT-3). */
const maximumInformational = 8;

const knownLengthResponse = 1;
const indeterminateLengthResponse = 3;

/**
 * Reads a response of known or indeterminate length to its last byte, with the zeroes behind it (OHT-1, OHT-2). Throws
 * `malformed-binary-http` for whatever else bytes are (OHT-7).
 */
export function decodeResponse(message: Uint8Array): BinaryResponse {
  ruled(message.length <= maximumResponseLength);
  const reader = new MessageReader(message);
  const parts = partsAfter(reader.integer());
  let status = reader.integer();
  for (let before = 0; isInformational(status); before += 1) {
    ruled(before < maximumInformational);
    parts.fields(reader);
    status = reader.integer();
  }
  ruled(status >= 200 && status <= 599);
  const fields = parts.fields(reader);
  const content = parts.content(reader);
  parts.fields(reader);
  reader.padding();
  // An answer to HEAD, and 304, have the length of what they leave out.
  ruled(content.length === 0 || lengthFits(fields, content));
  return { status, fields, content };
}

/** How the parts of a message are held together; each may be missing at its end, and is empty then. */
interface Parts {
  readonly fields: (message: MessageReader) => readonly Field[];
  readonly content: (message: MessageReader) => Bytes;
}

const knownLength: Parts = {
  fields: (message) => (message.atEnd ? [] : readFieldsToEnd(new MessageReader(message.bytes()))),
  content: (message) => (message.atEnd ? new Uint8Array() : Uint8Array.from(message.bytes())),
};

const indeterminateLength: Parts = {
  fields: (message) => (message.atEnd ? [] : readFieldsToTerminator(message)),
  content: (message) => (message.atEnd ? new Uint8Array() : chunks(message)),
};

function partsAfter(indicator: number): Parts {
  ruled(indicator === knownLengthResponse || indicator === indeterminateLengthResponse);
  return indicator === knownLengthResponse ? knownLength : indeterminateLength;
}

function chunks(message: MessageReader): Bytes {
  const all: Uint8Array[] = [];
  for (let chunk = message.bytes(); chunk.length > 0; chunk = message.bytes()) all.push(chunk);
  return concatBytes(...all);
}

function isInformational(status: number): boolean {
  return status >= 100 && status <= 199;
}
