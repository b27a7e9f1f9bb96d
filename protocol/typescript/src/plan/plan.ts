import type { Holder } from '../session/seat-session.js';
import { type AreaOfLife, areasOfLife, isCode, type Phase, phases } from '../vocabulary/vocabulary.js';
import { agreementDigest } from './plan-agreement.js';
import { isConflict, type PlanState, type PlanWrite } from './plan-state.js';

/** Who last wrote something, and when, in milliseconds since 1970. */
export interface Written {
  readonly by: Holder;
  readonly at: number;
}

export interface AreaScores {
  readonly start: number | null;
  readonly now: number | null;
  readonly goal: number | null;
}

export interface PlanStep {
  readonly id: string;
  readonly text: string | null;
  /** Days of the calendar. */
  readonly by: string | null;
  readonly done: string | null;
  readonly written: Written | null;
}

export interface PlanGoal {
  readonly id: string;
  readonly text: string | null;
  readonly area: AreaOfLife | null;
  readonly reached: string | null;
  readonly steps: readonly PlanStep[];
  readonly written: Written | null;
}

/** A time in a phase. Phases run at once, and come back: each time is one of its own. */
export interface PlanPeriod {
  readonly id: string;
  /** Null where only a change of it is known. */
  readonly phase: Phase | null;
  readonly began: string | null;
  readonly ended: string | null;
  readonly written: Written | null;
}

export interface PlanAppointment {
  readonly id: string;
  readonly what: string | null;
  /** A minute by the clock of the place, `YYYY-MM-DDTHH:MM`. */
  readonly at: string | null;
  readonly place: string | null;
  readonly written: Written | null;
}

export interface PlanAgreement {
  readonly text: string | null;
  /** Who has said yes to just these words; null for nobody, and while there are two versions of them. */
  readonly seeker: Written | null;
  readonly team: Written | null;
  readonly written: Written | null;
}

/** Values of one field between which nobody has chosen. */
export interface PlanConflict {
  readonly field: string;
  readonly options: readonly PlanWrite[];
}

/** A plan as it is shown. Where values conflict the newest stands in it, and the conflict beside it. */
export interface Plan {
  readonly areas: Readonly<Record<AreaOfLife, AreaScores>>;
  readonly goals: readonly PlanGoal[];
  /** Steps of a goal that isn't known here, or was taken out meanwhile. */
  readonly looseSteps: readonly PlanStep[];
  readonly periods: readonly PlanPeriod[];
  readonly appointments: readonly PlanAppointment[];
  readonly agreement: PlanAgreement;
  readonly conflicts: readonly PlanConflict[];
  readonly empty: boolean;
}

/** Reads a plan from its state. A thing is there as long as one of its fields has a value. */
export function planOf(state: PlanState): Plan {
  const { fields } = state;
  const things = thingsOf(state);
  const goalIds = new Set(idsOf(things, 'goal'));
  const stepsOf = new Map<string | null, PlanStep[]>();
  for (const id of idsOf(things, 'step')) {
    const named = textOf(state, `step.${id}.goal`);
    const goal = named !== null && goalIds.has(named) ? named : null;
    const others = stepsOf.get(goal) ?? [];
    others.push(stepOf(state, things, id));
    stepsOf.set(goal, others);
  }
  const conflicts = [...fields]
    .filter(([, options]) => isConflict(options))
    .map(([field, options]) => ({ field, options }))
    .sort((one, other) => (one.field < other.field ? -1 : 1));
  return {
    areas: scoresOf(state),
    goals: [...goalIds].map((id) => goalOf(state, things, id, stepsOf.get(id) ?? [])),
    looseSteps: stepsOf.get(null) ?? [],
    periods: idsOf(things, 'phase')
      .map((id) => periodOf(state, things, id))
      .sort((one, other) => compare(one.began ?? '', other.began ?? '')),
    appointments: idsOf(things, 'appointment')
      .map((id) => appointmentOf(state, things, id))
      .sort((one, other) => compare(one.at ?? '', other.at ?? '')),
    agreement: agreementOf(state),
    conflicts,
    empty: [...fields.values()].every((writes) => writes.every(({ value }) => value === null)),
  };
}

/** The fields of one thing, such as `goal` and its id. */
export function fieldsOf({ fields }: PlanState, kind: string, id: string): readonly string[] {
  return [...fields.keys()].filter((field) => field.startsWith(`${kind}.${id}.`));
}

