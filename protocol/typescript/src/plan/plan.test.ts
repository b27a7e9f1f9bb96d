import { describe, expect, test } from 'vitest';
import { randomId } from '../id/branded-id.js';
import type { PlanPayload } from '../payload/payload.js';
import { encodePayload, newPayloadId } from '../payload/payload-codec.js';
import type { Holder } from '../session/seat-session.js';
import { type Plan, planOf } from './plan.js';
import { planAgain, strangersTo } from './plan-again.js';
import { agreementDigest } from './plan-agreement.js';
import { changesTo, hasRoom, hasRoomForStep, scored, type Wanted, withoutThing } from './plan-edit.js';
import { newPlanId } from './plan-field.js';
import { foldPlan, type PlanSource, type PlanState } from './plan-state.js';

const her = randomId('psn');
const [noor, kim] = [randomId('dev'), randomId('dev')];
const [goal, step] = ['0t00000aaaaaaaa', '0t00001aaaaaaaa'];

/** A member with what she knows; what she writes has a place in the log at once. */
class Writer {
  readonly sources: PlanSource[] = [];
  static sequence = 0;

  constructor(readonly self: Holder) {}

  get state(): PlanState {
    return foldPlan(this.sources);
  }

  get plan(): Plan {
    return planOf(this.state);
  }

  writes(wanted: Wanted | ((plan: Plan, state: PlanState) => Wanted), sentAt = 0): PlanSource {
    const changes = changesTo(
      this.state,
      typeof wanted === 'function' ? wanted(this.plan, this.state) : wanted,
    );
    const payload: PlanPayload = { type: 'plan', id: newPayloadId(), sentAt, changes };
    encodePayload(payload);
    Writer.sequence += 1;
    const source = { by: this.self, payload, at: sentAt, sequence: Writer.sequence };
    this.sources.push(source);
    return source;
  }

  hears(...sources: readonly PlanSource[]): this {
    this.sources.push(...sources);
    return this;
  }
}

const newGoal = { [`goal.${goal}.text`]: 'A room of my own', [`goal.${goal}.area`]: 'housing' };
const newStep = { [`step.${step}.goal`]: goal, [`step.${step}.text`]: 'Call the municipality' };

