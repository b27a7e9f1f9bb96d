import { describe, expect, test } from 'vitest';
import { type Case, countVerdicts, type Presence, type Sight, verdictOf } from '../scenario/week-check.js';

const now = Date.parse('2026-11-25T12:00:00Z');
const hour = 3_600_000;

function sees(presence: Presence, more: Partial<Sight> = {}): Sight {
  return { presence, reads: false, seated: false, tells: false, ...more };
}

/** Her words, which nobody has read and for which no deadline runs: the gap that everything else is not. */
const gap: Case = {
  conversation: 'cnv_1',
  hers: true,
  devices: [sees('present'), sees('away')],
  waiting: null,
  answerBy: null,
  attended: false,
  phoneShows: null,
  told: false,
};
const verdict = (more: Partial<Case>) => verdictOf({ ...gap, ...more }, now);

describe('a conversation of which nobody present has the newest words is a gap (WAI-13)', () => {
  test.each<[string, Partial<Case>]>([
    ['where nothing shows it', {}],
    ['where who has read them is away', { devices: [sees('present'), sees('away', { reads: true })] }],
    ['where the device that had read them is gone', { devices: [sees('gone', { reads: true })] }],
    ['where who would read them is away', { devices: [sees('present'), sees('away', { seated: true })] }],
    ['where only somebody who is away would see it', { devices: [sees('away', { tells: true })] }],
    ['where the promise ran out and nobody was told', { waiting: 'promised', answerBy: now - hour }],
    ['where the backup’s time ran out and she was not told', { waiting: 'backup', answerBy: now - hour }],
    ['where her phone shows something else', { waiting: 'next', answerBy: now - hour, phoneShows: false }],
    ['where nobody is there, and the device with the answer is gone', { hers: false }],
    [
      'where who has the answer is away, and the server says that somebody is there',
      { hers: false, attended: true, devices: [sees('away', { reads: true })] },
    ],
    ['where she waits without a promise, and nobody is there', { devices: [sees('away', { reads: true })] }],
    [
      'where she was answered, still waits, and the state is over',
      {
        hers: false,
        waiting: 'promised',
        answerBy: now - hour,
        devices: [sees('away', { reads: true })],
      },
    ],
  ])('%s', (_name, more) => {
    expect(verdict(more)).toBe('gap');
  });

  test('a phone that shows another hour than the server keeps is one even where somebody has read them', () => {
    expect(verdict({ phoneShows: false, devices: [sees('present', { reads: true })] })).toBe('gap');
  });
});

describe('a conversation is not', () => {
  test('where somebody present has read them', () => {
    expect(verdict({ devices: [sees('away'), sees('present', { reads: true })] })).toBe('read');
  });

  test.each<[string, Partial<Case>]>([
    ['the promise runs', { waiting: 'promised', answerBy: now + hour }],
    ['the promise ran out as the server was about to look', { waiting: 'promised', answerBy: now - 20_000 }],
    ['the backup was told', { waiting: 'backup', answerBy: now + hour }],
    ['her phone was told that she may go on', { waiting: 'next', answerBy: now - 9 * hour }],
    ['somebody present sees that it can’t be read there', { devices: [sees('present', { tells: true })] }],
    ['the coordinator was told as she handed it on', { told: true }],
  ])('where it is shown: %s', (_name, more) => {
    expect(verdict(more)).toBe('shown');
  });

  test.each<[string, Partial<Sight>]>([
    ['has it', { reads: true }],
    ['has a seat and fetches it then', { seated: true }],
  ])('where she was answered, is told that nobody is there, and who comes back %s', (_name, more) => {
    expect(verdict({ hers: false, devices: [sees('away', more)] })).toBe('shown');
  });
});

test('verdicts are counted', () => {
  expect(countVerdicts(['read', 'gap', 'read'])).toEqual({ read: 2, shown: 0, gap: 1 });
});
