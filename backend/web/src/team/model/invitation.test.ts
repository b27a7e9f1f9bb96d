import { randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { invitationIn } from './invitation.js';
import { promiseInWords, waitingInWords } from './waiting-words.js';
import { nl } from './words-nl.js';

const say = sayFrom(nl, 'nl');

test('finds an invitation in what was pasted, and mends letters that are easily mistaken', () => {
  const invitation = randomId('inv', (bytes) => bytes.fill(0));
  expect(invitationIn(` https://x/team#${invitation} `)).toBe(invitation);
  expect(invitationIn(invitation.toLowerCase().replaceAll('0', 'o'))).toBe(invitation);
  expect(invitationIn(`${invitation.slice(0, 10)} - ${invitation.slice(10)}`)).toBe(invitation);
});

test('takes nothing else for one', () => {
  expect(invitationIn('')).toBeNull();
  expect(invitationIn(randomId('dev'))).toBeNull();
  expect(invitationIn(`${randomId('inv').slice(0, -3)}`)).toBeNull();
});

test('says how long somebody waits', () => {
  const minutes = (count: number) => waitingInWords(count * 60_000, say);
  expect(minutes(0.5)).toBe('Net binnen');
  expect(minutes(12)).toBe('Wacht 12 min');
  expect(minutes(150)).toBe('Wacht 2 uur');
  expect(minutes(60 * 30)).toBe('Wacht 1 dag');
  expect(minutes(60 * 80)).toBe('Wacht 3 dagen');
});

test('says a promise, and that it is broken', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(promiseInWords(now + 3_600_000, now, 'nl', say)).toBe('Beloofd: vandaag voor 14:00');
  expect(promiseInWords(now - 3_600_000, now, 'nl', say)).toBe('Te laat: beloofd vandaag voor 12:00');
});
