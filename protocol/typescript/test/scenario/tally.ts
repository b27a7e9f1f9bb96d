import type { LeadState } from '../../src/conversation/lead.js';
import type { Outcome } from './oracle.js';

/** How often what a play is about has happened in it. */
export type Tally = ReadonlyMap<string, number>;

/** Counts what happened in these conversations. */
export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const entries = outcomes.flatMap((outcome) => outcome.entries);
  const commits = entries.filter(({ kind }) => kind === 'commit');
  const payloads = entries.flatMap(({ payload }) => (payload === undefined ? [] : [payload]));
  const states = outcomes.flatMap(({ leads }) => leads);
  const led = (...of: readonly LeadState[]) => states.filter((each) => of.includes(each)).length;
  return new Map([
    ['conversations', outcomes.length],
    ['messages', payloads.length],
    ['sent again', payloads.length - new Set(payloads).size],
    ['commits', commits.length],
    ['added', sum(commits.map(({ added }) => added.length))],
    ['removed', sum(commits.map(({ removed }) => removed.length))],
    ['generations', sum(outcomes.map((outcome) => outcome.entries.at(-1)?.generation ?? 0))],
    ['times lost', sum(outcomes.flatMap(({ members }) => members.map(({ lostAt }) => lostAt.length)))],
    ['leads', states.length],
    ['let in', led('consented', 'accepted', 'handed-over', 'stays-in-view')],
    ['handed over', led('handed-over')],
    ['erased', outcomes.filter(({ left }) => left !== null).length],
  ]);
}

/** The counts in words. */
export function told(tally: Tally): string {
  return [...tally].map(([name, count]) => `${count} ${name}`).join(', ');
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, each) => all + each, 0);
}
