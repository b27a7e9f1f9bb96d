import type { Bytes } from '../json/base64url.js';
import { encodeFields, type Field, lengthFits } from './field.js';
import { ruled } from './malformed-message.js';
import { MessageWriter } from './message-writer.js';

/** A request without trailers, as a client sends it. */
export interface BinaryRequest {
  readonly method: string;
  readonly scheme: string;
  /** Host and port; may be empty. */
  readonly authority: string;
  /** With its query, if there is one. */
  readonly path: string;
  readonly fields: readonly Field[];
  readonly content: Uint8Array;
}

/** Bytes: the largest body that the server takes (288 KiB), fields, and padding (OHT-3). */
export const maximumRequestLength = 384 * 1024;

/** The indicator of a request of known length (RFC 9292 section 3.3). */
const knownLengthRequest = 0;

const token = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const schemeForm = /^[A-Za-z][A-Za-z0-9+.-]*$/;
const authorityForm = /^[!-~]*$/;
const authorityMarks = /[@/?#]/;
const pathForm = /^\/[!-~]*$/;

/**
 * The shortest form: of known length, without empty parts at its end (OHT-2). Throws `malformed-binary-http` for what HTTP/2 would
 * not take, and for what is too long.
 */
export function encodeRequest(request: BinaryRequest): Bytes {
  check(request);
  const { method, scheme, authority, path, fields, content } = request;
  const writer = new MessageWriter();
  writer.integer(knownLengthRequest);
  for (const part of [method, scheme, authority, path]) writer.text(part);
  if (fields.length > 0 || content.length > 0) writer.bytes(encodeFields(fields));
  if (content.length > 0) writer.bytes(content);
  const message = writer.toBytes();
  ruled(message.length <= maximumRequestLength);
  return message;
}

/** OHT-5 and OHT-6. */
function check({ method, scheme, authority, path, fields, content }: BinaryRequest): void {
  ruled(token.test(method) && method !== 'CONNECT');
  ruled(schemeForm.test(scheme));
  ruled(authorityForm.test(authority) && !authorityMarks.test(authority));
  ruled((pathForm.test(path) && !path.includes('#')) || (path === '*' && method === 'OPTIONS'));
  const hosts = fields.filter(({ name }) => name === 'host');
  ruled(hosts.length <= 1);
  ruled(hosts.every(({ value }) => authority === '' || value.toLowerCase() === authority.toLowerCase()));
  ruled(lengthFits(fields, content));
}
