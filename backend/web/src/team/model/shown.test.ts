import type { Lead } from '@opstap/protocol/conversation/lead';
import type { Message } from '@opstap/protocol/conversation/message';
import { parseId, randomId } from '@opstap/protocol/id/branded-id';
import { noPlan, type PlanWrite } from '@opstap/protocol/plan/plan-state';
import { expect, test } from 'vitest';
import { type Look, type Source, shownOf } from './shown.js';

const id = parseId('cnv', randomId('cnv'));
const seeker = parseId('psn', randomId('psn'));
const [self, other] = [parseId('dev', randomId('dev')), parseId('dev', randomId('dev'))];
const planted = 'planted words of hers';
function write(field: string): PlanWrite {
  const [at, sentAt] = [0, 0];
  return { field, value: planted, id: 'a', by: seeker, sentAt, at, replaces: [], told: false, sequence: 1 };
}
const message: Message = {
  order: 1,
  id: 'a',
  sender: seeker,
  payload: { type: 'text', id: 'a', sentAt: 0, text: planted },
  sentAt: 0,
  delivery: 'sent',
  fetchedBy: [],
  sequence: 1,
};
const plan = {
  state: {
    fields: new Map([['agreement.text', [write('agreement.text')]]]),
    notCounted: [write('area.work.now')],
  },
};
const [own, elsewhere] = [parseId('prg', randomId('prg')), parseId('prg', randomId('prg'))];
const lead: Lead = {
  lead: parseId('lea', randomId('lea')),
  conversation: id,
  from: own,
  to: elsewhere,
  state: 'consented',
  reason: null,
  proposedOn: '2026-11-22',
  decidedOn: null,
  answerBy: 7,
};
const source: Source = {
  plan,
  leads: { words: () => ({ why: planted, condition: null, order: 1 }) },
  id,
  queueEntry: {
    waiting: 1,
    answerBy: null,
    step: null,
    elsewhere: false,
    urgent: false,
    language: null,
    words: planted,
    asksToTalk: true,
  },
  fixedContact: self,
  standing: 'open',
  leaves: false,
  messages: [message],
  awaitsAgain: false,
  erasure: null,
  view: {
    conversation: id,
    programme: own,
    generation: 1,
    epoch: 1,
    latest: 1,
    members: [seeker, self, other].map((holder) => ({ holder, acknowledged: 1 })),
    removalOwed: [],
    fixedContact: self,
    successor: null,
    answerBy: null,
    waiting: null,
    attended: true,
    self: { joinedAt: 1, acknowledged: 1, lastNumber: 0 },
  },
};
const look: Look = {
  open: id,
  cleared: false,
  self,
  team: [{ device: other, duty: 'backup' }],
  programme: own,
  leads: [lead],
};
const holds = (shown: unknown) =>
  JSON.stringify(shown, (_, value) => (value instanceof Map ? [...value] : value)).includes(planted);

test('has the messages of the conversation that is open, and of no other', () => {
  expect(shownOf(source, look).messages).toEqual([message]);
  const shown = shownOf(source, { ...look, open: null });
  expect(shown.messages).toEqual([]);
  expect(shown.plan).toEqual(noPlan);
  expect(shownOf(source, look).plan).toBe(plan.state);
  expect(shown.entry.words).toBe(planted);
});

test('has nothing of her words once the screen is cleared', () => {
  expect(holds(shownOf(source, look))).toBe(true);
  expect(holds(shownOf(source, { ...look, cleared: true }))).toBe(false);
});

test('has nothing of her words in the queue once this device is out of the case, or has asked to be', () => {
  const away = { ...look, open: null };
  expect(holds(shownOf(source, away))).toBe(true);
  expect(holds(shownOf({ ...source, standing: 'closed' }, away))).toBe(false);
  expect(holds(shownOf({ ...source, leaves: true }, away))).toBe(false);
});

test('is unattended where this device can’t read it and no colleague on duty is in it', () => {
  const unreadable: Source = { ...source, standing: 'unreadable' };
  const unattended = (duty: string | null, from = unreadable) =>
    shownOf(from, { ...look, team: duty === null ? null : [{ device: other, duty }] }).unattended;
  expect(unattended('off')).toBe(true);
  expect(unattended('backup')).toBe(false);
  expect(unattended(null)).toBe(false);
  expect(unattended('off', source)).toBe(false);
});

test('says that the fixed contact is away only of a colleague who isn’t on duty', () => {
  const away = (fixedContact: Source['fixedContact'], duty: string) =>
    shownOf({ ...source, fixedContact }, { ...look, team: [{ device: other, duty }] }).contactAway;
  expect(away(other, 'off')).toBe(true);
  expect(away(other, 'primary')).toBe(false);
  expect(away(self, 'off')).toBe(false);
  expect(away(null, 'off')).toBe(false);
});

test('says how far it has come where another programme was proposed, with words only where it is open', () => {
  const shown = shownOf(source, look);
  expect(shown).toMatchObject({ foreign: false, proposed: 'consented', leads: [{ why: planted }] });
  expect(shownOf(source, { ...look, open: null })).toMatchObject({ proposed: 'consented', leads: [] });
  expect(shownOf(source, { ...look, leads: [{ ...lead, state: 'declined' }] }).proposed).toBeNull();
  expect(shownOf(source, { ...look, leads: [{ ...lead, conversation: null }] }).proposed).toBeNull();
});

test('owes the lead’s answer in another programme’s case, and none of its promises (PAG-71)', () => {
  const late: Source = {
    ...source,
    fixedContact: other,
    queueEntry: { ...source.queueEntry, answerBy: 1, step: 'backup' },
  };
  const shown = shownOf(late, { ...look, programme: elsewhere, team: [] });
  expect(shown).toMatchObject({ foreign: true, proposed: null, contactAway: false });
  expect(shown.entry).toMatchObject({ answerBy: 7, step: null });
  expect(shownOf(late, { ...look, programme: elsewhere, leads: [] }).entry.answerBy).toBeNull();
});
