import { randomId } from '@opstap/protocol/id/branded-id';
import { planOf } from '@opstap/protocol/plan/plan';
import { changesTo } from '@opstap/protocol/plan/plan-edit';
import { foldPlan } from '@opstap/protocol/plan/plan-state';
import { areasOfLife } from '@opstap/protocol/vocabulary/vocabulary';
import { expect, test } from 'vitest';
import { phaseLineOf, wheelOf } from './plan-drawing.js';
import { fieldInWords, thingOf, valueInWords, whoInWords } from './plan-words.js';
import { planNl } from './plan-words-nl.js';
import { sayFrom } from './words.js';

const say = sayFrom(planNl, 'nl');
const id = '0t00000aaaaaaaa';
const her = randomId('psn');
const noor = randomId('dev');
const [first, second] = [randomId('dev'), randomId('dev')];

function planWith(wanted: Parameters<typeof changesTo>[1]) {
  const changes = changesTo(foldPlan([]), wanted);
  const payload = { type: 'plan', id: 'a'.repeat(22), sentAt: 0, changes } as const;
  return planOf(foldPlan([{ by: her, payload, at: 0, sequence: null }]));
}

test('says what a field is called, and what is in it', () => {
  const plan = planWith({ [`goal.${id}.text`]: 'Een kamer', [`step.${id}.text`]: 'Bel de gemeente' });
  const said = (field: string, value: string | number | null) => [
    fieldInWords(field, say),
    valueInWords(field, value, plan, say, 'nl'),
    thingOf(field, plan),
  ];
  // Words that somebody wrote are no code, whatever they are.
  expect(said(`goal.${id}.text`, 'work')[1]).toBe('work');
  expect(said('agreement.text', 'contact')[1]).toBe('contact');
  expect(said('area.housing.now', 4)).toEqual(['Wonen: Nu', '4', null]);
  expect(said(`goal.${id}.area`, 'work')[1]).toBe('Werk en dagen vullen');
  expect(said(`step.${id}.goal`, id)).toEqual(['Doel van een stap', 'Een kamer', 'Bel de gemeente']);
  expect(said(`step.${id}.by`, '2026-12-01')).toEqual([
    'Dag voor een stap',
    '1 december 2026',
    'Bel de gemeente',
  ]);
  expect(said(`phase.${id}.phase`, 'execution')).toEqual(['Fase', 'Aan de slag', null]);
  expect(said(`appointment.${id}.at`, '2026-12-01T10:30')[1]).toBe('1 december 2026 om 10:30');
  expect(said('agreement.text', null)[1]).toBe('Niets, het is weggehaald');
  expect(fieldInWords('agreement.team', say)).toBeNull();
});

test('says who wrote, and takes nobody’s word for being somebody else', () => {
  const names = new Map<string, string>([
    [noor, 'Noor'],
    [first, 'De bezoeker'],
    [second, 'jij'],
  ]);
  const who = (holder: string, side: 'seeker' | 'team') => whoInWords(holder, side, noor, names, say);
  expect(who(her, 'seeker')).toBe('Jij');
  expect(who(her, 'team')).toBe('De bezoeker');
  expect(who(noor, 'team')).toBe('Jij');
  expect(whoInWords(noor, 'seeker', null, names, say)).toBe('Noor');
  expect([who(first, 'team'), who(second, 'team')]).toEqual(['Iemand van het team', 'Iemand van het team']);
});

test('draws a wheel with a piece for each area, as long as its score', () => {
  const pieces = wheelOf(
    planWith({ 'area.housing.now': 10, 'area.housing.start': 5, 'area.safety.goal': 1 }).areas,
  );
  expect(pieces.map(({ area }) => area)).toEqual([...areasOfLife]);
  const [housing, finance] = pieces;
  expect(housing?.now).toBe('M0 0L0 -100A100 100 0 0 1 58.78 -80.9Z');
  expect(housing?.start).toBe('M0 -50A50 50 0 0 1 29.39 -40.45');
  expect(finance).toMatchObject({ now: null, start: null, goal: null });
  expect(pieces.at(-1)?.goal).toBe('M-5.88 -8.09A10 10 0 0 1 0 -10');
});

test('draws phases at once and coming back, up to today, and no line where there is none', () => {
  const period = (
    at: string,
    phase: 'contact' | 'execution',
    began: string | null,
    ended: string | null,
  ) => ({
    id: at,
    phase,
    began,
    ended,
    written: null,
  });
  const line = phaseLineOf(
    [
      period('a', 'execution', '2026-01-01', '2026-01-31'),
      period('b', 'contact', '2026-01-11', null),
      period('c', 'execution', '2026-03-22', null),
      period('d', 'contact', null, '2026-02-01'),
      period('e', 'contact', '2026-04-11', '2026-04-01'),
    ],
    '2026-04-11',
  );
  expect(line).toEqual({
    from: '2026-01-01',
    to: '2026-04-11',
    rows: [
      {
        phase: 'contact',
        bars: [
          { id: 'b', x: 10, width: 90, goesOn: true },
          { id: 'e', x: 98.5, width: 1.5, goesOn: false },
        ],
      },
      {
        phase: 'execution',
        bars: [
          { id: 'a', x: 0, width: 30, goesOn: false },
          { id: 'c', x: 80, width: 20, goesOn: true },
        ],
      },
    ],
  });
  expect(phaseLineOf([period('d', 'contact', null, null)], '2026-04-11')).toBeNull();
});
