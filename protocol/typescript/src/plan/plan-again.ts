import type { Holder } from '../session/seat-session.js';
import type { PlanContent, ToldChanges } from './plan-change.js';
import { mostChanges, mostReplaced, mostTold, planContentToJson } from './plan-change.js';
import { foldPlan, type PlanState, type PlanWrite } from './plan-state.js';

/** Bytes of one telling; what a payload has around it comes on top (PAY-1). */
const longestTelling = 45 * 1024;

/**
 * The whole plan as it stands, for members who could not read how it came about: contents of payloads that the seeker sends (PLN-8). Each
 * value keeps its payload's id, its writer and its time, so that who knows it already sees nothing new, and nothing comes to conflict.
 */
export function planAgain(state: PlanState): readonly PlanContent[] {
  const tellings: ToldChanges[][] = [];
  for (const write of toldAgain(state)) {
    const last = tellings.at(-1);
    const longer = withWrite(last ?? [], write);
    if (last !== undefined && fits(longer)) tellings[tellings.length - 1] = longer;
    else tellings.push(withWrite([], write));
  }
  return tellings.map((again) => ({ again }));
}

/** A plan as it reads for whom it is told again alone. `self` is the seeker; `now` is in milliseconds since 1970. */
export function toldState(state: PlanState, self: Holder, now: number): PlanState {
  const payload = { type: 'plan', id: '', sentAt: now } as const;
  return foldPlan(
    planAgain(state).map((content) => ({
      by: self,
      payload: { ...payload, ...content },
      at: now,
      sequence: null,
    })),
  );
}

/** The devices that came in after something of the plan was said, and have not been told since. */
export function strangersTo(state: PlanState, joined: ReadonlyMap<Holder, number>): readonly Holder[] {
  const said = toldAgain(state)
    .filter(({ value }) => value !== null)
    .map(({ sequence }) => sequence)
    .filter((sequence) => sequence !== null);
  return [...joined]
    .filter(([holder, since]) => holder.startsWith('dev_') && said.some((sequence) => sequence < since))
    .map(([holder]) => holder);
}

/** What stands in the plan, by payload. A team's yes is its own to say (PLN-9). */
function toldAgain({ fields }: PlanState): readonly PlanWrite[] {
  return [...fields.values()]
    .flat()
    .filter(({ field }) => field !== 'agreement.team')
    .sort((one, other) => one.sentAt - other.sentAt || (one.id < other.id ? -1 : Number(one.id > other.id)));
}

function withWrite(told: readonly ToldChanges[], write: PlanWrite): ToldChanges[] {
  const { id, by, sentAt, field, value, replaces } = write;
  const change = { field, value, replaces: replaces.slice(0, mostReplaced) };
  const last = told.at(-1);
  const joins = last !== undefined && last.id === id && last.by === by && last.changes.length < mostChanges;
  if (!joins) return [...told, { id, by, sentAt, changes: [change] }];
  return [...told.slice(0, -1), { ...last, changes: [...last.changes, change] }];
}

function fits(again: readonly ToldChanges[]): boolean {
  const bytes = new TextEncoder().encode(JSON.stringify(planContentToJson({ again }))).length;
  return again.length <= mostTold && bytes <= longestTelling;
}
