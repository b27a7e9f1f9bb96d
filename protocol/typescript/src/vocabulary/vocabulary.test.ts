import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as vocabulary from './vocabulary.js';

const shared: unknown = JSON.parse(
  readFileSync(new URL('../../../vectors/vocabulary.json', import.meta.url), 'utf8'),
);

test('has the shared codes in their order', () => {
  expect({
    'areas-of-life': vocabulary.areasOfLife,
    phases: vocabulary.phases,
    sectors: vocabulary.sectors,
    genders: vocabulary.genders,
    'age-groups': vocabulary.ageGroups,
    profiles: vocabulary.profiles,
    residences: vocabulary.residences,
    addictions: vocabulary.addictions,
    'still-working': vocabulary.stillWorking,
    languages: vocabulary.languages,
    'lead-outcomes': vocabulary.leadOutcomes,
    conditions: vocabulary.conditions,
    'addiction-conditions': vocabulary.addictionConditions,
    capacities: vocabulary.capacities,
    'programme-states': vocabulary.programmeStates,
    'partner-kinds': vocabulary.partnerKinds,
  }).toEqual(shared);
});

test('finds only exact codes', () => {
  expect(vocabulary.isCode(vocabulary.languages, 'pt-BR')).toBe(true);
  for (const unknown of ['pt-br', 'PT-BR', ' nl', 'nl ', '', 'NL', 'dutch', null, 1]) {
    expect(vocabulary.isCode(vocabulary.languages, unknown)).toBe(false);
  }
});
