import type { RosterDuty, RosterSlot } from '@opstap/protocol/duty/roster';
import { randomId } from '@opstap/protocol/id/branded-id';
import { describe, expect, test } from 'vitest';
import {
  gapsOf,
  nextShift,
  piecesOn,
  refusalOf,
  servesWithin,
  slotsOf,
  timeFrom,
  timeOf,
  week,
  withDayCopied,
} from './roster.js';
import { dayName, spanWithin, spanWords } from './roster-words.js';

const hour = 60;
const day = 24 * hour;
const noor = randomId('wrk');
const sam = randomId('wrk');

function slot(from: number, to: number, worker = noor, duty: RosterDuty = 'primary'): RosterSlot {
  return { worker, from, to, duty };
}

describe('an entry', () => {
  const entry = { worker: noor, duty: 'primary', from: '09:00', to: '17:00' } as const;

  test('is a slot on each of its days', () => {
    expect(slotsOf({ ...entry, days: [0, 6] })).toEqual([
      slot(9 * hour, 17 * hour),
      slot(6 * day + 9 * hour, 6 * day + 17 * hour),
    ]);
  });

  test('goes on into the next day where it ends before it begins, and over Sunday night in two slots', () => {
    const night = { ...entry, from: '22:00', to: '06:00' };
    expect(slotsOf({ ...night, days: [0] })).toEqual([slot(22 * hour, 30 * hour)]);
    expect(slotsOf({ ...night, days: [6] })).toEqual([slot(6 * day + 22 * hour, week), slot(0, 6 * hour)]);
    expect(slotsOf({ ...entry, from: '22:00', to: '00:00', days: [6] })).toEqual([
      slot(6 * day + 22 * hour, week),
    ]);
    expect(slotsOf({ ...entry, from: '00:00', to: '00:00', days: [2] })).toEqual([slot(2 * day, 3 * day)]);
  });
});

test('says what the server would refuse, and when', () => {
  expect(refusalOf([slot(0, 60), slot(60, 120), slot(0, 60, sam, 'backup')])).toBeNull();
  expect(refusalOf([slot(0, 60), slot(30, 90, sam)])).toMatchObject({
    kind: 'same-duty',
    when: { from: 30, to: 60 },
  });
  expect(refusalOf([slot(0, 60), slot(30, 90, noor, 'backup')])).toMatchObject({ kind: 'both-duties' });
  const hours = Array.from({ length: 337 }, (_, at) => slot(at * 20, at * 20 + 20));
  expect(refusalOf(hours)).toEqual({ kind: 'too-many' });
  expect(refusalOf(hours.slice(1))).toBeNull();
});

test('nobody is primary where no primary slot is, whoever is backup', () => {
  expect(gapsOf([])).toEqual([{ from: 0, to: week }]);
  expect(gapsOf([slot(0, week)])).toEqual([]);
  expect(gapsOf([slot(0, 60), slot(120, week), slot(60, 120, sam, 'backup')])).toEqual([
    { from: 60, to: 120 },
  ]);
  expect(gapsOf([slot(60, 120), slot(180, 240)])).toEqual([
    { from: 120, to: 180 },
    { from: 240, to: 60 },
  ]);
});

test('a part of the week lies in the days that it touches', () => {
  const night = { from: 6 * day + 23 * hour, to: hour };
  expect(piecesOn(6, [night])).toEqual([{ of: night, from: 23 * hour, to: day }]);
  expect(piecesOn(0, [night])).toEqual([{ of: night, from: 0, to: hour }]);
  expect(piecesOn(1, [night])).toEqual([]);
});

test('a copied day takes the place of what other days had, and goes on past their midnight', () => {
  const monday = slot(20 * hour, 26 * hour);
  const evening = slot(3 * day - hour, 3 * day + hour, sam);
  expect(withDayCopied([monday, evening], 0, [0, 3])).toEqual([
    monday,
    slot(3 * day - hour, 3 * day, sam),
    slot(3 * day + 20 * hour, 3 * day + 26 * hour),
  ]);
  expect(withDayCopied([monday], 0, [6])).toContainEqual(slot(0, 2 * hour));
});

test('the next shift is the one that is now, or comes soonest, also over Sunday night', () => {
  const slots = [slot(9 * hour, 12 * hour), slot(12 * hour, 13 * hour), slot(6 * day, week), slot(0, hour)];
  expect(nextShift(slots, noor, 10 * hour)).toEqual({ duty: 'primary', from: 540, to: 780, now: true });
  expect(nextShift(slots, noor, 13 * hour)).toEqual({ duty: 'primary', from: 6 * day, to: hour, now: false });
  expect(nextShift(slots, sam, 0)).toBeNull();
  expect(nextShift([slot(0, week)], noor, 5)).toMatchObject({ now: true });
});

test('knows who serves within a day', () => {
  expect(servesWithin([slot(0, hour)], noor, 6 * day + hour, day)).toBe(true);
  expect(servesWithin([slot(0, hour)], noor, 5 * day, day)).toBe(false);
  expect(servesWithin([slot(0, hour)], noor, 30, day)).toBe(true);
  expect(servesWithin([slot(0, hour)], sam, 30, day)).toBe(false);
});

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['0930', '09:30'],
  [' 24:00 ', '00:00'],
  ['24:01', null],
  ['9:60', null],
  ['negen', null],
  ['', null],
])('understands %j as the hour %s', (typed, hour) => {
  expect(timeFrom(typed)).toBe(hour);
});

test('says a part of the week in words', () => {
  expect(spanWords({ from: 5 * day + 22 * hour, to: 6 * day }, 'nl')).toBe('Zaterdag 22:00–24:00');
  expect(spanWords({ from: 6 * day + 22 * hour, to: 8 * hour }, 'nl')).toBe('Zondag 22:00 – maandag 08:00');
  expect(spanWords({ from: 6 * day + 22 * hour, to: 8 * hour }, 'en')).toBe('Sunday 22:00 – Monday 08:00');
  expect(spanWithin({ from: 0, to: hour }, 'nl')).toBe('maandag 00:00–01:00');
  expect(dayName(2, 'nl')).toBe('woensdag');
  expect(timeOf(day)).toBe('00:00');
});
