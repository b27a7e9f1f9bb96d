import { OpstapError } from '@opstap/protocol/problem/opstap-error';
import { decodeProblem } from '@opstap/protocol/problem/problem';
import { expect, test } from 'vitest';
import { passes, troubleOf } from './trouble.js';

function refusal(slug: string, status: number): unknown {
  return decodeProblem(status, JSON.stringify({ type: `urn:opstap:problem:${slug}`, status }), null);
}

test.each([
  [new OpstapError('network-failure'), 'server-away'],
  [new OpstapError('network-failure', { cause: new OpstapError('relay-away') }), 'relay-away'],
  [new OpstapError('gateway-key-refused'), 'relay-refused'],
  [refusal('unavailable', 503), 'server-away'],
  [refusal('rate-limited', 429), 'server-busy'],
  [refusal('clock-skew', 401), 'clock-wrong'],
  [refusal('signature-invalid', 401), 'seat-gone'],
  [refusal('seat-moved', 401), 'seat-moved'],
  [refusal('nobody-on-duty', 409), 'nobody-on-duty'],
  [refusal('programme-unavailable', 409), 'programme-gone'],
  [new OpstapError('programme-changed'), 'programme-changed'],
  [new OpstapError('card-needed'), 'card-needed'],
  [refusal('card-used-up', 403), 'card-needed'],
  [refusal('conversation-costs-more', 403), 'server-busy'],
  [new OpstapError('device-refused'), 'team-not-trusted'],
  [new OpstapError('directory-refused'), 'directory-refused'],
  [refusal('backlog-full', 429), 'too-much-waiting'],
  [refusal('already-claimed', 409), 'already-claimed'],
  [refusal('not-fixed-contact', 409), 'already-claimed'],
  [refusal('admission-challenge-expired', 403), 'not-admitted'],
  [refusal('token-invalid', 401), 'not-admitted'],
  [new OpstapError('puzzle-failed'), 'not-admitted'],
  [new OpstapError('issuer-key-refused'), 'key-refused'],
  [new DOMException('', 'QuotaExceededError'), 'storage-full'],
  [new DOMException('', 'SecurityError'), 'storage-forbidden'],
  [new Error('anything'), 'unknown'],
  ['no error at all', 'unknown'],
] as const)('%s means %s', (thrown, trouble) => {
  expect(troubleOf(thrown)).toBe(trouble);
});

test('tries again by itself only where that can help', () => {
  expect(passes('server-away')).toBe(true);
  expect(passes('relay-away')).toBe(true);
  expect(passes('nobody-on-duty')).toBe(false);
  expect(passes('storage-full')).toBe(false);
});
