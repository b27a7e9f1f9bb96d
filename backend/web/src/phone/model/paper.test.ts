import { randomId } from '@opstap/protocol/id/branded-id';
import { type Plan, planOf } from '@opstap/protocol/plan/plan';
import { agreementDigest } from '@opstap/protocol/plan/plan-agreement';
import { changesTo } from '@opstap/protocol/plan/plan-edit';
import { foldPlan } from '@opstap/protocol/plan/plan-state';
import { expect, test } from 'vitest';
import { planNl } from '../../shared/model/plan-words-nl.js';
import { sayFrom } from '../../shared/model/words.js';
import { namesIn, type PaperPart, type PaperSection, paperOf, paperSections, sectionsOf } from './paper.js';
import { paperNl } from './paper-words-nl.js';

const ids = ['0t00000aaaaaaaa', '0t00000bbbbbbbb', '0t00000cccccccc', '0t00000dddddddd'] as const;
const [goal, step, first, last] = ids;
const her = randomId('psn');

function planWith(wanted: Parameters<typeof changesTo>[1]): Plan {
  const changes = changesTo(foldPlan([]), wanted);
  const payload = { type: 'plan', id: 'a'.repeat(22), sentAt: 0, changes } as const;
  return planOf(foldPlan([{ by: her, payload, at: 0, sequence: null }]));
}

const plan = planWith({
  'area.housing.start': 3,
  'area.housing.now': 4,
  'area.work.goal': 8,
  [`goal.${goal}.text`]: 'Een kamer bij Huis van  Hoop (Oost)',
  [`goal.${goal}.area`]: 'housing',
  [`step.${step}.goal`]: goal,
  [`step.${step}.text`]: 'Bellen',
  [`step.${step}.done`]: '2026-10-01',
  [`phase.${goal}.phase`]: 'contact',
  [`phase.${goal}.began`]: '2026-09-01',
  [`appointment.${first}.what`]: 'Intake',
  [`appointment.${first}.at`]: '2026-01-05T09:00',
  [`appointment.${last}.what`]: 'Koffie',
  [`appointment.${last}.at`]: '2026-12-01T10:30',
  [`appointment.${last}.place`]: 'huis van hoop (oost), achterom',
  'agreement.text': 'We bellen op maandag.',
  'agreement.seeker': agreementDigest('We bellen op maandag.'),
});

function paper(sections: readonly PaperSection[], without: readonly string[] = [], top = '') {
  const wish = { sections, without, top, today: '2026-11-23' };
  return paperOf(plan, wish, sayFrom(planNl, 'nl'), sayFrom(paperNl, 'nl'), 'nl');
}

function textsOf(parts: readonly PaperPart[]): readonly string[] {
  return parts.flatMap((part) => ('text' in part ? [part.text] : []));
}

test('puts on paper what she chose, in words, with what is to come before what has been', () => {
  expect(sectionsOf(plan)).toEqual([...paperSections]);
  expect(textsOf(paper(['appointments']))).toEqual([
    'Mijn afspraken',
    '23 november 2026',
    'Afspraken',
    'Koffie',
    '1 december 2026 om 10:30',
    'huis van hoop (oost), achterom',
    'Geweest',
    'Intake',
    '5 januari 2026 om 09:00',
  ]);
  const parts = paper(paperSections);
  expect(textsOf(parts)).toContain('Wonen');
  expect(textsOf(parts)).toContain('Kennismaken: vanaf 1 september 2026');
  expect(textsOf(parts).slice(-2)).toEqual([
    'We bellen op maandag.',
    'We zijn het nog niet allebei eens met deze woorden.',
  ]);
  expect(parts).toContainEqual({ kind: 'step', text: 'Bellen (gedaan op 1 oktober 2026)', done: true });
  const scores = parts.find((part) => part.kind === 'scores');
  expect(scores?.rows).toEqual([
    { name: '1. Wonen', scores: ['3', '4', '–'] },
    { name: '8. Werk en dagen vullen', scores: ['–', '–', '8'] },
  ]);
  expect(scores?.pieces.map(({ number }) => number)).toEqual([1, 8]);
});

test('has nobody’s name but the one that she typed, and offers no section with nothing in it', () => {
  const names = ['Huis van Hoop (Oost)', 'Huis van Hoop', 'Een ander'];
  const found = namesIn(plan, names);
  expect(found).toEqual(['Huis van Hoop (Oost)', 'Huis van Hoop']);
  const texts = textsOf(paper(paperSections, found, '  Huis van Hoop ')).join('\n');
  expect(texts.match(/huis\s+van/gi)).toHaveLength(1);
  expect(texts).toMatch(/^Huis van Hoop\n/);
  expect(texts).toContain('Een kamer bij –\n');
  expect(texts).toContain('–, achterom');
  expect(
    textsOf(paper(paperSections))
      .join('\n')
      .match(/huis\s+van/gi),
  ).toHaveLength(2);
  expect(sectionsOf(planWith({ 'area.work.now': 4 }))).toEqual(['areas']);
});
