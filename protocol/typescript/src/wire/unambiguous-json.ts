import { type JsonValue, MalformedDocumentError } from './canonical-json.js';

const part = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\]:,]/g;
const wholeNumber = /^-?\d+$/;

/** Text of JSON, and the bounds that it has to keep. */
export interface JsonBounds {
  readonly maxLength: number;
  /** Arrays and objects within each other, the outermost counted. */
  readonly maxDepth: number;
  /** Members whose numbers have to be written as whole ones, without a fraction or an exponent. */
  readonly wholeNumbers: readonly string[];
}

/**
 * Reads UTF-8 JSON in any order and with blanks, of which two readers can't make different things: no member is there twice. Throws
 * a {@link MalformedDocumentError} for everything else.
 */
export function parseUnambiguousJson(bytes: Uint8Array, bounds: JsonBounds): JsonValue {
  if (bytes.length > bounds.maxLength) throw new MalformedDocumentError();
  let value: JsonValue;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new MalformedDocumentError();
  }
  checkMembers(text, bounds);
  return value;
}

/** Goes through the parts of a text that is known to be JSON: what they mean is known from their order alone. */
function checkMembers(text: string, { maxDepth, wholeNumbers }: JsonBounds): void {
  const open: (Set<string> | null)[] = [];
  let last = '';
  let member = '';
  for (const [each] of text.matchAll(part)) {
    if (each === '{' || each === '[') open.push(each === '{' ? new Set() : null);
    else if (each === '}' || each === ']') open.pop();
    else if (each === ':') {
      member = JSON.parse(last);
      const members = open.at(-1);
      if (members?.has(member)) throw new MalformedDocumentError();
      members?.add(member);
    } else if (
      last === ':' &&
      wholeNumbers.includes(member) &&
      /^[-\d]/.test(each) &&
      !wholeNumber.test(each)
    ) {
      throw new MalformedDocumentError();
    }
    if (open.length > maxDepth) throw new MalformedDocumentError();
    last = each;
  }
}