describe('a plan', () => {
  test('is empty before anything is said, and once all of it was taken out', () => {
    const writer = new Writer(her);
    expect(writer.plan.empty).toBe(true);
    writer.writes({ ...newGoal, ...newStep });
    expect(writer.plan.empty).toBe(false);
    writer.writes((plan, state) => withoutThing(state, plan, 'goal', goal));
    expect(writer.plan).toMatchObject({ empty: true, goals: [], looseSteps: [], conflicts: [] });
  });

  test('keeps where it all began with the first score, and that alone', () => {
    const writer = new Writer(her);
    writer.writes((plan) => scored(plan, 'housing', 'now', 3));
    writer.writes((plan) => scored(plan, 'housing', 'now', 5));
    writer.writes((plan) => scored(plan, 'housing', 'goal', 8));
    expect(writer.plan.areas.housing).toEqual({ start: 3, now: 5, goal: 8 });
  });

  test('has phases that run at once and come back', () => {
    const writer = new Writer(noor);
    for (const [id, phase, began, ended] of [
      ['0t00000aaaaaaaa', 'execution', '2026-02-01', '2026-05-01'],
      ['0t00001aaaaaaaa', 'orientation', '2026-01-01', null],
      ['0t00002aaaaaaaa', 'execution', '2026-09-01', null],
    ] as const) {
      const of = `phase.${id}`;
      writer.writes({ [`${of}.phase`]: phase, [`${of}.began`]: began, [`${of}.ended`]: ended });
    }
    expect(writer.plan.periods.map(({ phase, ended }) => [phase, ended])).toEqual([
      ['orientation', null],
      ['execution', '2026-05-01'],
      ['execution', null],
    ]);
  });

  test('loses neither of two changes that were made at once: each field has its own, and one field both (PLN-5)', () => {
    const [one, other] = [new Writer(her), new Writer(noor)];
    other.hears(one.writes({ ...newGoal, ...newStep }));
    const hers = one.writes({ [`goal.${goal}.text`]: 'A flat', [`step.${step}.done`]: '2026-11-20' }, 5000);
    const theirs = other.writes(
      { [`goal.${goal}.text`]: 'A house', [`step.${step}.by`]: '2026-12-01' },
      9000,
    );
    one.hears(theirs);
    other.hears(hers);
    expect(one.plan).toEqual(other.plan);
    expect(one.plan.goals[0]?.steps[0]).toMatchObject({ by: '2026-12-01', done: '2026-11-20' });
    const [conflict, ...more] = one.plan.conflicts;
    expect(conflict?.options.map(({ value, by }) => [value, by])).toEqual([
      ['A house', noor],
      ['A flat', her],
    ]);
    expect(more).toEqual([]);
    one.hears(other.writes({ [`goal.${goal}.text`]: 'A flat' }));
    expect(one.plan.conflicts).toEqual([]);
    expect(one.plan.goals[0]?.text).toBe('A flat');
  });

  test('shows what somebody changed in a thing that another took out (PLN-6)', () => {
    const [one, other] = [new Writer(her), new Writer(noor)];
    other.hears(one.writes({ ...newGoal, ...newStep }));
    const out = one.writes((plan, state) => withoutThing(state, plan, 'goal', goal));
    const changed = other.writes({ [`step.${step}.by`]: '2026-12-01' });
    for (const writer of [one.hears(changed), other.hears(out)]) {
      expect(writer.plan.goals).toEqual([]);
      // Nobody saw a day there before, so nothing was taken out of that field.
      expect(writer.plan.looseSteps).toMatchObject([{ by: '2026-12-01', text: null }]);
    }
    const again = new Writer(her).hears(...one.sources);
    again.writes({ [`goal.${goal}.text`]: 'A flat' });
    expect(again.plan.goals.map(({ text }) => text)).toEqual(['A flat']);
  });

  test('has the scores from her alone (PLN-7)', () => {
    const [one, other] = [new Writer(her), new Writer(noor)];
    other.hears(one.writes((plan) => scored(plan, 'work', 'now', 4)));
    one.hears(other.writes({ 'area.work.now': 9, ...newGoal }));
    expect(one.plan.areas.work.now).toBe(4);
    expect(one.plan.goals).toHaveLength(1);
    expect(one.plan.conflicts).toEqual([]);
    expect(one.state.notCounted.map(({ value, by }) => [value, by])).toEqual([[9, noor]]);
  });
});

describe('an agreement (PLN-9)', () => {
  const text = 'We talk on Mondays.';
  const yes = (side: 'seeker' | 'team', words = text) => ({ [`agreement.${side}`]: agreementDigest(words) });

  test('is agreed by who said yes to just these words, and by nobody once they change', () => {
    const [one, other] = [new Writer(her), new Writer(noor)];
    other.hears(one.writes({ 'agreement.text': text, ...yes('seeker') }));
    expect(other.plan.agreement).toMatchObject({ seeker: { by: her }, team: null });
    one.hears(other.writes(yes('team')));
    expect(one.plan.agreement).toMatchObject({ text, seeker: { by: her }, team: { by: noor } });
    one.hears(other.writes({ 'agreement.text': 'We talk every day.' }));
    expect(one.plan.agreement).toMatchObject({ seeker: null, team: null });
    one.writes({ 'agreement.text': text });
    one.writes({ 'agreement.seeker': null });
    expect(one.plan.agreement).toMatchObject({ seeker: null, team: { by: noor } });
  });

  test('is agreed by nobody while there are two versions of it', () => {
    const [one, other] = [new Writer(her), new Writer(noor)];
    one.hears(other.writes({ 'agreement.text': 'Other words', ...yes('team', 'Other words') }));
    const alone = new Writer(her);
    one.hears(alone.writes({ 'agreement.text': text, ...yes('seeker') }));
    expect(one.plan.agreement).toMatchObject({ seeker: null, team: null });
  });

  test('has no yes from who may not say it, told again or not', () => {
    const [one, other] = [new Writer(her), new Writer(noor)];
    one.writes({ 'agreement.text': text, ...yes('seeker'), ...yes('team') });
    expect(one.plan.agreement.team).toBeNull();
    one.hears(other.writes({ 'agreement.seeker': agreementDigest('other'), ...yes('team') }));
    expect(one.plan.agreement).toMatchObject({ seeker: { by: her }, team: { by: noor } });
    const newcomer = new Writer(kim).hears(...toldBy(one));
    expect(newcomer.plan.agreement).toMatchObject({ text, seeker: { by: her }, team: null });
  });
});

