import type { Seen } from '@opstap/protocol/plan/plan-edit';
import type { PlanValue } from '@opstap/protocol/plan/plan-field';

const parts = ['goals', 'phases', 'appointments', 'agreement'] as const;
/** A part of the plan that has forms, of which one is open at most. */
export type PlanFormPart = (typeof parts)[number];

interface SeenValue {
  readonly id: string;
  readonly value: PlanValue;
}

/** A form that is open, with what was typed into it: kept until it is saved or left, also through a reload and on a screen that was cleared. */
export interface TypedForm {
  /** Which form of its part. */
  readonly open: string;
  /** The id of the thing that it would add. */
  readonly fresh: string;
  readonly values: Readonly<Record<string, string>>;
  /** What stood in its inputs when it was opened, and the values of its fields then: only those are replaced by it. */
  readonly first: Readonly<Record<string, string>>;
  readonly seen: Readonly<Record<string, readonly SeenValue[]>>;
}

export type PlanTyped = Readonly<Partial<Record<PlanFormPart, TypedForm>>>;

/** What stands in fields now, as a form keeps it. */
export function seenIn(state: Seen, fields: readonly string[]): TypedForm['seen'] {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const values = state.fields.get(field)?.map(({ id, value }) => ({ id, value }));
      return values === undefined ? [] : [[field, values] as const];
    }),
  );
}

/** The plan as a form saw it. */
export function seenBy(form: Pick<TypedForm, 'seen'>): Seen {
  return { fields: new Map(Object.entries(form.seen)) };
}

/** The forms with one of a part put in the place of what was there, or without it. */
export function withForm(typed: PlanTyped, part: PlanFormPart, form: TypedForm | null): PlanTyped {
  const { [part]: _, ...others } = typed;
  return form === null ? others : { ...others, [part]: form };
}

/** Reads what an earlier page kept; what isn't of the form counts as not typed. */
export function decodeTyped(value: unknown): PlanTyped {
  const kept = record(value);
  return Object.fromEntries(
    parts.flatMap((part) => {
      const form = formOf(kept[part]);
      return form === null ? [] : [[part, form] as const];
    }),
  );
}

function formOf(value: unknown): TypedForm | null {
  const { open, fresh, values, first, seen } = record(value);
  if (typeof open !== 'string' || typeof fresh !== 'string') return null;
  return { open, fresh, values: textsOf(values), first: textsOf(first), seen: seenOf(seen) };
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([field, text]) =>
      typeof text === 'string' ? [[field, text] as const] : [],
    ),
  );
}

function seenOf(value: unknown): TypedForm['seen'] {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([field, values]) =>
      Array.isArray(values) ? [[field, values.flatMap(seenValueOf)] as const] : [],
    ),
  );
}

function seenValueOf(each: unknown): SeenValue[] {
  const { id, value } = record(each);
  const isValue = value === null || typeof value === 'string' || typeof value === 'number';
  return typeof id === 'string' && isValue ? [{ id, value }] : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
