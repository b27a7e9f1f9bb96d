import type { Colleague } from '@opstap/protocol/client/index';
import { randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { peopleOf, warningsOf } from './stock.js';

const monday = Date.UTC(2026, 10, 23, 9);
const workers = [randomId('wrk'), randomId('wrk'), randomId('wrk')].sort();

function colleague(at: number, change: Partial<Colleague> = {}): Colleague {
  const worker = workers[at];
  if (worker === undefined) throw new Error('no such worker');
  return {
    device: randomId('dev'),
    worker,
    role: 'worker',
    duty: 'primary',
    stock: 30,
    lastResort: true,
    credentialUntil: '2027-01-01',
    ...change,
  };
}

function person(change: Partial<Colleague>) {
  const [found] = peopleOf([colleague(0, change)], new Map(), { device: null, name: '' });
  if (found === undefined) throw new Error('nobody');
  return found;
}

test('everybody is there once, with the name that she gave or a number that stays', () => {
  const [first, second, third] = [colleague(0), colleague(1, { role: 'coordinator' }), colleague(2)];
  const spare = colleague(1, { stock: 2, duty: 'backup' });
  const names = new Map([[third.device, 'Kim']]);
  const self = { device: spare.device, name: 'Noor' };
  const people = peopleOf([third, spare, second, first], names, self);
  expect(people.map(({ number, name, self: own, coordinates }) => [number, name, own, coordinates])).toEqual([
    [1, null, false, false],
    [2, 'Noor', true, true],
    [3, 'Kim', false, false],
  ]);
  expect(people[1]?.device).toBe(second);
  expect(peopleOf([third, second, first], new Map(), self).map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('warns of who has a duty within a day and can hardly be reached', () => {
  const on = [{ worker: person({}).worker, from: 0, to: 1440, duty: 'backup' }] as const;
  expect(warningsOf(person({}), on, monday)).toEqual([]);
  expect(warningsOf(person({ stock: 5 }), on, monday)).toEqual([]);
  expect(warningsOf(person({ stock: 4, lastResort: false }), on, monday)).toEqual([
    'no-last-resort',
    'little-stock',
  ]);
  expect(warningsOf(person({ credentialUntil: '2026-11-24' }), on, monday)).toEqual([]);
  expect(warningsOf(person({ credentialUntil: '2026-11-23' }), on, monday)).toEqual(['credential-ends']);
  expect(warningsOf(person({ credentialUntil: null, stock: 0 }), on, monday)).toEqual(['no-credential']);
});

test('warns of nobody who has no duty within a day', () => {
  const later = [{ worker: person({}).worker, from: 3 * 1440, to: 4 * 1440, duty: 'primary' }] as const;
  expect(warningsOf(person({ stock: 0, lastResort: false }), later, monday)).toEqual([]);
});
