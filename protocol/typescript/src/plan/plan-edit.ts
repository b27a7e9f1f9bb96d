import type { AreaOfLife } from '../vocabulary/vocabulary.js';
import { fieldsOf, type Plan, type PlanGoal } from './plan.js';
import { mostReplaced, type PlanChange } from './plan-change.js';
import type { PlanValue } from './plan-field.js';
import type { PlanState, PlanWrite } from './plan-state.js';

/** Goals of a plan (PLN-10): more than anybody works on, and a list that a phone shows. */
export const mostGoals = 20;
/** Steps of one goal: small steps, and a list that is looked through at once. */
export const mostSteps = 20;
/** Times in a phase: falling back and coming back for years. */
export const mostPeriods = 40;
/** Appointments, with those that are over: a year of one a week. */
export const mostAppointments = 60;

/** Whether a page may add another one (PLN-10). What both added at once stays, and is shown. */
export function hasRoom(
  { goals, periods, appointments }: Plan,
  kind: 'goal' | 'phase' | 'appointment',
): boolean {
  switch (kind) {
    case 'goal':
      return goals.length < mostGoals;
    case 'phase':
      return periods.length < mostPeriods;
    case 'appointment':
      return appointments.length < mostAppointments;
  }
}

/** Whether a page may add another step to a goal (PLN-10). */
export function hasRoomForStep({ steps }: PlanGoal): boolean {
  return steps.length < mostSteps;
}

/** What is to be in which field. */
export type Wanted = Readonly<Record<string, PlanValue>>;

/** What somebody sees in fields, of which a {@link PlanState} has more. */
export interface Seen {
  readonly fields: ReadonlyMap<string, readonly Pick<PlanWrite, 'id' | 'value'>[]>;
}

/** The changes that bring fields to values. What stands there already is left; what stands there in two versions is settled. */
export function changesTo({ fields }: Seen, wanted: Wanted): readonly PlanChange[] {
  return Object.entries(wanted).flatMap(([field, value]) => {
    const current = fields.get(field) ?? [];
    const stands = current.length === 0 ? value === null : current.every((write) => write.value === value);
    const replaces = [...new Set(current.map(({ id }) => id))].slice(0, mostReplaced);
    return stands ? [] : [{ field, value, replaces }];
  });
}

/** A score of hers. With the first one for now, where it all began is kept. */
export function scored(plan: Plan, area: AreaOfLife, which: 'now' | 'goal', score: number | null): Wanted {
  const begins = which === 'now' && plan.areas[area].start === null && score !== null;
  return { [`area.${area}.${which}`]: score, ...(begins ? { [`area.${area}.start`]: score } : {}) };
}

/** Taking something out: each of its fields, so that what somebody changed in it meanwhile is seen (PLN-6). A goal goes with its steps. */
export function withoutThing(
  state: PlanState,
  plan: Plan,
  kind: 'goal' | 'step' | 'phase' | 'appointment',
  id: string,
): Wanted {
  const steps = kind === 'goal' ? (plan.goals.find((goal) => goal.id === id)?.steps ?? []) : [];
  const fields = [...fieldsOf(state, kind, id), ...steps.flatMap((step) => fieldsOf(state, 'step', step.id))];
  return Object.fromEntries(fields.map((field) => [field, null]));
}
