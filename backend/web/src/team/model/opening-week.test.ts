import { expect, test } from 'vitest';
import { hoursOf, mistakeIn, weekOf } from './opening-week.js';

const nine = { from: '09:00', to: '17:00' };

test('cuts hours at midnight, and joins what touches', () => {
  const week = weekOf([
    [540, 1020],
    [1020, 1080],
    [1380, 1500],
    [10_020, 10_080],
  ]);
  expect(week.map((day) => day.map(({ from, to }) => `${from}-${to}`))).toEqual([
    ['09:00-18:00', '23:00-00:00'],
    ['00:00-01:00'],
    [],
    [],
    [],
    [],
    ['23:00-00:00'],
  ]);
});

test.each([
  [[]],
  [[[0, 10_080]]],
  [
    [
      [540, 720],
      [780, 1020],
      [1380, 1500],
      [9000, 10_080],
    ],
  ],
] as const)('gives back the hours that it was made of: %j', (hours) => {
  expect(hoursOf(weekOf(hours))).toEqual(hours);
});

test('puts the hours of a day in order', () => {
  const late = { from: '19:00', to: '21:00' };
  expect(hoursOf([[late, nine], [], [], [], [], [], []])).toEqual([
    [540, 1020],
    [1140, 1260],
  ]);
});

test.each([
  [[nine], null],
  [[nine, { from: '17:00', to: '00:00' }], null],
  [[{ from: '', to: '17:00' }], 'missing'],
  [[{ from: '09:00', to: '' }], 'missing'],
  [[{ from: '09:00', to: '09:00' }], 'backwards'],
  [[{ from: '17:00', to: '09:00' }], 'backwards'],
  [[{ from: '16:59', to: '18:00' }, nine], 'overlap'],
] as const)('finds what is wrong in %j: %s', (hours, mistake) => {
  expect(mistakeIn(hours)).toBe(mistake);
});
