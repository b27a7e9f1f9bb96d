import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  brands,
  idFromBytes,
  idToBytes,
  isId,
  MalformedIdentifierError,
  type PseudonymId,
  parseId,
  randomId,
} from './branded-id.js';

const kinds = Object.values(brands);
const vectors: {
  valid: { brand: (typeof kinds)[number]; text: string; bytes: string }[];
  invalid: { name: string; brand: (typeof kinds)[number]; text: string }[];
  invalidBytes: string[];
} = JSON.parse(readFileSync(new URL('../../../vectors/identifiers.json', import.meta.url), 'utf8'));

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

describe('branded identifiers', () => {
  test.each(vectors.valid)('reads and writes $text', ({ brand, text, bytes }) => {
    const id = parseId(brand, text);
    expect(hex(idToBytes(id))).toBe(bytes);
    expect(idFromBytes(brand, bytesOf(bytes))).toBe(text);
  });

  test.each(vectors.invalid)('refuses $name', ({ brand, text }) => {
    expect(isId(brand, text)).toBe(false);
    expect(() => parseId(brand, text)).toThrow(MalformedIdentifierError);
  });

  test.each(vectors.invalidBytes)('refuses the bytes %j', (bytes) => {
    expect(() => idFromBytes('psn', bytesOf(bytes))).toThrow(MalformedIdentifierError);
  });

  test('refuses an identifier of every other kind', () => {
    for (const { brand, text } of vectors.valid) {
      for (const kind of kinds) expect(isId(kind, text)).toBe(kind === brand);
    }
  });

  test('tells nothing about what it refused', () => {
    const secret = 'psn_SECRET';
    expect(() => parseId('psn', secret)).toThrow(
      expect.objectContaining({ code: 'malformed-identifier', message: 'malformed identifier' }),
    );
  });

  test('finds every wrong digit and every swap', () => {
    const text = idFromBytes('cnv', bytesOf('0123456789abcdeffedcba9876543210'));
    for (let i = 4; i < 30; i += 1) {
      const slips = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map(
        (digit) => text.slice(0, i) + digit + text.slice(i + 1),
      );
      slips.push(text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2));
      for (const slip of slips) expect(isId('cnv', slip)).toBe(slip === text);
    }
  });

  test('draws all of its bits', () => {
    expect(hex(idToBytes(randomId('vlt', (bytes) => bytes.fill(0xff))))).toBe('f'.repeat(32));
    expect(new Set(Array.from({ length: 100 }, () => randomId('vlt'))).size).toBe(100);
  });

  test('keeps kinds apart for the compiler', () => {
    expectTypeOf(randomId('psn')).toEqualTypeOf<PseudonymId>();
    expectTypeOf(randomId('cnv')).not.toExtend<PseudonymId>();
  });
});