/** What stands in the fields of each thing, by its kind and its id: found once, whatever somebody has filled a plan with. */
type Things = ReadonlyMap<string, ReadonlyMap<string, readonly PlanWrite[]>>;

function thingsOf({ fields }: PlanState): Things {
  const things = new Map<string, Map<string, PlanWrite[]>>();
  for (const [field, writes] of fields) {
    const [kind = '', id = ''] = field.split('.');
    const ofKind = things.get(kind) ?? new Map<string, PlanWrite[]>();
    const ofThing = ofKind.get(id) ?? [];
    for (const write of writes) ofThing.push(write);
    things.set(kind, ofKind.set(id, ofThing));
  }
  return things;
}

function idsOf(things: Things, kind: string): readonly string[] {
  return [...(things.get(kind) ?? [])]
    .filter(([, writes]) => writes.some(({ value }) => value !== null))
    .map(([id]) => id)
    .sort();
}

function newest({ fields }: PlanState, field: string): PlanWrite | undefined {
  const writes = fields.get(field) ?? [];
  return writes.find(({ value }) => value !== null) ?? writes[0];
}

function textOf(state: PlanState, field: string): string | null {
  const value = newest(state, field)?.value ?? null;
  return typeof value === 'string' ? value : null;
}

function scoreOf(state: PlanState, field: string): number | null {
  const value = newest(state, field)?.value ?? null;
  return typeof value === 'number' ? value : null;
}

function writtenOf(things: Things, kind: string, id: string): Written | null {
  const [last] = [...(things.get(kind)?.get(id) ?? [])].sort(
    (one, other) => other.sentAt - one.sentAt || compare(one.id, other.id),
  );
  return last === undefined ? null : { by: last.by, at: last.at };
}

function scoresOf(state: PlanState): Plan['areas'] {
  const of = (area: AreaOfLife): AreaScores => ({
    start: scoreOf(state, `area.${area}.start`),
    now: scoreOf(state, `area.${area}.now`),
    goal: scoreOf(state, `area.${area}.goal`),
  });
  return {
    housing: of('housing'),
    finance: of('finance'),
    'social-network': of('social-network'),
    psychological: of('psychological'),
    meaning: of('meaning'),
    health: of('health'),
    practical: of('practical'),
    work: of('work'),
    legal: of('legal'),
    safety: of('safety'),
  };
}

function goalOf(state: PlanState, things: Things, id: string, steps: readonly PlanStep[]): PlanGoal {
  const area = textOf(state, `goal.${id}.area`);
  return {
    id,
    text: textOf(state, `goal.${id}.text`),
    area: isCode(areasOfLife, area) ? area : null,
    reached: textOf(state, `goal.${id}.reached`),
    steps,
    written: writtenOf(things, 'goal', id),
  };
}

function stepOf(state: PlanState, things: Things, id: string): PlanStep {
  return {
    id,
    text: textOf(state, `step.${id}.text`),
    by: textOf(state, `step.${id}.by`),
    done: textOf(state, `step.${id}.done`),
    written: writtenOf(things, 'step', id),
  };
}

function periodOf(state: PlanState, things: Things, id: string): PlanPeriod {
  const phase = textOf(state, `phase.${id}.phase`);
  return {
    id,
    phase: isCode(phases, phase) ? phase : null,
    began: textOf(state, `phase.${id}.began`),
    ended: textOf(state, `phase.${id}.ended`),
    written: writtenOf(things, 'phase', id),
  };
}

function appointmentOf(state: PlanState, things: Things, id: string): PlanAppointment {
  return {
    id,
    what: textOf(state, `appointment.${id}.what`),
    at: textOf(state, `appointment.${id}.at`),
    place: textOf(state, `appointment.${id}.place`),
    written: writtenOf(things, 'appointment', id),
  };
}

function agreementOf(state: PlanState): PlanAgreement {
  const texts = state.fields.get('agreement.text') ?? [];
  const [last] = texts;
  const text = textOf(state, 'agreement.text');
  const digest = text === null || isConflict(texts) ? null : agreementDigest(text);
  const yes = (field: string): Written | null => {
    const said = state.fields.get(field) ?? [];
    const [first] = said;
    const holds = first !== undefined && digest !== null && said.every(({ value }) => value === digest);
    return holds ? { by: first.by, at: first.at } : null;
  };
  return {
    text,
    seeker: yes('agreement.seeker'),
    team: yes('agreement.team'),
    written: last === undefined ? null : { by: last.by, at: last.at },
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
