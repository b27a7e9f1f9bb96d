import { describe, expect, test } from 'vitest';
import {
  type Care,
  type CareChoice,
  chosen,
  decodeCare,
  encodeCare,
  isChoice,
  openQuestion,
  paused,
  resumed,
  setRight,
  settledBy,
  silenceOf,
} from './care.js';
import { minuteOf, rhythms } from './rhythm.js';

/** Fridays at eight in the evening, on Dutch clocks. */
const fridays: CareChoice = { rhythm: 'week', from: '2026-11-27', at: '20:00', tells: 'all', silence: null };
const set = Date.parse('2026-11-23T12:00:00Z');
const at = (minute: string) => Date.parse(`${minute}:00Z`);
const begun = (change: Partial<CareChoice> = {}) => chosen(null, { ...fridays, ...change }, set);

describe('a rhythm (CAR-2)', () => {
  test.each([
    ['week', ['2026-11-27', '2026-12-04', '2026-12-11']],
    ['two-weeks', ['2026-11-27', '2026-12-11', '2026-12-25']],
    ['month', ['2026-11-27', '2026-12-27', '2027-01-27']],
    ['quarter', ['2026-11-27', '2027-02-27', '2027-05-27']],
    ['year', ['2026-11-27', '2027-11-27', '2028-11-27']],
  ] as const)('comes every %s on the day that she chose', (rhythm, days) => {
    const minutes = [1, 2, 3].map((number) => minuteOf({ ...fridays, rhythm }, number));
    expect(minutes).toEqual(days.map((each) => `${each}T20:00`));
  });

  test('takes the last day of a month that has no such day, and the day again after it', () => {
    const minutes = [1, 2, 3].map((number) =>
      minuteOf({ ...fridays, rhythm: 'month', from: '2027-01-31' }, number),
    );
    expect(minutes).toEqual(['2027-01-31T20:00', '2027-02-28T20:00', '2027-03-31T20:00']);
    expect(minuteOf({ ...fridays, rhythm: 'year', from: '2028-02-29' }, 2)).toBe('2029-02-28T20:00');
  });

  test('goes by Dutch clocks, in summer as in winter', () => {
    const summer = begun({ from: '2027-06-04' });
    expect(openQuestion(summer, at('2027-06-04T17:59'))).toBeNull();
    expect(openQuestion(summer, at('2027-06-04T18:00'))).toBe(1);
    expect(openQuestion(begun(), at('2026-11-27T18:59'))).toBeNull();
    expect(openQuestion(begun(), at('2026-11-27T19:00'))).toBe(1);
  });
});

describe('a question', () => {
  test('is open from its minute until it is answered, and the next one comes in its turn (CAR-3)', () => {
    const answered = settledBy(begun(), at('2026-11-28T09:00'));
    expect(openQuestion(answered, at('2026-12-04T18:59'))).toBeNull();
    expect(openQuestion(answered, at('2026-12-04T19:00'))).toBe(2);
  });

  test('is one, however many came while nobody looked (CAR-3)', () => {
    const [care, later] = [begun(), at('2027-11-27T09:00')];
    expect(openQuestion(care, later)).toBe(53);
    expect(openQuestion(settledBy(care, later), later)).toBeNull();
  });

  test('comes again where the phone’s clock was a year ahead when she answered (CAR-2)', () => {
    const ahead = settledBy(begun(), at('2027-11-27T09:00'));
    const back = at('2026-12-05T09:00');
    expect(openQuestion(ahead, back)).toBeNull();
    const right = setRight(ahead, back);
    expect(openQuestion(right, back)).toBeNull();
    expect(openQuestion(right, at('2026-12-11T19:00'))).toBe(3);
  });

  test('is not asked twice in the hour that clocks show twice in autumn (CAR-2)', () => {
    const night = begun({ from: '2026-12-06', at: '02:30' });
    const first = at('2027-10-31T00:30');
    let care = settledBy(night, first);
    for (const minutes of [20, 40, 60, 90]) {
      const now = first + minutes * 60_000;
      care = setRight(care, now);
      expect(openQuestion(care, now)).toBeNull();
    }
  });

  test('is none of the time before she chose, nor of a pause (CAR-1)', () => {
    expect(openQuestion(begun({ from: '2026-01-02' }), set)).toBeNull();
    const pause = paused(begun());
    expect(openQuestion(pause, at('2027-01-01T20:00'))).toBeNull();
    const again = resumed(pause, at('2027-01-02T09:00'));
    expect(openQuestion(again, at('2027-01-08T18:59'))).toBeNull();
    expect(openQuestion(again, at('2027-01-08T19:00'))).not.toBeNull();
  });

  test('stays open where only what is told changes, and goes with another rhythm (CAR-1)', () => {
    const [care, now] = [begun(), at('2026-11-28T09:00')];
    expect(openQuestion(chosen(care, { ...fridays, tells: 'nothing' }, now), now)).toBe(1);
    expect(openQuestion(chosen(care, { ...fridays, rhythm: 'month' }, now), now)).toBeNull();
  });
});

describe('silence (CAR-6)', () => {
  const twice = begun({ silence: 2 });
  const third = at('2026-12-11T19:00');

  test('is told after as many questions as she allowed, and not of the one that is open', () => {
    expect(silenceOf(twice, at('2026-12-11T18:59'))).toBeNull();
    expect(silenceOf(twice, third)).toBe(2);
    expect(silenceOf(twice, at('2026-12-18T19:00'))).toBe(3);
  });

  test.each<[string, Care]>([
    ['by default', begun()],
    ['where nothing is told', begun({ silence: 2, tells: 'nothing' })],
    ['in a pause', paused(twice)],
    ['a second time', { ...twice, toldSilence: true }],
    ['after an answer', settledBy(twice, at('2026-12-04T20:00'))],
  ])('is not told %s', (_name, care) => {
    expect(silenceOf(care, third)).toBeNull();
  });

  test('is counted from when she allowed that it is told, and a question that is open stays open', () => {
    const never = begun();
    const allowed = chosen(never, { ...fridays, silence: 2 }, third);
    expect(silenceOf(allowed, third)).toBeNull();
    expect(openQuestion(allowed, third)).toBe(3);
    expect(silenceOf(allowed, at('2026-12-25T19:00'))).toBe(2);
    const told = chosen(begun({ silence: 2, tells: 'nothing' }), { ...fridays, silence: 2 }, third);
    expect(silenceOf(told, third)).toBeNull();
    expect(silenceOf(chosen(twice, { ...fridays, silence: 2 }, third), third)).toBe(2);
  });

  test('can be told again after she has answered', () => {
    const again = settledBy({ ...twice, toldSilence: true }, third);
    expect(silenceOf(again, at('2027-01-01T19:00'))).toBe(2);
  });
});

describe('what is stored', () => {
  test.each(rhythms)('comes back as it was, every %s', (rhythm) => {
    const care = { ...begun({ rhythm, silence: 3 }), paused: true };
    expect(decodeCare(encodeCare(care))).toEqual(care);
  });

  test.each<[string, Partial<CareChoice>]>([
    ['a day that no month has', { from: '2026-02-30' }],
    ['a day of another century', { from: '1026-01-01' }],
    ['a minute that no day has', { at: '24:00' }],
    ['no silence at all', { silence: 0 }],
    ['half a silence', { silence: 1.5 }],
    ['a silence of years', { silence: 13 }],
  ])('is no choice with %s', (_name, change) => {
    expect(isChoice({ ...fridays, ...change })).toBe(false);
    expect(() => decodeCare(encodeCare({ ...begun(), ...change }))).toThrow();
  });
});
