import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { holderOf } from '../conversation/conversation-view.js';
import { payloadFromJson, payloadToJson, readPayload } from '../payload/payload-codec.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { agreementDigest } from './plan-agreement.js';
import { foldPlan, type PlanSource, type PlanState } from './plan-state.js';

interface Value {
  readonly field: string;
  readonly value: JsonValue;
  readonly by: string;
  readonly id: string;
}

const file = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const vectors: {
  readonly cases: readonly {
    readonly name: string;
    readonly said: readonly { readonly by: string; readonly payload: JsonValue }[];
    readonly fields: Readonly<Record<string, readonly Omit<Value, 'field'>[]>>;
    readonly notCounted: readonly Omit<Value, 'value'>[];
  }[];
  readonly wrong: readonly { readonly name: string; readonly payload: object }[];
  readonly digests: readonly { readonly text: string; readonly digest: string }[];
} = JSON.parse(file('vectors/plan.json'));
const schema = new Ajv2020({ strict: false });
addFormats.default(schema);
const bySchema = schema.compile(JSON.parse(file('spec/payload.schema.json')));

function sourcesOf(said: (typeof vectors.cases)[number]['said']): PlanSource[] {
  return said.flatMap(({ by, payload: json }) => {
    const payload = payloadFromJson(json);
    return payload.type === 'plan' ? [{ by: holderOf(by), payload, at: payload.sentAt, sequence: null }] : [];
  });
}

function shown({ fields, notCounted }: PlanState) {
  const named = notCounted.map(({ field, by, id }) => ({ field, by, id }));
  const place = ({ field, id, by }: Omit<Value, 'value'>) => `${field} ${id} ${by}`;
  return {
    fields: Object.fromEntries(
      [...fields].map(([field, writes]) => [field, writes.map(({ value, by, id }) => ({ value, by, id }))]),
    ),
    notCounted: named.sort((one, other) => (place(one) < place(other) ? -1 : 1)),
  };
}

describe('a plan', () => {
  test.each(vectors.cases)(
    'reaches the state of the vector in any order: $name (PLN-4, PLN-5, PLN-7)',
    (vector) => {
      const { said, fields, notCounted } = vector;
      const sources = sourcesOf(said);
      expect(shown(foldPlan(sources))).toEqual({ fields, notCounted });
      expect(shown(foldPlan([...sources].reverse().concat(sources)))).toEqual({ fields, notCounted });
    },
  );

  test.each(vectors.cases)('is written as it was read, and by the schema: $name (PLN-2)', ({ said }) => {
    for (const { payload } of said) {
      expect(bySchema(payload), JSON.stringify(bySchema.errors)).toBe(true);
      expect(payloadToJson(payloadFromJson(payload))).toEqual(payload);
    }
  });

  test.each(vectors.wrong)(
    'that breaks the schema is unreadable, its id kept: $name (PLN-3)',
    ({ name, payload }) => {
      const read = readPayload(new TextEncoder().encode(JSON.stringify(payload)));
      expect(read).toEqual({ readable: false, id: 'plan-vector-payload-01' });
      // The schema can't say this one.
      expect(bySchema(payload)).toBe(name === 'a field twice');
    },
  );

  test.each(vectors.digests)('is agreed to by the digest of its words: $text (PLN-9)', ({ text, digest }) => {
    expect(agreementDigest(text)).toBe(digest);
  });
});
