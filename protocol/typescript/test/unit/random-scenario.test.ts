import { describe, expect, test } from 'vitest';
import { FakeServer } from '../fixture/fake-server.js';
import { complaints, type Outcome } from '../scenario/oracle.js';
import { withPlantedIntruder, withPlantedLeak, withPlantedLoss } from '../scenario/planted.js';
import { Stage } from '../scenario/play.js';
import { RandomNumbers } from '../scenario/random-number.js';
import type { TrueEntry } from '../scenario/truth.js';
import { Truth } from '../scenario/truth.js';

/** The same play as `npm run scenario`, against the contract in memory: quick, and no server is needed. */
async function playFake(seed: number): Promise<readonly Outcome[]> {
  const server = new FakeServer();
  const { operatorKey, programme, otherProgramme } = server.directory;
  const world = { baseUrl: 'http://server.test', operatorKey, fetch: server.fetch };
  const stage = new Stage(world, new Truth(), new RandomNumbers(seed));
  const invited = (to: typeof programme, count: number) =>
    Array.from({ length: count }, () => server.inviteTo(to));
  const home = await stage.team(programme, invited(programme, 3));
  const other = await stage.team(otherProgramme, invited(otherProgramme, 2));
  return stage.play({ home, other });
}

describe('a random play', () => {
  test.each([1])(
    'ends with everybody reading exactly what they may: seed %i',
    async (seed) => {
      for (const outcome of await playFake(seed)) expect(complaints(outcome)).toEqual([]);
    },
    60_000,
  );
});

describe('the checker', () => {
  const entry = (sequence: number, kind: TrueEntry['kind'], more: Partial<TrueEntry>): TrueEntry => ({
    sequence,
    kind,
    sender: 'psn_1',
    generation: 1,
    epoch: 1,
    payload: undefined,
    added: [],
    removed: [],
    ...more,
  });
  const entries = [
    entry(1, 'commit', { epoch: 0, added: ['dev_1'] }),
    entry(2, 'application', { payload: 'before' }),
    entry(3, 'commit', { sender: 'dev_1', added: ['dev_2'] }),
    entry(4, 'application', { payload: 'after', epoch: 2 }),
    entry(5, 'commit', { epoch: 2, removed: ['dev_1'] }),
    entry(6, 'application', { payload: 'last', epoch: 3 }),
  ];
  const reads = (...sequences: number[]) =>
    sequences.map((sequence) => ({ id: entries[sequence - 1]?.payload ?? '', sender: 'psn_1', sequence }));
  const member = (holder: string, open: boolean, ...sequences: number[]) => ({
    holder,
    open,
    read: reads(...sequences),
    own: [],
    lostAt: [],
  });
  const outcome: Outcome = {
    entries,
    pseudonym: 'psn_1',
    shown: new Set(['before', 'after', 'last']),
    members: [member('psn_1', true), member('dev_1', false, 2, 4), member('dev_2', true, 4, 6)],
    teams: new Map(),
    leads: [],
    left: null,
  };
  const withMember = (at: number, changed: Outcome['members'][number]) =>
    complaints({ ...outcome, members: outcome.members.with(at, changed) });

  test('has nothing to say about what is right', () => {
    expect(complaints(outcome)).toEqual([]);
  });

  test.each([
    ['what a newcomer reads from before', 2, member('dev_2', true, 2, 4, 6), 'a leak'],
    ['what a removed member reads after', 1, member('dev_1', false, 2, 4, 6), 'a leak'],
    ['a loss', 2, member('dev_2', true, 4), 'a loss'],
    ['a message shown twice', 2, member('dev_2', true, 4, 4, 6), 'twice'],
    ['a wrong order', 2, member('dev_2', true, 6, 4), 'out of order'],
    ['a member that does not know that it was removed', 1, member('dev_1', true, 2, 4), 'has a seat'],
    [
      'an own message that never went out',
      0,
      { ...member('psn_1', true), own: [{ id: 'x', sent: false }] },
      'unsent',
    ],
  ] as const)('sees %s', (_name, at, changed, complaint) => {
    expect(withMember(at, changed)).toContainEqual(expect.stringContaining(complaint));
  });

  test('lets be missing what somebody would read who was away and came in again (LEA-13)', () => {
    const home = { sender: 'dev_1' } as const;
    const again = [
      entry(1, 'commit', { epoch: 0, added: ['dev_1'] }),
      entry(2, 'commit', { added: ['dev_2'] }),
      entry(3, 'application', { ...home, epoch: 2, payload: 'unread' }),
      entry(4, 'commit', { generation: 2, epoch: 0, added: ['dev_1'] }),
      entry(5, 'commit', { generation: 2, added: ['dev_2'] }),
    ];
    const without = (last: number): Outcome => ({
      ...outcome,
      entries: again.slice(0, last),
      shown: new Set(['unread']),
      members: [
        { ...member('psn_1', true), lostAt: [2] },
        member('dev_1', true),
        member('dev_2', last === 5),
      ],
      teams: new Map([
        ['dev_1', 'home'],
        ['dev_2', 'other'],
      ]),
    });
    expect(complaints(without(4))).toEqual([expect.stringContaining('psn_1 lacks unread of 3')]);
    expect(complaints(without(5)).filter((each) => each.startsWith('psn_1'))).toEqual([]);
  });

  test('sees what is left of what was erased', () => {
    const left = ['seeker/conversation/0001/log/record of phone 1'];
    expect(complaints({ ...outcome, left })).toEqual([`${left[0]} is left of what was erased`]);
  });

  test('sees what is planted', () => {
    const planted = [withPlantedLeak(outcome), withPlantedLoss(outcome), withPlantedIntruder(outcome)];
    for (const each of planted) expect(each && complaints(each).length).toBeGreaterThan(0);
  });
});
