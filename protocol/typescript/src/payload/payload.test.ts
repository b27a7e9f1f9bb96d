import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isMunicipalityCode } from '../geography/municipality-code.js';
import { randomId } from '../id/branded-id.js';
import { facetNames } from './facets.js';
import type { Payload } from './payload.js';
import { encodePayload, newPayloadId, readPayload } from './payload-codec.js';

const schema = JSON.parse(
  readFileSync(new URL('../../../spec/payload.schema.json', import.meta.url), 'utf8'),
);
const vocabulary: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../vectors/vocabulary.json', import.meta.url), 'utf8'),
);
const base = { id: newPayloadId(), sentAt: Date.UTC(2026, 10, 21, 22, 50) };
const utf8 = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const card = { type: 'handover-card', lead: randomId('lea'), passages: [], plan: false };
const passage = { from: 'seeker', on: '2026-11-21', text: 'x' };
const wire = { v: 1, type: 'text', id: base.id, sentAt: '2026-11-21T22:50:00Z', text: 'hoi' };

const partner = {
  kind: 'housing',
  name: 'Onderdak',
  municipalities: [],
  contact: 'x',
  weeksWaiting: 0,
  checkedOn: '2026-11-01',
};

const payloads: Payload[] = [
  { ...base, type: 'text', text: 'Hoi, ik heb een vraag. ✓' },
  {
    ...base,
    type: 'text',
    text: 'x',
    language: 'pt-BR',
    urgent: true,
    facets: { municipality: ['GM0917'], areas: ['housing', 'safety'] },
  },
  { ...base, type: 'introduction', name: 'Anna' },
  { ...base, type: 'send-again', sequences: [1, 4] },
  { ...base, type: 'leaving' },
  { ...base, type: 'went-elsewhere' },
  { ...base, type: 'erase' },
  { ...base, type: 'wake', capsule: `AX${'x'.repeat(894)}` },
  { ...base, type: 'wake', capsule: null },
  { ...base, type: 'check-in', answer: 'fair' },
  { ...base, type: 'check-in', answer: 'none', unanswered: 2 },
  {
    ...base,
    type: 'referral',
    partner: {
      kind: 'debt-help',
      name: 'Geldzaken',
      municipalities: ['GM0200', 'GM0246'].filter(isMunicipalityCode),
      contact: '055 555 0100\nna tien uur',
      weeksWaiting: null,
      checkedOn: '2026-11-01',
    },
  },
  { ...base, type: 'plan', changes: [{ field: 'area.housing.now', value: 4, replaces: [base.id] }] },
  {
    ...base,
    type: 'lead',
    lead: randomId('lea'),
    programme: randomId('prg'),
    text: 'Nearer to your sister',
    reasons: ['covers-municipality'],
  },
  { ...base, type: 'lead-answer', lead: randomId('lea'), answer: 'does-not-fit', condition: 'women-only' },
  {
    ...base,
    type: 'handover-card',
    lead: randomId('lea'),
    text: 'This is what matters to me.',
    passages: [
      { from: 'seeker', on: '2026-11-21', text: 'I look for a room.' },
      { from: 'team', name: 'Noor', on: '2026-11-22', text: 'Let us look together.' },
    ],
    language: 'ro',
    facets: { areas: ['housing'] },
    plan: true,
  },
];

