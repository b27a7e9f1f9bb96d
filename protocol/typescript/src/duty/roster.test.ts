import { describe, expect, test } from 'vitest';
import { randomId } from '../id/branded-id.js';
import { decodeRoster } from './roster.js';

const worker = randomId('wrk');
const slot = { worker, from: 540, to: 1020, duty: 'primary' };
const roster = {
  version: 3,
  slots: [slot],
  onDuty: [{ worker, duty: 'backup', until: '2026-11-23T09:00:00Z' }],
};

describe('a roster', () => {
  test('is read with who is on duty until when', () => {
    expect(decodeRoster(roster)).toEqual({
      ...roster,
      onDuty: [{ worker, duty: 'backup', until: Date.UTC(2026, 10, 23, 9) }],
    });
    const always = [{ worker, duty: 'primary', until: null }];
    expect(decodeRoster({ ...roster, onDuty: always }).onDuty).toEqual(always);
  });

  test.each([
    [{ ...slot, from: 1020 }],
    [{ ...slot, from: -1 }],
    [{ ...slot, to: 10_081 }],
    [{ ...slot, duty: 'off' }],
    [{ ...slot, worker: randomId('dev') }],
  ])('is refused with the slot %j', (malformed) => {
    expect(() => decodeRoster({ ...roster, slots: [malformed] })).toThrow();
  });
});
