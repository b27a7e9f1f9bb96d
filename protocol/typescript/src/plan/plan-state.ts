import type { PlanPayload } from '../payload/payload.js';
import type { Holder } from '../session/seat-session.js';
import type { PlanChange } from './plan-change.js';
import { mayWrite, type PlanValue } from './plan-field.js';

/** A plan payload as a member has it. */
export interface PlanSource {
  readonly by: Holder;
  readonly payload: PlanPayload;
  /** When it was sent, as far as that can be so (PAY-6), in milliseconds since 1970. */
  readonly at: number;
  /** Its newest place in the log; null while it is only kept here. */
  readonly sequence: number | null;
}

/** One value of one field: who wrote it, in which payload, and when. */
export interface PlanWrite {
  readonly field: string;
  readonly value: PlanValue;
  /** Of its payload; with the writer and the field it names this value. */
  readonly id: string;
  readonly by: Holder;
  /** By the writer's clock: the same for every reader. */
  readonly sentAt: number;
  /** The same, as far as it can be so. */
  readonly at: number;
  readonly replaces: readonly string[];
  /** Whether the seeker told it again, and it isn't known first-hand. */
  readonly told: boolean;
  /** The newest place in the log at which it was said; null while it is only kept here. */
  readonly sequence: number | null;
}

/** The plan: of each field the values that nobody has replaced who saw them, newest first. */
export interface PlanState {
  readonly fields: ReadonlyMap<string, readonly PlanWrite[]>;
  /** What was written by somebody whose it isn't to write (PLN-7). */
  readonly notCounted: readonly PlanWrite[];
}

/** Of which nothing was said yet. */
export const noPlan: PlanState = { fields: new Map(), notCounted: [] };

/** The state of a plan from its payloads: the same whatever their order, and however often each is there (PLN-4). */
export function foldPlan(sources: readonly PlanSource[]): PlanState {
  const known = new Map<string, PlanWrite>();
  for (const write of sources.flatMap(writesOf)) {
    const key = `${write.field} ${write.by} ${write.id}`;
    const before = known.get(key);
    known.set(key, before === undefined ? write : merged(before, write));
  }
  const byField = new Map<string, PlanWrite[]>();
  const notCounted: PlanWrite[] = [];
  for (const write of known.values()) {
    const others = byField.get(write.field);
    if (!counts(write)) notCounted.push(write);
    else if (others === undefined) byField.set(write.field, [write]);
    else others.push(write);
  }
  return {
    fields: new Map([...byField].map(([field, writes]) => [field, currentOf(writes)])),
    notCounted: notCounted.sort(newestFirst),
  };
}

/** Whether values of a field differ that nobody has chosen between (PLN-5). */
export function isConflict(writes: readonly PlanWrite[]): boolean {
  return writes.some(({ value }) => value !== writes[0]?.value);
}

function writesOf({ by, payload, at, sequence }: PlanSource): PlanWrite[] {
  const { id, sentAt, changes = [], again = [] } = payload;
  const own = changes.map((change) => ({ ...change, id, by, sentAt, at, told: false, sequence }));
  // Who tells again speaks for others: only she, whose plan it is, may.
  if (!by.startsWith('psn_')) return own;
  const told = again.flatMap((earlier) =>
    earlier.changes.map((change: PlanChange) => ({
      ...change,
      id: earlier.id,
      by: earlier.by,
      sentAt: earlier.sentAt,
      at: Math.min(earlier.sentAt, at),
      told: true,
      sequence,
    })),
  );
  return [...own, ...told];
}

/** A team's yes is its own to say: told by her it is none (PLN-9). */
function counts({ field, by, told }: PlanWrite): boolean {
  return mayWrite(field, by) && !(told && field === 'agreement.team');
}

/** The same value heard twice. First-hand counts before told again; where even that differs, any rule does that all readers share. */
function merged(one: PlanWrite, other: PlanWrite): PlanWrite {
  const [first] = [one, other].sort(
    (a, b) =>
      Number(a.told) - Number(b.told) ||
      a.sentAt - b.sentAt ||
      compare(JSON.stringify(a.value), JSON.stringify(b.value)),
  );
  const sequences = [one.sequence, other.sequence].filter((sequence) => sequence !== null);
  return {
    ...(first ?? one),
    at: Math.min(one.at, other.at),
    replaces: [...new Set([...one.replaces, ...other.replaces])].sort(),
    sequence: sequences.length === 0 ? null : Math.max(...sequences),
  };
}

/** Those that no other one names. Values that all name each other, which no honest writer makes, are all shown. */
function currentOf(writes: readonly PlanWrite[]): readonly PlanWrite[] {
  const replaced = new Set(writes.flatMap(({ id, replaces }) => replaces.filter((each) => each !== id)));
  const left = writes.filter(({ id }) => !replaced.has(id));
  return (left.length === 0 ? [...writes] : left).sort(newestFirst);
}

function newestFirst(one: PlanWrite, other: PlanWrite): number {
  return other.sentAt - one.sentAt || compare(one.id, other.id) || compare(one.by, other.by);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
