// What the two packages don't say, or say in English. Each line is a fact that anybody can look up.

/** GeoNames writes "Gemeente …" and leaves out the suffix by which CBS tells namesakes apart. */
export const OFFICIAL_NAMES = {
  GM0373: 'Bergen (NH.)',
  GM0417: 'Laren (NH.)',
  GM0518: "'s-Gravenhage",
  GM0164: 'Hengelo (O.)',
  GM0687: 'Middelburg (Z.)',
  GM0603: 'Rijswijk (ZH.)',
  GM0888: 'Beek (L.)',
  GM0893: 'Bergen (L.)',
  GM0971: 'Stein (L.)',
  GM1900: 'Súdwest-Fryslân',
};

/** Places that are missing from the packages; coordinates to a hundred metres. */
export const MISSING_PLACES = [
  { name: 'Etten-Leur', code: 'GM0777', latitude: 51.571, longitude: 4.636, population: 44_000 },
  { name: 'Eemnes', code: 'GM0317', latitude: 52.254, longitude: 5.258, population: 9_400 },
];

/** Main places whose population the packages don't have, or have too low. */
export const MAIN_PLACES = {
  GM0668: 'Beneden-Leeuwen',
  GM0880: 'Wormer',
  GM0893: 'Nieuw-Bergen',
  GM1711: 'Echt',
  GM1982: 'Cuijk',
};

/** The name on the road sign, where the package has another one. */
export const DUTCH_PLACE_NAMES = { 'The Hague': 'Den Haag' };

/** Other names under which people look for a place, by municipality and place. */
export const ALTERNATE_NAMES = {
  'GM0518 Den Haag': ["'s-Gravenhage", 'The Hague', 'La Haya', 'Haga', 'Haia', 'Хага', 'Hága'],
  "GM0796 's-Hertogenbosch": ['Den Bosch'],
  'GM0080 Leeuwarden': ['Ljouwert'],
  'GM1900 Sneek': ['Snits'],
  'GM1900 Bolsward': ['Boalsert'],
  'GM0072 Harlingen': ['Harns'],
  'GM0074 Heerenveen': ['It Hearrenfean'],
  'GM0090 Drachten': ['Smallingerland'],
  'GM0718 Vlissingen': ['Flushing'],
  'GM0363 Amsterdam': ['Амстердам', 'อัมสเตอร์ดัม'],
  'GM0599 Rotterdam': ['Ротердам', 'รอตเตอร์ดาม'],
  'GM0344 Utrecht': ['Утрехт', 'อูเทรคต์'],
  'GM0772 Eindhoven': ['Айндховен'],
  'GM0014 Groningen': ['Grunn', 'Grins', 'Гронинген'],
};

/** Mergers: what GeoNames may still carry under the old code belongs to the new one. None is open today. */
export const MERGED_INTO = {};

/** Dates that differ from "always"; `until` is the first day on which the municipality is no more. */
export const CHANGES = {
  GM1696: { until: '2027-01-01', successor: 'GM0402', planned: true },
};

export const PROVINCES = {
  '01': 'Drenthe',
  '02': 'Fryslân',
  '03': 'Gelderland',
  '04': 'Groningen',
  '05': 'Limburg',
  '06': 'Noord-Brabant',
  '07': 'Noord-Holland',
  '09': 'Utrecht',
  10: 'Zeeland',
  11: 'Zuid-Holland',
  15: 'Overijssel',
  16: 'Flevoland',
};

export const MUNICIPALITY_COUNT = 342;
