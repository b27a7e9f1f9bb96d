import { expect, test } from 'vitest';
import { at, before } from './moment-words.js';
import { dayLater, listed, momentFrom, namedDay, ownName, roundUp } from './moments.js';
import { sayFrom } from './words.js';
import { sharedEn } from './words-en.js';
import { sharedNl } from './words-nl.js';

// Saturday 21 November 2026, 22:30 on Dutch clocks.
const now = Date.parse('2026-11-21T21:30:00Z');
const hour = 60 * 60_000;
const nl = sayFrom(sharedNl, 'nl');
const en = sayFrom(sharedEn, 'en');

test('says a moment as people do: today, tomorrow, the weekday, the date', () => {
  const says = (hours: number) => before(momentFrom(now + hours * hour, now, 'nl'), nl);
  expect(says(1)).toBe('vandaag voor 23:30');
  expect(says(2)).toBe('morgen voor 00:30');
  expect(says(60)).toBe('dinsdag voor 10:30');
  expect(says(24 * 9)).toBe('30 november voor 22:30');
});

test('knows tomorrow when clocks change', () => {
  const kind = (instant: string, from: string) =>
    momentFrom(Date.parse(instant), Date.parse(from), 'nl').kind;
  // A day of 23 hours: 23:30 on the 27th, with the 28th to come. And one of 25: half past midnight on the 25th.
  expect(kind('2027-03-28T08:00:00Z', '2027-03-27T22:30:00Z')).toBe('tomorrow');
  expect(kind('2027-03-29T08:00:00Z', '2027-03-27T22:30:00Z')).toBe('weekday');
  expect(kind('2026-10-26T08:00:00Z', '2026-10-24T22:30:00Z')).toBe('tomorrow');
});

test('counts days of the calendar over months and years', () => {
  expect([dayLater('2026-11-23', -91), dayLater('2026-12-31', 1)]).toEqual(['2026-08-24', '2027-01-01']);
});

test('says the same in English', () => {
  expect(at(momentFrom(now + 2 * hour, now, 'en'), en)).toBe('tomorrow at 00:30');
});

test('says what was a while ago by its date', () => {
  expect(before(momentFrom(now - 48 * hour, now, 'nl'), nl)).toBe('19 november voor 22:30');
});

test('says the year where it is another one, on Dutch clocks', () => {
  const says = (instant: string) => before(momentFrom(Date.parse(instant), now, 'nl'), nl);
  expect(says('2026-12-31T22:30:00Z')).toBe('31 december voor 23:30');
  expect(says('2026-12-31T23:30:00Z')).toBe('1 januari 2027 voor 00:30');
  expect(says('2025-11-21T21:30:00Z')).toBe('21 november 2025 voor 22:30');
});

test('names a day of the calendar with its weekday', () => {
  expect(namedDay('2026-11-27', 'nl')).toBe('vrijdag 27 november 2026');
  expect(namedDay('2026-11-27', 'en')).toBe('Friday, 27 November 2026');
});

test('promises quarters of an hour, never earlier than asked', () => {
  expect(new Date(roundUp(now + 1)).toISOString()).toBe('2026-11-21T21:45:00.000Z');
  expect(roundUp(now)).toBe(now);
});

test('names languages for who speaks them, and several things in one sentence', () => {
  expect(ownName('ro')).toBe('Română');
  expect(listed(['a', 'b', 'c'], 'nl')).toBe('a, b en c');
});
