import { OpstapError } from '../problem/opstap-error.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { isMoment } from '../wire/time.js';

/** Parses UTF-8 JSON, or throws `malformed-json`. */
export function parseJson(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    throw malformed();
  }
}

/** The error of every decoder: the text is JSON, but not of the expected form. */
export function malformed(): OpstapError {
  return new OpstapError('malformed-json');
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isArray(value);
}

function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function objectOf(value: JsonValue | undefined): JsonObject {
  if (!isObject(value)) throw malformed();
  return value;
}

export function textOf(value: JsonValue | undefined): string {
  if (typeof value !== 'string') throw malformed();
  return value;
}

export function booleanOf(value: JsonValue | undefined): boolean {
  if (typeof value !== 'boolean') throw malformed();
  return value;
}

/** A whole number of zero or more that JavaScript holds exactly. */
export function countOf(value: JsonValue | undefined): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw malformed();
  return value;
}

export function arrayOf<T>(value: JsonValue | undefined, element: (value: JsonValue) => T): T[] {
  if (!isArray(value)) throw malformed();
  return value.map((each) => element(each));
}

/** Null and an absent member both give null. */
export function nullable<T>(value: JsonValue | undefined, decode: (value: JsonValue) => T): T | null {
  return value === null || value === undefined ? null : decode(value);
}

const fraction = /\.\d+(?=Z$)/;

/** A time in RFC 3339 and UTC, as milliseconds since 1970. One that no calendar has is malformed. */
export function instantOf(value: JsonValue | undefined): number {
  const text = textOf(value);
  if (!isMoment(text.replace(fraction, ''))) throw malformed();
  return Date.parse(text);
}

/** Milliseconds since 1970 as RFC 3339 in UTC with second precision, the wire's form. */
export function formatInstant(milliseconds: number): string {
  return `${new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
