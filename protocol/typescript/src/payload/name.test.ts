import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isName, nameFrom } from './name.js';
import { newPayloadId, readPayload } from './payload-codec.js';

const schema = JSON.parse(
  readFileSync(new URL('../../../spec/payload.schema.json', import.meta.url), 'utf8'),
);
const patterns: RegExp[] = schema.oneOf[1].properties.name.allOf.map(
  ({ pattern }: { pattern: string }) => new RegExp(pattern, 'u'),
);

function read(name: string): boolean {
  const id = newPayloadId();
  const introduction = { v: 1, type: 'introduction', id, sentAt: '2026-11-21T22:50:00Z', name };
  return readPayload(new TextEncoder().encode(JSON.stringify(introduction))).readable;
}

describe('a name', () => {
  test.each(['Noor', 'Anne-Marie de Wit', 'Zoë', 'نور', '李', '7', 'Sam ❤️'])('is %s (PAY-7)', (name) => {
    expect(read(name)).toBe(true);
    expect(patterns.every((pattern) => pattern.test(name))).toBe(true);
  });

  test.each([
    'Noor\nSent by the server',
    'Noor\u2028Sent',
    'Noor\u202Eruoy',
    'Noor\u2066',
    'No\u200Bor',
    'No\u00ADor',
    'Noor\u0000',
    '\u200B\u200C',
    ' \u00A0\u3000',
    '\u3164',
    '\u2800',
  ])('is not what speaks as the page or shows nothing: %j (PAY-7)', (name) => {
    expect(read(name)).toBe(false);
    expect(patterns.every((pattern) => pattern.test(name))).toBe(false);
  });

  test('is what is left of what somebody typed', () => {
    expect(nameFrom(' No\u200Bor\n ')).toBe('Noor');
    expect(nameFrom(' \u200B ')).toBeNull();
    expect(isName('x'.repeat(80))).toBe(true);
    expect(isName('x'.repeat(81))).toBe(false);
  });
});
