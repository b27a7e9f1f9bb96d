import type { Programme } from '@opstap/protocol/directory/programme';
import { isMunicipalityCode, type MunicipalityCode } from '@opstap/protocol/geography/municipality-code';
import { randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import {
  changesOf,
  coveredByOthers,
  coveringOf,
  proposalDraftOf,
  proposalMistakes,
  stateOf,
} from './proposal-draft.js';

function code(text: string): MunicipalityCode {
  if (!isMunicipalityCode(text)) throw new Error(text);
  return text;
}
const [apeldoorn, heerde, epe] = [code('GM0200'), code('GM0246'), code('GM0232')];
const entry: Programme = {
  id: randomId('prg'),
  name: 'Oost',
  sample: false,
  state: 'active',
  national: false,
  seat: apeldoorn,
  coverage: [apeldoorn, heerde],
  conditions: {
    addiction: 'no-matter',
    womenOnly: false,
    residenceNeeded: false,
    languageNeeded: false,
    mustHaveStopped: false,
    livesOrWorksInRegion: false,
  },
  languages: ['nl', 'en'],
  promisedMinutes: 240,
  publicKey: new Uint8Array(32),
  summary: { nl: 'Wij denken mee.', en: 'We think with you.' },
  verifiedAt: null,
  source: null,
};
const draft = proposalDraftOf(entry, null);

test('proposes nothing where nothing was changed', () => {
  expect(changesOf(draft, entry)).toEqual({});
});

test('proposes what was changed alone, with municipalities in order', () => {
  const wanted = { ...draft, coverage: new Set([heerde, epe]), promisedMinutes: 480 };
  expect(changesOf(wanted, entry)).toEqual({ coverage: [epe, heerde], promisedMinutes: 480 });
});

test('goes on from what waits', () => {
  const waiting = { programme: entry.id, number: 1, basedOn: 1, promisedMinutes: 480 };
  const wanted = { ...proposalDraftOf(entry, waiting), languages: ['nl'] };
  expect(changesOf(wanted, entry)).toEqual({ promisedMinutes: 480, languages: ['nl'] });
});

test('says where a proposal stands', () => {
  const proposal = { programme: entry.id, number: 1, basedOn: 1, promisedMinutes: 480 };
  expect(stateOf(entry, null)).toBe('none');
  expect(stateOf(entry, proposal)).toBe('waits');
  expect(stateOf({ ...entry, promisedMinutes: 480 }, proposal)).toBe('published');
});

test('finds what no release could say', () => {
  const wrong = {
    ...draft,
    coverage: new Set<MunicipalityCode>(),
    languages: [],
    promisedMinutes: 40_321,
    summary: { nl: ' ', en: 'x' },
  };
  expect(proposalMistakes(wrong, false)).toEqual(['coverage', 'languages', 'promise', 'summary']);
  expect(proposalMistakes(draft, false)).toEqual([]);
  expect(proposalMistakes({ ...draft, coverage: new Set() }, true)).toEqual([]);
});

test('tells what is ours, what would be, what others cover, and where nobody is', () => {
  const zutphen = code('GM0301');
  const other = { ...entry, id: randomId('prg'), name: 'Zutphen', coverage: [zutphen] };
  const suspended = {
    ...other,
    id: randomId('prg'),
    state: 'suspended' as const,
    coverage: [code('GM0014')],
  };
  const others = coveredByOthers([entry, other, suspended], entry);
  expect([...others]).toEqual([[zutphen, ['Zutphen']]]);
  const wanted = new Set([apeldoorn, epe]);
  const covering = (each: string) => coveringOf(code(each), wanted, entry, others);
  expect(['GM0200', 'GM0232', 'GM0246', 'GM0301', 'GM0014'].map(covering)).toEqual([
    'ours',
    'add',
    'drop',
    'others',
    'nobody',
  ]);
});