describe('telling again (PLN-8)', () => {
  test('is needed by who came in after something was said, until it was told', () => {
    const one = new Writer(her);
    const first = one.writes(newGoal);
    const joined = new Map<Holder, number>([
      [her, 0],
      [noor, (first.sequence ?? 0) - 1],
      [kim, (first.sequence ?? 0) + 1],
    ]);
    Writer.sequence += 2;
    expect(strangersTo(one.state, joined)).toEqual([kim]);
    one.hears(...toldBy(one));
    expect(strangersTo(one.state, joined)).toEqual([]);
  });

  test('takes no payload that is too long, however much there is', () => {
    const one = new Writer(her);
    for (let each = 0; each < 120; each += 1) {
      const id = newPlanId(Date.UTC(2026, 10, 1) + each * 1000);
      one.writes({ [`goal.${id}.text`]: '😀'.repeat(300), [`goal.${id}.area`]: 'work' });
    }
    const told = toldBy(one);
    expect(told.length).toBeGreaterThan(1);
    expect(new Writer(kim).hears(...told).plan.goals).toHaveLength(120);
  });
});

test('has room for what somebody works on, and no more than a phone shows (PLN-10)', () => {
  const writer = new Writer(her);
  const add = (kind: string, member: string, value: string, each: number) =>
    writer.writes({ [`${kind}.${newPlanId(each * 1000)}.${member}`]: value });
  for (let each = 0; each < 19; each += 1) add('goal', 'text', 'A goal', each);
  for (let each = 0; each < 39; each += 1) add('phase', 'began', '2026-01-01', each);
  for (let each = 0; each < 59; each += 1) add('appointment', 'what', 'Tea', each);
  const [first] = writer.plan.goals;
  for (let each = 0; each < 19; each += 1) add('step', 'goal', first?.id ?? '', each);
  const room = () => [
    ...(['goal', 'phase', 'appointment'] as const).map((kind) => hasRoom(writer.plan, kind)),
    ...writer.plan.goals.slice(0, 1).map(hasRoomForStep),
  ];
  expect(room()).toEqual([true, true, true, true]);
  add('goal', 'text', 'A goal', 99);
  add('phase', 'began', '2026-01-01', 99);
  add('appointment', 'what', 'Tea', 99);
  add('step', 'goal', first?.id ?? '', 99);
  expect(room()).toEqual([false, false, false, false]);
});

test('is read at once however much a member has filled it with, and what is hers is found in it (PLN-4)', () => {
  const one = new Writer(her);
  one.writes(newGoal);
  const filled = Array.from({ length: 200 }, (_, payload): PlanSource => {
    const changes = Array.from({ length: 200 }, (_, each) => ({
      field: `step.${newPlanId((payload * 200 + each) * 1000)}.text`,
      value: 'x',
      replaces: [],
    }));
    const same = { field: `goal.${goal}.area`, value: 'work', replaces: [] };
    const content: PlanPayload = {
      type: 'plan',
      id: newPayloadId(),
      sentAt: Date.UTC(9999, 1),
      changes: [...changes, same],
    };
    return { by: noor, payload: content, at: 0, sequence: payload };
  });
  const began = performance.now();
  const plan = planOf(foldPlan([...one.sources, ...filled]));
  expect(performance.now() - began).toBeLessThan(4000);
  expect(plan.looseSteps).toHaveLength(40_000);
  expect(plan.goals).toMatchObject([{ text: 'A room of my own', written: { by: noor, at: 0 } }]);
  expect(plan.conflicts[0]?.options).toHaveLength(201);
});

test('ids sort as they were made', () => {
  const ids = [1, 5000, 9e11, 2e12].map(newPlanId);
  expect([...ids].sort()).toEqual(ids);
  expect(newPlanId(0)).not.toBe(newPlanId(0));
});

function toldBy(writer: Writer): PlanSource[] {
  return planAgain(writer.state).map((content) => {
    const payload: PlanPayload = { type: 'plan', id: newPayloadId(), sentAt: 99_000, ...content };
    encodePayload(payload);
    Writer.sequence += 1;
    return { by: writer.self, payload, at: 99_000, sequence: Writer.sequence };
  });
}
