import { randomId } from '@opstap/protocol/id/branded-id';
import { changesTo } from '@opstap/protocol/plan/plan-edit';
import { foldPlan, type PlanSource } from '@opstap/protocol/plan/plan-state';
import { expect, test } from 'vitest';
import { decodeTyped, seenBy, seenIn, type TypedForm, withForm } from './plan-typed.js';

const field = 'goal.0t00000aaaaaaaa.text';
const [first, second] = ['a'.repeat(22), 'b'.repeat(22)];

function says(id: string, value: string, replaces: readonly string[] = []): PlanSource {
  const payload = { type: 'plan', id, sentAt: 0, changes: [{ field, value, replaces }] } as const;
  return { by: randomId('dev'), payload, at: 0, sequence: null };
}

const before = says(first, 'A room');
const form: TypedForm = {
  open: '0t00000aaaaaaaa',
  fresh: '',
  values: { [field]: 'A flat' },
  first: { [field]: 'A room' },
  seen: seenIn(foldPlan([before]), [field, 'goal.0t00000aaaaaaaa.area']),
};

test('a form that was kept replaces what stood there when it was opened, and nothing that came since', () => {
  const [kept] = Object.values(decodeTyped(JSON.parse(JSON.stringify({ goals: form }))));
  expect(kept).toEqual(form);
  const now = foldPlan([before, says(second, 'A house', [first])]);
  const [change] = changesTo(seenBy(kept ?? form), form.values);
  expect(change).toEqual({ field, value: 'A flat', replaces: [first] });
  expect(now.fields.get(field)?.map(({ id }) => id)).toEqual([second]);
});

test('what is not of the form counts as not typed', () => {
  expect(decodeTyped(null)).toEqual({});
  expect(decodeTyped({ goals: 1, phases: { open: 3 }, elsewhere: form })).toEqual({});
  const odd = { ...form, values: { [field]: 7 }, seen: { [field]: [{ id: 1 }, null], other: 'x' } };
  expect(decodeTyped({ goals: odd })).toEqual({ goals: { ...form, values: {}, seen: { [field]: [] } } });
});

test('each part has one form at most, until it is saved or left', () => {
  const both = withForm(withForm({}, 'goals', form), 'phases', form);
  expect(Object.keys(both)).toEqual(['goals', 'phases']);
  expect(withForm(both, 'goals', null)).toEqual({ phases: form });
});
