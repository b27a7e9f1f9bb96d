import { expect, test } from 'vitest';
import { isOrdinary, ordinaryChallenge } from './ordinary-challenge.js';

test.each([
  ['phone.example', 'phone.example'],
  ['localhost', 'opstap.localhost'],
  ['127.0.0.1', 'opstap.localhost'],
  ['[::1]', 'opstap.localhost'],
  ['phone.localhost', 'phone.localhost'],
])('the challenge of %s is for %s (PRS-1)', (host, name) => {
  const challenge = ordinaryChallenge(host);
  expect(challenge).toEqual({ issuerName: name, redemptionContext: new Uint8Array(), originNames: [name] });
  expect(isOrdinary(challenge, host)).toBe(true);
});

test('a host on the loopback may have a name of its own (PRS-1)', () => {
  const named = {
    ...ordinaryChallenge('phone.example'),
    issuerName: 'localhost',
    originNames: ['localhost'],
  };
  expect(isOrdinary(named, 'localhost')).toBe(true);
  expect(isOrdinary(named, '127.0.0.1')).toBe(false);
  expect(isOrdinary(ordinaryChallenge('localhost'), 'phone.example')).toBe(false);
});
