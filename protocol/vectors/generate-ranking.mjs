// Writes ranking.json: cases thought out by hand and cases from a seeded generator, with results from the reference below.
// The reference knows nothing of either implementation: it follows the words of spec/ranking.md one by one, counts minutes
// one by one, and takes roots of big integers.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const table = JSON.parse(readFileSync(new URL('../geography/municipalities.json', import.meta.url), 'utf8'));
const municipalities = Object.fromEntries(table.municipalities.map((row) => [row.code, row]));
const vocabulary = JSON.parse(readFileSync(new URL('vocabulary.json', import.meta.url), 'utf8'));
const WEEK = 10_080;

// ---- the reference
function metresBetween(a, b) {
  const square = BigInt(a.x - b.x) ** 2n + BigInt(a.y - b.y) ** 2n;
  let low = 0n;
  let high = 1n << 32n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle * middle <= square) low = middle;
    else high = middle;
  }
  return Number(low);
}
const isOpen = (hours, minute) => hours.some(([from, to]) => minute % WEEK >= from && minute % WEEK < to);
const isClosed = (closedAhead, now, minute) => closedAhead.includes(Math.floor(minute / 1440) - Math.floor(now / 1440));
function dueAfter(hours, now, promised, closedAhead = []) {
  let minute = now;
  for (let counted = 0; counted < promised; minute += 1) {
    if ((hours.length === 0 || isOpen(hours, minute)) && !isClosed(closedAhead, now, minute)) counted += 1;
  }
  return minute - now;
}
function untilOpen(hours, now, closedAhead) {
  return dueAfter(hours, now, 1, closedAhead) - 1;
}
const daysAhead = (s, q) =>
  s && s.closedOn && q.today ? s.closedOn.map((day) => (Date.parse(day) - Date.parse(q.today)) / 86_400_000) : [];
function excludedBy(p, q) {
  const found = [];
  const every = (choices, test) => (choices ?? []).length > 0 && choices.filter((c) => !test(c)).length === 0;
  const a = p.conditions.addiction;
  if (a === 'under-control' && every(q.addiction, (c) => c === 'active')) found.push('addiction');
  if (a === 'treated-first' && every(q.addiction, (c) => c !== 'none')) found.push('addiction');
  if (a === 'own-field' && every(q.addiction, (c) => c === 'none')) found.push('addiction');
  if (p.conditions.residenceNeeded && every(q.residence, (c) => c === 'neither')) found.push('residence-needed');
  if (p.conditions.languageNeeded && every(q.languages, (c) => !p.languages.includes(c))) found.push('language-needed');
  if (p.conditions.mustHaveStopped && q.stillWorking === 'yes') found.push('must-have-stopped');
  if (p.conditions.livesOrWorksInRegion && q.municipality && !p.coverage.includes(q.municipality)) found.push('lives-or-works-in-region');
  if (p.conditions.womenOnly && every(q.gender, (c) => c === 'male')) found.push('women-only');
  return found;
}
function judge(p, s, q) {
  const reasons = [];
  const at = q.municipality && municipalities[q.municipality];
  const seat = municipalities[p.seat];
  const metres = at && seat ? metresBetween(seat, at) : null;
  let group = 'b';
  if (p.national) [group] = ['c', reasons.push({ code: 'national-fallback' })];
  else if (at && p.coverage.includes(q.municipality)) [group] = ['a', reasons.push({ code: 'covers-municipality' })];
  else if (metres !== null) reasons.push({ code: 'near', metres });
  const closed = daysAhead(s, q);
  let level;
  if (!s) [level] = ['4', reasons.push({ code: 'availability-unknown' })];
  else if (s.capacity === 'closed') [level] = ['5', reasons.push({ code: 'not-taking' })];
  else if (s.capacity === 'waiting-list') [level] = ['3', reasons.push({ code: 'waiting-list', weeks: s.weeksWaiting })];
  else if (s.openingHours.length === 0) [level] = ['2', reasons.push({ code: 'hours-unknown' })];
  else if (isOpen(s.openingHours, q.minuteOfWeek) && !closed.includes(0)) [level] = ['1', reasons.push({ code: 'open-now' })];
  else [level] = ['2', reasons.push({ code: 'opens-in', minutes: untilOpen(s.openingHours, q.minuteOfWeek, closed) })];
  const spoken = vocabulary.languages.filter((l) => (q.languages ?? []).includes(l) && p.languages.includes(l));
  if (spoken.length > 0) reasons.push({ code: 'speaks-language', languages: spoken });
  const tongue = (q.languages ?? []).length === 0 || spoken.length > 0 ? 'y' : 'z';
  // One text that sorts as the five criteria do.
  const key = [group, level, tongue, String(metres ?? 9_999_999_999).padStart(10, '0'), p.id].join(' ');
  const answersWithin = dueAfter(s ? s.openingHours : [], q.minuteOfWeek, p.promisedMinutes, closed);
  return { key, result: { programme: p.id, answersWithin, reasons } };
}
function reference(directory, q) {
  const judged = [];
  const excluded = [];
  for (const p of directory.programmes.filter(({ state }) => state === 'active')) {
    const conditions = p.national ? [] : excludedBy(p, q);
    if (conditions.length > 0) excluded.push({ programme: p.id, conditions });
    else judged.push(judge(p, directory.current[p.id], q));
  }
  const order = (text) => (a, b) => (text(a) < text(b) ? -1 : 1);
  return {
    programmes: judged.sort(order(({ key }) => key)).map(({ result }) => result),
    excluded: excluded.sort(order(({ programme }) => programme)),
  };
}

