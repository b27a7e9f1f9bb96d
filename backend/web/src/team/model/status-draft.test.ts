import { expect, test } from 'vitest';
import { contentOf, draftOf, mistakesIn } from './status-draft.js';

const today = '2026-11-23';
const empty = draftOf(null, today);

test('begins with what is said, but for days that are past', () => {
  const content = {
    openingHours: [[540, 1020]] as const,
    closedOn: ['2026-11-22', '2026-11-23', '2026-12-25'],
    capacity: 'waiting-list' as const,
    weeksWaiting: 3,
    tokensPerConversation: 4,
    cardsOnly: false,
  };
  const draft = draftOf(
    { ...content, programme: 'prg_' as never, number: 3, validUntil: '', revokedDevices: [] },
    today,
  );
  expect(mistakesIn(draft)).toEqual([]);
  expect(contentOf(draft)).toEqual({ ...content, closedOn: ['2026-11-23', '2026-12-25'] });
});

test('signs days in order, each once', () => {
  const draft = { ...empty, closedOn: ['2026-12-26', '2026-12-25', '2026-12-26'] };
  expect(contentOf(draft).closedOn).toEqual(['2026-12-25', '2026-12-26']);
});

test('says what is wrong, and asks for no number that nobody needs', () => {
  const week = empty.week.map((hours, day) => (day === 2 ? [{ from: '17:00', to: '09:00' }] : hours));
  const wrong = { ...empty, week, closedOn: [''], weeksWaiting: null, tokensPerConversation: 11 };
  expect(mistakesIn(wrong)).toEqual([
    { what: 'hours', weekday: 2, mistake: 'backwards' },
    { what: 'closed-days' },
    { what: 'tokens' },
  ]);
  expect(mistakesIn({ ...empty, capacity: 'waiting-list', weeksWaiting: null })).toEqual([{ what: 'weeks' }]);
  expect(mistakesIn({ ...empty, cardsOnly: true, tokensPerConversation: null })).toEqual([]);
});
