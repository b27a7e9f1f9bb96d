import { expect, test } from 'vitest';
import { RandomNumbers } from '../../test/scenario/random-number.js';
import { randomId } from '../id/branded-id.js';
import type { PlanPayload } from '../payload/payload.js';
import { encodePayload, newPayloadId } from '../payload/payload-codec.js';
import type { Holder } from '../session/seat-session.js';
import { planAgain } from './plan-again.js';
import { changesTo } from './plan-edit.js';
import type { PlanValue } from './plan-field.js';
import { foldPlan, type PlanSource, type PlanState } from './plan-state.js';

const her = randomId('psn');
const people: readonly Holder[] = [her, randomId('dev'), randomId('dev')];
const goal = '0t00000aaaaaaaa';
const fields = ['area.work.now', `goal.${goal}.text`, `goal.${goal}.area`, 'agreement.text'];
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

/** A payload, and what its writer had when she wrote it. */
interface Said {
  readonly source: PlanSource;
  readonly knew: ReadonlySet<Said>;
}

function valueFor(field: string, random: RandomNumbers): PlanValue {
  if (random.chance(0.2)) return null;
  if (field === 'area.work.now') return 1 + random.below(10);
  return field.endsWith('.area') ? random.pick(['work', 'housing']) : `words ${random.below(50)}`;
}

/** People who write, and hear from each other now and then, in no order. */
function talk(random: RandomNumbers): readonly Said[] {
  const all: Said[] = [];
  const known = new Map(people.map((person) => [person, new Set<Said>()]));
  for (let turn = 0; turn < 40; turn += 1) {
    const by = random.pick(people);
    const knew = known.get(by) ?? new Set();
    if (random.chance(0.5)) {
      for (const said of all) if (random.chance(0.4)) knew.add(said);
      continue;
    }
    const state = foldPlan([...knew].map(({ source }) => source));
    const wanted = fields.filter(() => random.chance(0.4)).map((field) => [field, valueFor(field, random)]);
    const changes = changesTo(state, Object.fromEntries(wanted));
    if (changes.length === 0) continue;
    const sentAt = random.below(20) * 1000;
    const payload: PlanPayload = { type: 'plan', id: newPayloadId(), sentAt, changes };
    const said = { source: { by, payload, at: sentAt, sequence: turn + 1 }, knew: new Set(knew) };
    all.push(said);
    knew.add(said);
  }
  return all;
}

function shuffled<T>(values: readonly T[], random: RandomNumbers): T[] {
  return values
    .map((value) => [random.next(), value] as const)
    .sort(([one], [other]) => one - other)
    .map(([, value]) => value);
}

function comparable({ fields: all }: PlanState) {
  const entries = [...all].map(([field, writes]) => [
    field,
    writes.map(({ value, id, by, sentAt }) => ({ value, id, by, sentAt })),
  ]);
  return Object.fromEntries(entries.sort());
}

test.each(seeds)(
  'all members converge, and nothing that was written is lost: seed %i (PLN-4, PLN-5)',
  (seed) => {
    const random = new RandomNumbers(seed);
    const all = talk(random);
    const sources = all.map(({ source }) => source);
    const state = foldPlan(sources);
    for (let reader = 0; reader < 5; reader += 1) {
      const twice = [...sources, ...sources.filter(() => random.chance(0.5))];
      expect(comparable(foldPlan(shuffled(twice, random)))).toEqual(comparable(state));
    }
    for (const said of all) {
      for (const { field } of said.source.payload.changes ?? []) {
        const isCurrent = [...(state.fields.get(field) ?? []), ...state.notCounted].some(
          (write) => write.id === said.source.payload.id && write.field === field,
        );
        const seenAndReplaced = all.some(
          (later) =>
            later.knew.has(said) &&
            later.source.payload.changes?.some(
              (change) => change.field === field && (later.source.by === her || !field.startsWith('area.')),
            ),
        );
        expect(isCurrent || seenAndReplaced, `${field} of ${said.source.payload.id}`).toBe(true);
      }
    }
  },
);

test.each(seeds)(
  'who is told again sees what everybody sees, and who knew it nothing new: seed %i (PLN-8)',
  (seed) => {
    const random = new RandomNumbers(seed);
    const sources = talk(random).map(({ source }) => source);
    const early = sources.filter(() => random.chance(0.7));
    const state = foldPlan(early);
    const told = planAgain(state).map((content, number): PlanSource => {
      const payload: PlanPayload = { type: 'plan', id: newPayloadId(), sentAt: 50_000, ...content };
      encodePayload(payload);
      return { by: her, payload, at: 50_000, sequence: 100 + number };
    });
    expect(comparable(foldPlan(told))).toEqual(comparable(state));
    expect(comparable(foldPlan([...told, ...early]))).toEqual(comparable(state));
    const late = sources.filter((source) => !early.includes(source));
    const newcomer = foldPlan(shuffled([...told, ...late], random));
    const member = foldPlan(shuffled([...early, ...late, ...told], random));
    for (const [field, writes] of member.fields) {
      const seen = newcomer.fields.get(field)?.map(({ id }) => id) ?? [];
      expect(seen, field).toEqual(expect.arrayContaining(writes.map(({ id }) => id)));
    }
  },
);
