import type { Message } from '@opstap/protocol/conversation/message';
import { parseId, randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { linesInWords } from './lines.js';
import { linesOf, stageOf } from './progress.js';
import { nl } from './words-nl.js';

const device = parseId('dev', randomId('dev'));
const now = Date.parse('2026-11-22T12:00:00Z');

function own(id: string, delivery: Message['delivery']): Message {
  const payload = { type: 'text', id, sentAt: now, text: `own ${id}` } as const;
  return { order: 1, id, sender: null, payload, sentAt: now, delivery, fetchedBy: [], sequence: 1 };
}

function theirs(id: string, payload: Message['payload']): Message {
  return { order: 2, id, sender: device, payload, sentAt: now, delivery: 'sent', fetchedBy: [], sequence: 2 };
}

const introduction = theirs('i', { type: 'introduction', id: 'i', sentAt: now, name: 'Noor' });
const answer = theirs('a', { type: 'text', id: 'a', sentAt: now, text: 'answer' });

test('says of an own message only what is known: kept, sent, fetched, and answered once an answer came after it', () => {
  const states = (messages: readonly Message[]) => linesOf(messages).map(({ progress }) => progress);
  expect(states([own('1', 'kept-here')])).toEqual(['kept-here']);
  expect(states([own('1', 'sent'), own('2', 'fetched')])).toEqual(['sent', 'fetched']);
  expect(states([own('1', 'fetched'), answer, own('2', 'fetched')])).toEqual(['answered', null, 'fetched']);
  expect(states([own('1', 'refused'), answer])).toEqual(['refused', null]);
});

test('an introduction is no answer and no line, but gives the name', () => {
  const lines = linesOf([own('1', 'fetched'), introduction]);
  expect(lines.map(({ progress }) => progress)).toEqual(['fetched']);
  expect(linesOf([introduction, answer]).at(0)?.name).toBe('Noor');
});

test('shows that something came that can not be read, and what she can do', () => {
  const [line] = linesInWords(linesOf([theirs('x', null)]), sayFrom(nl, 'nl'), 'nl', now);
  expect(line?.text).toBeNull();
  expect(line?.note).toBe(
    'Hier staat een bericht dat niet te lezen is. Schrijf gerust dat je het niet kon lezen, dan kan het team het opnieuw sturen.',
  );
});

test('a check-in is a line in words of the page, and asking to talk waits for an answer like words', () => {
  const checkIn = { type: 'check-in', id: 'c', sentAt: now, answer: 'talk' } as const;
  const asked: Message = { ...own('c', 'fetched'), payload: checkIn };
  const silent: Message = { ...asked, payload: { ...checkIn, answer: 'none', unanswered: 2 } };
  const shown = (...messages: Message[]) => linesInWords(linesOf(messages), sayFrom(nl, 'nl'), 'nl', now);
  expect(shown(asked, silent)).toMatchObject([
    { text: 'Check-in: wil even praten', note: null, when: '13:00' },
    { text: 'Check-in: 2 vragen bleven zonder antwoord', note: null },
  ]);
  expect(linesOf([asked, answer]).map(({ progress }) => progress)).toEqual(['answered', null]);
});

const nobody = { contact: null, former: null };
const first = { contact: device, former: null };

test('the head says who has it, and when an answer is due', () => {
  const due = now + 60_000;
  expect(stageOf([own('1', 'kept-here')], nobody, null, now)).toEqual({ kind: 'kept-here' });
  expect(stageOf([own('1', 'sent')], nobody, due, now)).toEqual({
    kind: 'with-team',
    answerBy: due,
    step: 'promised',
    late: false,
  });
  expect(stageOf([own('1', 'fetched')], first, due, due + 1)).toEqual({
    kind: 'with-person',
    name: null,
    tookOver: false,
    answerBy: due,
    step: 'promised',
    late: true,
  });
  expect(stageOf([own('1', 'fetched'), introduction], first, null, now)).toMatchObject({ name: 'Noor' });
});

test('says that somebody else took over, until that person has written', () => {
  const next = parseId('dev', randomId('dev'));
  const head = (messages: readonly Message[], contact: string, former: string | null) =>
    stageOf([own('1', 'fetched'), ...messages], { contact, former }, null, now);
  const nextAnswer = { ...answer, sender: next };
  expect(head([introduction, answer], device, null)).toMatchObject({ name: 'Noor', tookOver: false });
  expect(head([introduction, answer], next, device)).toMatchObject({ name: null, tookOver: true });
  expect(head([introduction, answer, nextAnswer], next, device)).toMatchObject({ tookOver: false });
  expect(head([], next, device)).toMatchObject({ tookOver: false });
});

test('a backup who answers has not taken over', () => {
  const backup = { ...answer, sender: parseId('dev', randomId('dev')) };
  const messages = [own('1', 'fetched'), introduction, answer, backup];
  expect(stageOf(messages, first, null, now)).toMatchObject({ name: 'Noor', tookOver: false });
});

test('tells apart what others call alike', () => {
  const lines = linesOf([answer, { ...answer, order: 3 }]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
});

test('says when an answer was sent as far as that can be so', () => {
  expect(linesOf([{ ...answer, sentAt: now - 60_000 }]).map(({ sentAt }) => sentAt)).toEqual([now - 60_000]);
});

test('nobody answers under her own name', () => {
  const named = theirs('j', { type: 'introduction', id: 'j', sentAt: now, name: 'Jij' });
  const [line] = linesInWords(linesOf([named, answer]), sayFrom(nl, 'nl'), 'nl', now);
  expect(line?.who).toBe('Iemand van het team');
});

test('says that a device asked to erase in her place, which changed nothing', () => {
  const [line] = linesInWords(
    linesOf([theirs('x', { type: 'erase', id: 'x', sentAt: now })]),
    sayFrom(nl, 'nl'),
    'nl',
    now,
  );
  expect(line?.text).toBeNull();
  expect(line?.note).toContain('er is niets gewist');
});

test('shows her what she passed on, and when', () => {
  const payload = {
    type: 'handover-card',
    id: 'c',
    sentAt: now,
    lead: randomId('lea'),
    passages: [],
    plan: true,
  } as const;
  const [line] = linesInWords(linesOf([{ ...own('c', 'sent'), payload }]), sayFrom(nl, 'nl'), 'nl', now);
  expect(line).toMatchObject({
    text: 'Je gaf dit door aan het nieuwe team:',
    note: null,
    card: { plan: true },
  });
  expect(line?.when).toBe('13:00');
});

test('shows a card that a device sent as a card, and answers nothing with it', () => {
  const partner = {
    kind: 'housing',
    name: 'Onderdak',
    municipalities: [],
    contact: '055 555 0100',
    weeksWaiting: null,
    checkedOn: '2026-11-01',
  } as const;
  const card = theirs('c', { type: 'referral', id: 'c', sentAt: now, partner });
  const lines = linesOf([own('1', 'fetched'), card]);
  expect(lines.map(({ text, referral }) => [text, referral])).toEqual([
    ['own 1', null],
    [null, { id: 'c', partner }],
  ]);
  expect(lines[0]?.progress).toBe('fetched');
  expect(lines[1]?.sentAt).toBe(card.sentAt);
  expect(linesInWords(lines, sayFrom(nl, 'nl'), 'nl', now)[1]).toMatchObject({
    note: null,
    referral: { partner },
  });
});

test('says of her own message that it is urgent, and of nobody else’s', () => {
  const urgent = { type: 'text', id: 'u', sentAt: now, text: 'now', urgent: true } as const;
  const lines = linesOf([{ ...own('u', 'sent'), payload: urgent }, own('1', 'sent'), theirs('u', urgent)]);
  expect(linesInWords(lines, sayFrom(nl, 'nl'), 'nl', now).map(({ mark }) => mark)).toEqual([
    'Het heeft haast',
    undefined,
    undefined,
  ]);
});