// ---- documents around the cases
const sha256 = (data) => createHash('sha256').update(data).digest();
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
const seed = sha256('opstap key for tests only: ranking');
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = base64url(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
function envelope(context, payload) {
  const signature = base64url(sign(null, Buffer.from(`${context}\0${canonical(payload)}`), privateKey));
  return canonical({ payload, signature });
}
function programmeId(name) {
  const value = BigInt(`0x${sha256(`prg ${name}`).toString('hex').slice(0, 32)}`);
  let digits = '';
  for (let rest = value, i = 0; i < 26; i += 1, rest /= 32n) digits = SYMBOLS[Number(rest % 32n)] + digits;
  return `prg_${digits}${SYMBOLS[Number(value % 37n)]}`;
}
const NONE = { addiction: 'no-matter', womenOnly: false, residenceNeeded: false, languageNeeded: false, mustHaveStopped: false, livesOrWorksInRegion: false };
function programme(name, seat, coverage, more = {}) {
  const { conditions, ...rest } = more;
  return {
    id: programmeId(name), name, sample: true, state: 'active', national: false, seat, coverage: [...coverage].sort(),
    conditions: { ...NONE, ...conditions }, languages: ['nl'], promisedMinutes: 480, publicKey,
    summary: { nl: name, en: name }, verifiedAt: null, source: null, ...rest,
  };
}
const NOW = '2026-11-21T12:00:00Z';
const status = (p, more = {}) => ({
  type: 'opstap-programme-status', version: 1, programme: p.id, number: 1, validUntil: '2026-12-01T00:00:00Z',
  openingHours: OFFICE, capacity: 'open', weeksWaiting: 0, revokedDevices: [], ...more,
});
const OFFICE = [0, 1, 2, 3, 4].map((day) => [day * 1440 + 540, day * 1440 + 1020]);
const ALWAYS = [[0, WEEK]];
function directory(name, programmes, statuses) {
  const release = {
    type: 'opstap-directory-release', version: 1, number: 1, previous: null, issuedOn: '2026-11-01',
    validUntil: '2027-01-01T00:00:00Z', sample: true, programmes, issuerKeyDigests: [], relays: [], gatewayKeyDigests: [],
  };
  const current = Object.fromEntries(statuses.filter((s) => s.validUntil > NOW).map((s) => [s.programme, s]));
  return {
    programmes,
    current,
    vector: {
      name,
      operator: publicKey,
      now: NOW,
      release: envelope('opstap directory release v1', release),
      statuses: statuses.map((s) => envelope('opstap programme status v1', s)),
    },
  };
}

// ---- by hand
const [HEERDE, APELDOORN, ZWOLLE, UTRECHT, AMSTERDAM, VAALS, HUIZEN] = ['GM0246', 'GM0200', 'GM0193', 'GM0344', 'GM0363', 'GM0981', 'GM0406'];
const national = programme('national', UTRECHT, [], { national: true, languages: ['nl', 'en'], promisedMinutes: 1440 });
const plain = [
  programme('apeldoorn', APELDOORN, [APELDOORN, HEERDE], { languages: ['nl', 'en'], promisedMinutes: 240 }),
  programme('zwolle', ZWOLLE, [ZWOLLE]),
  programme('utrecht', UTRECHT, [UTRECHT, HUIZEN], { languages: ['nl', 'es', 'pt-BR'] }),
  programme('amsterdam', AMSTERDAM, [AMSTERDAM], { languages: ['nl', 'en', 'ro', 'ar'] }),
  national,
];
const conditional = [
  ...['under-control', 'treated-first', 'own-field'].map((addiction) => programme(`addiction ${addiction}`, UTRECHT, [UTRECHT], { conditions: { addiction } })),
  programme('women', UTRECHT, [UTRECHT], { conditions: { womenOnly: true } }),
  programme('residence', UTRECHT, [UTRECHT], { conditions: { residenceNeeded: true } }),
  programme('language', UTRECHT, [UTRECHT], { conditions: { languageNeeded: true }, languages: ['nl', 'en'] }),
  programme('stopped', UTRECHT, [UTRECHT], { conditions: { mustHaveStopped: true } }),
  programme('region', UTRECHT, [UTRECHT], { conditions: { livesOrWorksInRegion: true } }),
  programme('all of it', UTRECHT, [UTRECHT], { conditions: { addiction: 'treated-first', womenOnly: true, residenceNeeded: true, languageNeeded: true, mustHaveStopped: true, livesOrWorksInRegion: true } }),
  programme('suspended', UTRECHT, [UTRECHT], { state: 'suspended' }),
  programme('suspended with conditions', UTRECHT, [UTRECHT], { state: 'suspended', conditions: { womenOnly: true } }),
  national,
];
const states = ['open', 'later', 'no hours', 'waiting', 'unknown', 'expired', 'closed'].map((name) => programme(`state ${name}`, UTRECHT, [UTRECHT]));
const twins = ['one', 'two', 'three', 'four'].map((name) => programme(`twin ${name}`, UTRECHT, [UTRECHT]));
const lostSeat = [programme('seat unknown', 'GM9999', ['GM9999', AMSTERDAM]), programme('far', VAALS, [VAALS]), national];
const directories = [
  directory('plain', plain, plain.map((p) => status(p))),
  directory('conditions', conditional, conditional.map((p) => status(p, { openingHours: ALWAYS }))),
  directory('states', [...states, national], [
    status(states[0], { openingHours: ALWAYS }),
    status(states[1], { openingHours: [[3000, 3060]] }),
    status(states[2], { openingHours: [] }),
    status(states[3], { capacity: 'waiting-list', weeksWaiting: 6, openingHours: ALWAYS }),
    status(states[5], { openingHours: ALWAYS, validUntil: '2026-11-21T12:00:00Z' }),
    status(states[6], { capacity: 'closed', openingHours: ALWAYS }),
  ]),
  directory('twins', [...twins, national], [...twins, national].map((p) => status(p))),
  directory('unknown seat', lostSeat, lostSeat.map((p) => status(p))),
  directory('only the national one', [national], []),
];
const cases = [];
const add = (name, index, request) => cases.push({ name, directory: index, request, expect: reference(directories[index], request) });
const at = (municipality, minuteOfWeek = 600, more = {}) => ({ municipality, minuteOfWeek, ...more });

add('nothing said', 0, { minuteOfWeek: 600 });
add('nothing said, in empty lists', 0, { gender: [], addiction: [], residence: [], languages: [], minuteOfWeek: 600 });
add('Heerde is Apeldoorn’s though Zwolle is nearer', 0, at(HEERDE));
add('Zwolle', 0, at(ZWOLLE));
add('Huizen is Utrecht’s', 0, at(HUIZEN));
add('Vaals is far from everybody', 0, at(VAALS));
add('office hours: the first minute', 0, at(HEERDE, 540));
add('office hours: the minute before', 0, at(HEERDE, 539));
add('office hours: the last minute', 0, at(HEERDE, 1019));
add('office hours: the minute after', 0, at(HEERDE, 1020));
add('Friday after hours', 0, at(HEERDE, 4 * 1440 + 1020));
add('Saturday', 0, at(HEERDE, 5 * 1440 + 700));
add('the last minute of the week', 0, at(HEERDE, 10_079));
add('the first minute of the week', 0, at(HEERDE, 0));
for (const language of vocabulary.languages) add(`speaks ${language}`, 0, at(HEERDE, 600, { languages: [language] }));
add('speaks several', 0, at(HEERDE, 600, { languages: ['ro', 'es', 'pt-BR'] }));
add('languages out of order', 0, at(AMSTERDAM, 600, { languages: ['ro', 'en', 'nl'] }));
add('a language twice', 0, at(AMSTERDAM, 600, { languages: ['ro', 'ro'] }));
for (const choices of [['none'], ['under-control'], ['active'], ['none', 'active'], ['active', 'under-control'], ['none', 'under-control', 'active']]) {
  add(`addiction ${choices.join(' or ')}`, 1, at(UTRECHT, 600, { addiction: choices }));
}
for (const choices of [['female'], ['male'], ['transgender'], ['other'], ['male', 'transgender'], ['female', 'male']]) {
  add(`gender ${choices.join(' or ')}`, 1, at(UTRECHT, 600, { gender: choices }));
}
for (const choices of [['live-and-work'], ['self-employed-only'], ['neither'], ['victim-permit'], ['neither', 'victim-permit']]) {
  add(`residence ${choices.join(' or ')}`, 1, at(UTRECHT, 600, { residence: choices }));
}
for (const choices of [['nl'], ['th'], ['en', 'th'], ['hu', 'bg']]) add(`needs ${choices.join(' or ')}`, 1, at(UTRECHT, 600, { languages: choices }));
add('still working', 1, at(UTRECHT, 600, { stillWorking: 'yes' }));
add('stopped working', 1, at(UTRECHT, 600, { stillWorking: 'no' }));
add('nothing said about conditions', 1, { minuteOfWeek: 0 });
add('elsewhere', 1, at(VAALS));
add('no municipality, so no region asked', 1, { minuteOfWeek: 600, gender: ['male'] });
add('everything against', 1, at(VAALS, 600, { gender: ['male'], addiction: ['active'], residence: ['neither'], languages: ['th'], stillWorking: 'yes' }));
for (const minute of [0, 2999, 3000, 3059, 3060, 10_079]) add(`every state at ${minute}`, 2, at(UTRECHT, minute));
add('every state from elsewhere', 2, at(VAALS, 3000));
add('every state, nothing said', 2, { minuteOfWeek: 3000 });
add('equal in all but the identifier', 3, at(UTRECHT));
add('equal and nothing said', 3, { minuteOfWeek: 600 });
add('an office that the table doesn’t have', 4, at(UTRECHT));
add('an office that the table doesn’t have covers', 4, at(AMSTERDAM));
add('only the national one', 5, at(AMSTERDAM));
add('only the national one, everything against', 5, { minuteOfWeek: 1, gender: ['male'], addiction: ['active'], residence: ['neither'], languages: ['th'], stillWorking: 'yes' });

// ---- by chance
let counter = 0;
const random = (limit) => {
  counter += 1;
  return sha256(`ranking ${counter}`).readUInt32BE(0) % limit;
};
const pick = (list) => list[random(list.length)];
const some = (list) => list.filter(() => random(3) === 0);
const codes = Object.keys(municipalities);
function randomHours() {
  const ends = new Set(Array.from({ length: 2 * random(6) }, () => random(WEEK + 1)));
  const sorted = [...ends].sort((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => [sorted[2 * i], sorted[2 * i + 1]]);
}
for (let d = 0; d < 6; d += 1) {
  const programmes = Array.from({ length: 8 }, (_, i) => programme(`random ${d} ${i}`, pick(codes), new Set([0, 1, 2, 3].map(() => pick(codes))), {
    state: random(8) === 0 ? 'suspended' : 'active',
    languages: ['nl', ...some(vocabulary.languages.slice(1))],
    promisedMinutes: 1 + random(3000),
    conditions: {
      addiction: pick(vocabulary['addiction-conditions']), womenOnly: random(3) === 0, residenceNeeded: random(3) === 0,
      languageNeeded: random(3) === 0, mustHaveStopped: random(3) === 0, livesOrWorksInRegion: random(3) === 0,
    },
  }));
  programmes.splice(random(8), 0, programme(`random ${d} national`, pick(codes), [], { national: true, promisedMinutes: 600 }));
  const statuses = programmes.filter(() => random(5) > 0).map((p) => status(p, {
    openingHours: randomHours(), capacity: pick(['open', 'open', 'open', 'waiting-list', 'closed']), weeksWaiting: random(30),
    validUntil: random(8) === 0 ? '2026-11-20T00:00:00Z' : '2026-12-01T00:00:00Z',
  }));
  directories.push(directory(`random ${d}`, programmes, statuses));
  const covered = programmes.flatMap(({ coverage }) => coverage);
  for (let i = 0; i < 30; i += 1) {
    const request = { minuteOfWeek: random(WEEK) };
    if (random(5) > 0) request.municipality = random(2) === 0 ? pick(covered) : pick(codes);
    if (random(2) === 0) request.gender = some(vocabulary.genders);
    if (random(2) === 0) request.addiction = some(vocabulary.addictions);
    if (random(2) === 0) request.residence = some(vocabulary.residences);
    if (random(2) === 0) request.languages = some(vocabulary.languages);
    if (random(3) === 0) request.stillWorking = pick(vocabulary['still-working']);
    add(`random ${d} ${i}`, directories.length - 1, request);
  }
}

// ---- closed days: 2026-12-24 is a Thursday
const closing = programme('closing', UTRECHT, [UTRECHT], { promisedMinutes: 480 });
const unsaid = programme('closing without hours', UTRECHT, [UTRECHT], { promisedMinutes: 600 });
directories.push(directory('closed days', [closing, unsaid, programme('closing national', UTRECHT, [], { national: true })], [
  status(closing, { closedOn: ['2026-12-01', '2026-12-25', '2026-12-28', '2027-01-01'] }),
  status(unsaid, { openingHours: [], closedOn: ['2026-12-25', '2026-12-26'] }),
]));
for (const [today, weekday] of [['2026-11-30', 0], ['2026-12-24', 3], ['2026-12-25', 4], ['2026-12-26', 5], ['2026-12-28', 0], ['2026-12-31', 3], ['2027-01-01', 4], ['2027-01-04', 0]]) {
  for (const minute of [0, 539, 540, 1019, 1020, 1439]) add(`closed days, ${today} at ${minute}`, directories.length - 1, at(UTRECHT, weekday * 1440 + minute, { today }));
}
add('closed days, and no day was said', directories.length - 1, at(UTRECHT, 4 * 1440 + 600));

// ---- what is no request, promises, distances, clocks
const refused = [
  ['no minute', {}],
  ['minute 10080', { minuteOfWeek: 10_080 }],
  ['minute -1', { minuteOfWeek: -1 }],
  ['minute with a fraction', { minuteOfWeek: 0.5 }],
  ['minute as text', { minuteOfWeek: '0' }],
  ['minute is null', { minuteOfWeek: null }],
  ['unknown municipality', { minuteOfWeek: 0, municipality: 'GM9998' }],
  ['municipality in lower case', { minuteOfWeek: 0, municipality: 'gm0200' }],
  ['municipality by name', { minuteOfWeek: 0, municipality: 'Heerde' }],
  ['municipality by number', { minuteOfWeek: 0, municipality: 246 }],
  ['municipality is null', { minuteOfWeek: 0, municipality: null }],
  ['municipality with a space', { minuteOfWeek: 0, municipality: 'GM0200 ' }],
  ['unknown gender', { minuteOfWeek: 0, gender: ['woman'] }],
  ['gender that is no list', { minuteOfWeek: 0, gender: 'female' }],
  ['gender is null', { minuteOfWeek: 0, gender: null }],
  ['unknown addiction', { minuteOfWeek: 0, addiction: ['no-matter'] }],
  ['unknown residence', { minuteOfWeek: 0, residence: ['none'] }],
  ['unknown language', { minuteOfWeek: 0, languages: ['ar'] }],
  ['language in another case', { minuteOfWeek: 0, languages: ['pt-br'] }],
  ['one language of two unknown', { minuteOfWeek: 0, languages: ['nl', 'dutch'] }],
  ['language as a number', { minuteOfWeek: 0, languages: [1] }],
  ['unknown answer about working', { minuteOfWeek: 0, stillWorking: 'sometimes' }],
  ['working as a truth value', { minuteOfWeek: 0, stillWorking: true }],
  ['working as a list', { minuteOfWeek: 0, stillWorking: ['yes'] }],
  ['a day that is another one than the minute’s', { minuteOfWeek: 1440, today: '2026-11-23' }],
  ['a day that is none', { minuteOfWeek: 0, today: '2026-11-31' }],
  ['a moment as the day', { minuteOfWeek: 0, today: '2026-11-23T00:00:00Z' }],
  ['the day is null', { minuteOfWeek: 0, today: null }],
  ['unknown member', { minuteOfWeek: 0, name: 'x' }],
  ['member in another case', { minuteOfWeek: 0, Gender: ['female'] }],
  ['an array', []],
  ['null', null],
  ['a text', 'GM0200'],
].map(([name, request]) => ({ name, request }));

const answerTimes = [];
const due = (hours, minuteOfWeek, promisedMinutes) => answerTimes.push({ hours, minuteOfWeek, promisedMinutes, expect: dueAfter(hours, minuteOfWeek, promisedMinutes) });
for (const minute of [0, 500, 539, 540, 541, 960, 1019, 1020, 6779, 6780, 10_079]) for (const promised of [1, 60, 480, 481, 2400, 2401, 40_320]) due(OFFICE, minute, promised);
for (const [minute, promised] of [[0, 1], [0, 40_320], [10_079, 1], [10_079, 2], [5000, 10_080], [5000, 10_081]]) {
  due([], minute, promised);
  due(ALWAYS, minute, promised);
  due([[0, 1]], minute, Math.min(promised, 50));
  due([[10_079, 10_080]], minute, Math.min(promised, 50));
  due([[0, 60], [10_020, 10_080]], minute, Math.min(promised, 500));
  due([[4990, 5010], [5010, 5011]], minute, Math.min(promised, 500));
}
for (let i = 0; i < 60; i += 1) due(randomHours(), random(WEEK), 1 + random(4000));
const dueBeside = (hours, closedAhead, minuteOfWeek, promisedMinutes) =>
  answerTimes.push({ hours, closedAhead, minuteOfWeek, promisedMinutes, expect: dueAfter(hours, minuteOfWeek, promisedMinutes, closedAhead) });
for (const closedAhead of [[0], [1], [0, 1, 2, 3, 4, 5, 6, 7], [4, 7], [5, 6], Array.from({ length: 60 }, (_, i) => i)]) {
  for (const minute of [0, 600, 1020, 7 * 1440 - 1]) for (const promised of [1, 480, 2401]) dueBeside(OFFICE, closedAhead, minute, promised);
  for (const promised of [1, 1440, 1441]) dueBeside([], closedAhead, 700, promised);
  dueBeside([[0, 1]], closedAhead, 1, 9);
}
for (let i = 0; i < 60; i += 1) {
  const closedAhead = [...new Set(Array.from({ length: random(20) }, () => random(40)))].sort((a, b) => a - b);
  dueBeside(randomHours(), closedAhead, random(WEEK), 1 + random(4000));
}

const pairs = [[HEERDE, ZWOLLE], [HEERDE, APELDOORN], [VAALS, 'GM0448'], ['GM0654', 'GM0014'], [UTRECHT, UTRECHT], ['GM1696', 'GM0402'], ...Array.from({ length: 40 }, () => [pick(codes), pick(codes)])];
const distances = pairs.map(([from, to]) => ({ from, to, metres: metresBetween(municipalities[from], municipalities[to]) }));
const clocks = [
  ['2026-11-22T22:59:59Z', 10_079], ['2026-11-22T23:00:00Z', 0], ['2026-11-23T08:00:00Z', 540], ['2026-07-20T07:00:00Z', 540],
  ['2026-03-29T00:59:00Z', 6 * 1440 + 119], ['2026-03-29T01:00:00Z', 6 * 1440 + 180],
  ['2026-10-25T00:30:00Z', 6 * 1440 + 150], ['2026-10-25T01:30:00Z', 6 * 1440 + 150],
].map(([moment, minuteOfWeek]) => ({ moment, minuteOfWeek }));

const rows = (entries) => entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
const parts = { directories: directories.map(({ vector }) => vector), cases, refused, answerTimes, distances, clocks };
const body = Object.entries(parts).map(([name, entries]) => `  "${name}": [\n${rows(entries)}\n  ]`).join(',\n');
writeFileSync(new URL('ranking.json', import.meta.url), `{\n${body}\n}\n`);
console.log(Object.entries(parts).map(([name, entries]) => `${entries.length} ${name}`).join(', '));
