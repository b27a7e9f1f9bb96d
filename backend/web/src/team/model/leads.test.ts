import type { Lead, LeadState } from '@opstap/protocol/conversation/lead';
import { parseId, randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { countsOf, outcomeOf, outcomes } from './lead-outcomes.js';
import { ageInDays, type CaseLead, currentOf, directionOf, inOrder, newestFirst, triedIn } from './leads.js';

const own = parseId('prg', randomId('prg'));
const other = parseId('prg', randomId('prg'));
const conversation = parseId('cnv', randomId('cnv'));

function lead(state: LeadState, change: Partial<CaseLead> = {}): CaseLead {
  return {
    lead: parseId('lea', randomId('lea')),
    conversation,
    from: own,
    to: other,
    state,
    reason: state === 'declined' ? 'full' : null,
    proposedOn: '2026-11-20',
    decidedOn: null,
    answerBy: null,
    why: null,
    condition: null,
    order: 0,
    ...change,
  };
}

test('the promise that runs out first comes first, then what is open for longest, then what ended last (PAG-72)', () => {
  const soon = lead('consented', { answerBy: 2, proposedOn: '2026-11-22' });
  const later = lead('consented', { answerBy: 9 });
  const old = lead('accepted', { proposedOn: '2026-11-01' });
  const young = lead('proposed');
  const ended = lead('declined', { decidedOn: '2026-11-21' });
  const before = lead('refused', { decidedOn: '2026-11-02' });
  expect(inOrder([before, young, later, ended, old, soon])).toEqual([soon, later, old, young, ended, before]);
});

test('the newest comes first in its case, those of one day as they were told', () => {
  const first = lead('declined', { order: 3 });
  const second = lead('no-answer', { order: 7 });
  const old = lead('withdrawn', { proposedOn: '2026-10-01', order: 9 });
  expect(newestFirst([old, first, second])).toEqual([second, first, old]);
});

test('a case says its open lead, or what became of the last one that went out', () => {
  const open = lead('proposed');
  const over = lead('declined');
  expect(currentOf([over, open], own)).toBe(open);
  expect(currentOf([over], own)).toBe(over);
  expect(currentOf([over], other)).toBeUndefined();
  expect([directionOf(open, own), directionOf(open, other)]).toEqual(['outgoing', 'incoming']);
});

test('nobody is asked again who said no, was refused or said nothing', () => {
  const states: readonly LeadState[] = ['declined', 'no-answer', 'refused'];
  expect(triedIn(states.map((state) => lead(state)))).toEqual([other, other, other]);
  expect(triedIn([lead('withdrawn'), lead('stays-in-view'), lead('accepted')])).toEqual([]);
});

test('is as old as the days since it was proposed', () => {
  const at = (moment: string) => ageInDays(lead('proposed'), Date.parse(moment));
  expect([at('2026-11-20T23:59:00Z'), at('2026-11-21T00:00:00Z'), at('2026-11-19T12:00:00Z')]).toEqual([
    0, 1, 0,
  ]);
});

test('counts how leads went by region and reason, the region with most first (PAG-73)', () => {
  const leads: Lead[] = [
    lead('handed-over'),
    lead('stays-in-view'),
    lead('declined'),
    lead('declined', { reason: 'does-not-fit' }),
    lead('consented'),
    lead('no-answer', { from: other, to: own }),
  ];
  const regionOf = ({ to }: Lead) => (to === own ? 'Utrecht' : 'Gelderland');
  const counts = (...each: number[]) => each;
  expect(countsOf(leads, regionOf)).toEqual([
    { region: 'Gelderland', total: 5, counts: counts(2, 1, 1, 0, 0, 0, 1) },
    { region: 'Utrecht', total: 1, counts: counts(0, 0, 0, 1, 0, 0, 0) },
  ]);
  expect(outcomes).toContain(outcomeOf(lead('refused')));
});
