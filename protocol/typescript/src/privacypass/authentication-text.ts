import { MalformedTokenError } from './malformed-token-error.js';

export const scheme = 'PrivateToken';

const maximumParameters = 16;
const token = /[\w!#$%&'*+\-.^`|~]+/y;
const blanks = /[ \t]*/y;
/** What stands between quotation marks; a backslash takes the meaning from the character behind it. */
const quoted = /"((?:\\[\t\x20-\x7e\x80-\uffff]|[\t\x20\x21\x23-\x5b\x5d-\x7e\x80-\uffff])*)"/y;

/**
 * The parameters of one challenge or one set of credentials of the scheme PrivateToken (RFC 9110 sections 11.3 and 11.4), each once,
 * by their name in lower case. What isn't where it has to be is a {@link MalformedTokenError}; so is a second challenge (ADM-11).
 */
export function parametersOf(field: string, maximumLength: number): ReadonlyMap<string, string> {
  if (field.length > maximumLength) throw new MalformedTokenError();
  const cursor = new Cursor(field);
  if (cursor.take(token).toLowerCase() !== scheme.toLowerCase()) throw new MalformedTokenError();
  cursor.expect(' ');
  const parameters = new Map<string, string>();
  do {
    cursor.take(blanks);
    const name = cursor.take(token).toLowerCase();
    cursor.take(blanks);
    cursor.expect('=');
    cursor.take(blanks);
    const value = cursor.sees('"')
      ? cursor.take(quoted).slice(1, -1).replace(/\\(.)/g, '$1')
      : cursor.take(token);
    cursor.take(blanks);
    if (parameters.size === maximumParameters || parameters.has(name)) throw new MalformedTokenError();
    parameters.set(name, value);
  } while (cursor.accepts(','));
  if (!cursor.atEnd) throw new MalformedTokenError();
  return parameters;
}

/** A place in a text, from left to right. */
class Cursor {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  sees(mark: string): boolean {
    return this.#text.startsWith(mark, this.#at);
  }

  accepts(mark: string): boolean {
    const seen = this.sees(mark);
    if (seen) this.#at += mark.length;
    return seen;
  }

  expect(mark: string): void {
    if (!this.accepts(mark)) throw new MalformedTokenError();
  }

  take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) throw new MalformedTokenError();
    this.#at += found.length;
    return found;
  }
}
