import { expect, test } from 'vitest';
import { decodeDesk, emptyDesk } from './desk.js';

test('a reload finds the conversation that is open, and what is written in it', () => {
  const kept = {
    language: 'en',
    name: 'Noor',
    duty: 'backup',
    joined: true,
    open: 'cnv_1',
    answers: { cnv_1: 'Dat kan' },
  };
  expect(decodeDesk(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test('what is not of the form counts as not there', () => {
  expect(decodeDesk({ open: 3, answers: { cnv_1: 4 }, duty: 'always' })).toEqual(emptyDesk);
  expect(decodeDesk('x')).toEqual(emptyDesk);
  expect(decodeDesk(null)).toEqual(emptyDesk);
});
