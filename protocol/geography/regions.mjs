// Which sample programme works for which municipality. A guess by distance, within limits that anybody can read off a map:
// it is for trying the product out, and says nothing about who helps whom in truth.

/** The eighteen centres, by the code of their municipality. */
export const CENTRES = {
  Alkmaar: 'GM0361',
  Almere: 'GM0034',
  Amsterdam: 'GM0363',
  Apeldoorn: 'GM0200',
  Arnhem: 'GM0202',
  Breda: 'GM0758',
  "'s-Hertogenbosch": 'GM0796',
  Eindhoven: 'GM0772',
  Enschede: 'GM0153',
  "'s-Gravenhage": 'GM0518',
  Groningen: 'GM0014',
  Haarlem: 'GM0392',
  Leeuwarden: 'GM0080',
  Maastricht: 'GM0935',
  Nijmegen: 'GM0268',
  Rotterdam: 'GM0599',
  Utrecht: 'GM0344',
  Zwolle: 'GM0193',
};

/** A municipality goes to the nearest of its province's centres. */
const CENTRES_OF_PROVINCE = {
  Drenthe: ['Groningen', 'Zwolle'],
  Flevoland: ['Almere'],
  Fryslân: ['Leeuwarden'],
  Gelderland: ['Apeldoorn', 'Arnhem', 'Nijmegen'],
  Groningen: ['Groningen'],
  Limburg: ['Maastricht'],
  'Noord-Brabant': ['Breda', "'s-Hertogenbosch", 'Eindhoven'],
  'Noord-Holland': ['Alkmaar', 'Amsterdam', 'Haarlem'],
  Overijssel: ['Enschede', 'Zwolle'],
  Utrecht: ['Utrecht'],
  Zeeland: ['Breda'],
  'Zuid-Holland': ["'s-Gravenhage", 'Rotterdam'],
};

// Regions that work together against the map: the Achterhoek and the Veluwe, the Gooi, the Noordoostpolder, the middle of
// Brabant.
const EXCEPTIONS = {
  Apeldoorn: [
    'Aalten', 'Berkelland', 'Bronckhorst', 'Doetinchem', 'Elburg', 'Harderwijk', 'Hattem', 'Heerde',
    'Montferland', 'Oldebroek', 'Oost Gelre', 'Oude IJsselstreek', 'Winterswijk',
  ],
  Breda: ['Hilvarenbeek', 'Loon op Zand', 'Oisterwijk', 'Tilburg', 'Waalwijk'],
  Utrecht: ['Blaricum', 'Gooise Meren', 'Hilversum', 'Huizen', 'Laren (NH.)', 'Wijdemeren'],
  Zwolle: ['Noordoostpolder', 'Urk'],
};

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** The centre whose sample programme covers a municipality. */
export function centreOf(municipality, byCode) {
  const exception = Object.keys(EXCEPTIONS).find((centre) => EXCEPTIONS[centre].includes(municipality.name));
  if (exception !== undefined) return exception;
  const centres = CENTRES_OF_PROVINCE[municipality.province];
  const metres = (centre) => distance(municipality, byCode.get(CENTRES[centre]));
  return centres.toSorted((a, b) => metres(a) - metres(b))[0];
}
