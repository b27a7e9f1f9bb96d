import { ruled } from './malformed-message.js';
import type { MessageReader } from './message-reader.js';
import { MessageWriter } from './message-writer.js';

/** A header or trailer line; the name in lower case, the value one byte a character. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** Of a section: several times what is ever sent. Bounds what a message of tiny fields costs (OHT-3). */
export const maximumFields = 64;

const lowerCaseToken = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;
/** No control character but the tabulator. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const blankAtAnEnd = /^[\t ]|[\t ]$/;
const connectionSpecific = ['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade'];

/** A field that HTTP/2 would take (RFC 9113 section 8.2), or `malformed-binary-http` (OHT-4). */
export function fieldOf(name: string, value: string): Field {
  ruled(lowerCaseToken.test(name) && !connectionSpecific.includes(name));
  ruled(fieldValue.test(value) && !blankAtAnEnd.test(value));
  ruled(name !== 'te' || value === 'trailers');
  return { name, value };
}

/** Reads lines to the end of a section whose length was known. */
export function readFieldsToEnd(section: MessageReader): Field[] {
  const fields: Field[] = [];
  while (!section.atEnd) addField(fields, section.text(), section);
  return fields;
}

/** Reads lines until an empty name ends the section. */
export function readFieldsToTerminator(message: MessageReader): Field[] {
  const fields: Field[] = [];
  for (let name = message.text(); name !== ''; name = message.text()) addField(fields, name, message);
  return fields;
}

export function encodeFields(fields: readonly Field[]): Uint8Array {
  ruled(fields.length <= maximumFields);
  const section = new MessageWriter();
  for (const { name, value } of fields) {
    section.text(name);
    section.text(value);
  }
  return section.toBytes();
}

/** Whether every length that the fields give is that of the content (RFC 9113 section 8.1.1, OHT-6). */
export function lengthFits(fields: readonly Field[], content: Uint8Array): boolean {
  const lengths = fields.filter(({ name }) => name === 'content-length');
  return lengths.every(({ value }) => value === String(content.length));
}

function addField(fields: Field[], name: string, reader: MessageReader): void {
  ruled(fields.length < maximumFields);
  fields.push(fieldOf(name, reader.text()));
}
