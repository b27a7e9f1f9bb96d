import { fromBase64Url } from './base64url.js';
import { type JsonObject, type JsonValue, MalformedDocumentError } from './canonical-json.js';
import { isDay, isMoment } from './time.js';

export function require(condition: boolean): asserts condition {
  if (!condition) throw new MalformedDocumentError();
}

/**
 * The members of a JSON object, read strictly: each has the wanted type and stays within its bound, or the whole document
 * is refused with a {@link MalformedDocumentError}. Members that nobody asks for are ignored (DIR-4).
 */
export class Members {
  readonly #object: JsonObject;

  constructor(value: JsonValue) {
    require(isObject(value));
    this.#object = value;
  }

  /** Fails unless the object has exactly this many members. */
  exactly(count: number): this {
    require(Object.keys(this.#object).length === count);
    return this;
  }

  /** Fails if the object has a member of another name. */
  only(names: readonly string[]): this {
    require(Object.keys(this.#object).every((name) => names.includes(name)));
    return this;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#object, name);
  }

  node(name: string): JsonValue {
    const value = Object.hasOwn(this.#object, name) ? this.#object[name] : undefined;
    require(value !== undefined);
    return value;
  }

  object(name: string): Members {
    return new Members(this.node(name));
  }

  text(name: string, maxLength: number): string {
    return textOf(this.node(name), maxLength);
  }

  flag(name: string): boolean {
    const value = this.node(name);
    require(typeof value === 'boolean');
    return value;
  }

  integer(name: string, min: number, max: number): number {
    return integerOf(this.node(name), min, max);
  }

  bytes(name: string, length: number): Uint8Array<ArrayBuffer> {
    return bytesOf(this.node(name), length);
  }

  /** A moment in whole seconds, in UTC: `2026-11-21T22:50:00Z`. */
  moment(name: string): string {
    const text = this.text(name, 20);
    require(isMoment(text));
    return text;
  }

  /** A day: `2026-11-21`. */
  day(name: string): string {
    const text = this.text(name, 10);
    require(isDay(text));
    return text;
  }

  /** What the reader makes of the member, or null where it is null. */
  orNull<T>(name: string, read: (name: string) => T): T | null {
    return this.node(name) === null ? null : read(name);
  }

  list<T>(name: string, maxSize: number, read: (value: JsonValue) => T): readonly T[] {
    return listOf(this.node(name), maxSize, read);
  }
}

export function listOf<T>(value: JsonValue, maxSize: number, read: (value: JsonValue) => T): readonly T[] {
  require(isArray(value) && value.length <= maxSize);
  return value.map(read);
}

export function textOf(value: JsonValue, maxLength: number): string {
  require(typeof value === 'string' && value.length <= maxLength);
  return value;
}

export function integerOf(value: JsonValue, min: number, max: number): number {
  require(typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max);
  return value;
}

/** Base64url of exactly this many bytes. */
export function bytesOf(value: JsonValue, length: number): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(textOf(value, 4 * length));
  require(bytes !== undefined && bytes.length === length);
  return bytes;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !isArray(value);
}
