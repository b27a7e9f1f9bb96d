// Writes the backend's sample directory: eighteen regional programmes and a national one that don't exist. Keys are made
// when the backend starts; statuses are here beside the entries that they belong to.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { CENTRES, centreOf } from './regions.mjs';
import { FACETS, HOURS, NATIONAL } from './sample-facets.mjs';

const TARGET = new URL('../../backend/src/main/resources/sample/programmes.json', import.meta.url);
const NATIONAL_SEAT = 'GM0344';
const NO_CONDITIONS = {
  addiction: 'no-matter',
  womenOnly: false,
  residenceNeeded: false,
  languageNeeded: false,
  mustHaveStopped: false,
  livesOrWorksInRegion: false,
};
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';

const table = JSON.parse(readFileSync(new URL('municipalities.json', import.meta.url), 'utf8'));
const byCode = new Map(table.municipalities.map((row) => [row.code, row]));

// The same name always gives the same identifier, so that a demonstration can be described.
function sampleId(name) {
  const value = BigInt(`0x${createHash('sha256').update(`sample programme ${name}`).digest('hex').slice(0, 32)}`);
  let digits = '';
  for (let rest = value, i = 0; i < 26; i += 1, rest /= 32n) digits = SYMBOLS[Number(rest % 32n)] + digits;
  return `prg_${digits}${SYMBOLS[Number(value % 37n)]}`;
}

function programme(name, seat, coverage, facets, national) {
  return {
    id: sampleId(name),
    name: `Voorbeeld ${name} (test)`,
    sample: true,
    state: 'active',
    national,
    seat,
    coverage,
    conditions: { ...NO_CONDITIONS, ...facets.conditions },
    languages: facets.languages,
    promisedMinutes: facets.promisedMinutes,
    summary: { nl: facets.nl, en: facets.en },
    verifiedAt: null,
    source: null,
    status: {
      openingHours: HOURS[facets.hours],
      capacity: facets.capacity,
      weeksWaiting: facets.weeksWaiting,
      tokensPerConversation: 1,
      cardsOnly: false,
    },
  };
}

const coverage = Object.fromEntries(Object.keys(CENTRES).map((name) => [name, []]));
for (const municipality of table.municipalities) {
  coverage[centreOf(municipality, byCode)].push(municipality.code);
}
const programmes = Object.entries(CENTRES).map(([name, seat]) =>
  programme(name, seat, coverage[name].toSorted(), FACETS[name], false),
);
programmes.push(programme('Nederland', NATIONAL_SEAT, [], NATIONAL, true));

mkdirSync(new URL('.', TARGET), { recursive: true });
const rows = programmes.map((entry) => JSON.stringify(entry)).join(',\n');
writeFileSync(TARGET, `{"version":1,"programmes":[\n${rows}\n]}\n`);
console.log(programmes.map(({ name, coverage: codes }) => `${name} ${codes.length}`).join(', '));