describe('a payload', () => {
  test.each(payloads)('comes back as it was: $type', (payload) => {
    expect(readPayload(encodePayload(payload))).toEqual({ readable: true, payload });
  });

  test('has the facets and types of the schema', () => {
    const [text] = schema.oneOf;
    expect(text.properties.facets.propertyNames.enum).toEqual([...facetNames]);
    expect(new Set(payloads.map(({ type }) => type))).toEqual(new Set(schema.properties.type.enum));
  });

  test('leaves a condition out that it does not know (PAY-8)', () => {
    const answer = { ...wire, type: 'lead-answer', lead: randomId('lea'), answer: 'does-not-fit' };
    const read = readPayload(utf8({ ...answer, condition: 'later' }));
    expect(read).toMatchObject({ readable: true });
    expect(read).not.toHaveProperty('payload.condition');
  });

  test('names facets that the vocabulary has (PAY-4)', () => {
    const shared = facetNames.filter((name) => name in vocabulary);
    expect(shared.length).toBeGreaterThan(0);
  });

  test('has a fresh id each time', () => {
    expect(newPayloadId()).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(newPayloadId()).not.toBe(newPayloadId());
  });

  test('is at most 47 KiB, a text 1 to 8,000 characters (PAY-1)', () => {
    const texts = ['', 'x'.repeat(8001), '\u0001'.repeat(8000)];
    const sizes = [undefined, undefined, 48_000];
    for (const [at, text] of texts.entries()) {
      const encode = () => encodePayload({ ...base, type: 'text', text });
      if (sizes[at] === undefined)
        expect(encode).toThrow(expect.objectContaining({ code: 'payload-invalid' }));
      else expect(encode().length).toBeGreaterThan(sizes[at]);
    }
    expect(encodePayload({ ...base, type: 'text', text: '😀'.repeat(8000) }).length).toBeLessThan(48_128);
    expect(readPayload(utf8({ ...wire, padding: 'x'.repeat(48_128) })).readable).toBe(false);
  });

  test('takes members that the schema does not name, and leaves them out', () => {
    const read = readPayload(utf8({ ...wire, later: 1 }));
    expect(read).toEqual({ readable: true, payload: { ...base, type: 'text', text: 'hoi' } });
  });

  test.each([
    ['an unknown type', { ...wire, type: 'novel' }],
    ['another version', { ...wire, v: 2 }],
    ['no text', { ...wire, text: undefined }],
    ['a number for a text', { ...wire, text: 5 }],
    ['an unknown facet', { ...wire, facets: { phone: ['1'] } }],
    ['too many codes', { ...wire, facets: { areas: Array.from({ length: 13 }, () => 'housing') } }],
    ['a code that is too long', { ...wire, facets: { areas: ['x'.repeat(41)] } }],
    ['a language that is none', { ...wire, language: 'Dutch' }],
    ['a time without zone', { ...wire, sentAt: '2026-11-21T22:50:00' }],
    ['an impossible time', { ...wire, sentAt: '2026-19-21T22:50:00Z' }],
    ['a day that no month has', { ...wire, sentAt: '2026-02-30T22:50:00Z' }],
    ['a moment after the last that can be written', { ...wire, sentAt: '9999-12-31T24:00:00Z' }],
    ['no sequences', { ...wire, type: 'send-again', sequences: [] }],
    ['the sequence 0', { ...wire, type: 'send-again', sequences: [0] }],
    [
      'a lead without words',
      { ...wire, type: 'lead', lead: randomId('lea'), programme: randomId('prg'), text: '', reasons: [] },
    ],
    [
      'a lead with too many words',
      {
        ...wire,
        type: 'lead',
        lead: randomId('lea'),
        programme: randomId('prg'),
        text: 'x'.repeat(2001),
        reasons: [],
      },
    ],
    [
      'a lead that is none',
      { ...wire, type: 'lead', lead: randomId('prg'), programme: randomId('prg'), text: 'x', reasons: [] },
    ],
    ['an answer that is none', { ...wire, type: 'lead-answer', lead: randomId('lea'), answer: 'perhaps' }],
    ['a card of no lead', { ...wire, ...card, lead: undefined }],
    ['a card with a passage of nobody', { ...wire, ...card, passages: [{ ...passage, from: 'other' }] }],
    [
      'a card with a day that no month has',
      { ...wire, ...card, passages: [{ ...passage, on: '2026-02-30' }] },
    ],
    ['a card with an empty passage', { ...wire, ...card, passages: [{ ...passage, text: '' }] }],
    ['a card with a name in two lines', { ...wire, ...card, passages: [{ ...passage, name: 'a\nb' }] }],
    ['a card with 41 passages', { ...wire, ...card, passages: Array.from({ length: 41 }, () => passage) }],
    ['no name', { ...wire, type: 'introduction', name: '' }],
    ['an answer that is none of those', { ...wire, type: 'check-in', answer: 'bad' }],
    ['no count of what is unanswered', { ...wire, type: 'check-in', answer: 'none' }],
    ['nothing that is unanswered', { ...wire, type: 'check-in', answer: 'none', unanswered: 0 }],
    ['a name that is too long', { ...wire, type: 'introduction', name: 'x'.repeat(81) }],
    ['no word of a capsule', { ...wire, type: 'wake' }],
    ['a capsule of another length', { ...wire, type: 'wake', capsule: `AX${'x'.repeat(893)}` }],
    ['a capsule of another version', { ...wire, type: 'wake', capsule: `Ag${'x'.repeat(894)}` }],
    ['no partner', { ...wire, type: 'referral' }],
    ['a partner of an unknown kind', { ...wire, type: 'referral', partner: { ...partner, kind: 'church' } }],
    ['a partner without a day', { ...wire, type: 'referral', partner: { ...partner, checkedOn: undefined } }],
    [
      'a contact that is too long',
      { ...wire, type: 'referral', partner: { ...partner, contact: 'x'.repeat(301) } },
    ],
  ])('is unreadable and harmless with %s, its id kept (PAY-3)', (_name, value) => {
    expect(readPayload(utf8(value))).toEqual({ readable: false, id: base.id });
  });

  test.each([['not JSON'], ['[]'], ['null'], ['{"id":"short"}'], ['{"v":1}']])(
    'is unreadable: %s (PAY-3)',
    (text) => {
      expect(readPayload(new TextEncoder().encode(text))).toEqual({ readable: false, id: undefined });
    },
  );

  test('is unreadable in broken UTF-8 (PAY-3)', () => {
    expect(readPayload(Uint8Array.of(0x22, 0xff, 0x22)).readable).toBe(false);
  });
});
