// Writes directory.json. Signs with Node's own Ed25519 and a canonicaliser of ten lines, so that it shares no code with
// either implementation. The keys come from words that anybody can read here: for tests only, never for anything else.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const sha256 = (data) => createHash('sha256').update(data).digest();
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const clone = (value) => structuredClone(value);

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function testKey(name) {
  const seed = sha256(`opstap key for tests only: ${name}`);
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { seed, privateKey, publicKey: base64url(publicKey) };
}

function id(brand, name) {
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
  const value = BigInt(`0x${sha256(`${brand} ${name}`).toString('hex').slice(0, 32)}`);
  let digits = '';
  for (let rest = value, i = 0; i < 26; i += 1, rest /= 32n) digits = symbols[Number(rest % 32n)] + digits;
  return `${brand}_${digits}${symbols[Number(value % 37n)]}`;
}

const CONTEXTS = {
  release: 'opstap directory release v1',
  status: 'opstap programme status v1',
  credential: 'opstap device credential v1',
  proposal: 'opstap programme proposal v1',
  'social-map': 'opstap social map v1',
  'page-list': 'opstap page list v1',
};
const TYPES = {
  release: 'opstap-directory-release',
  status: 'opstap-programme-status',
  credential: 'opstap-device-credential',
  proposal: 'opstap-programme-proposal',
  'social-map': 'opstap-social-map',
  'page-list': 'opstap-page-list',
};

const keys = {};
for (const name of ['operator', 'next operator', 'stranger', 'east', 'west', 'national', 'device', 'other device']) {
  keys[name] = testKey(name);
}
const EAST = id('prg', 'east');
const WEST = id('prg', 'west');
const NATIONAL = id('prg', 'national');

const open = {
  addiction: 'no-matter',
  womenOnly: false,
  residenceNeeded: false,
  languageNeeded: false,
  mustHaveStopped: false,
  livesOrWorksInRegion: false,
};
const programme = (programmeId, key, more) => ({
  id: programmeId,
  name: `Voorbeeld ${key} (test)`,
  sample: true,
  state: 'active',
  national: false,
  seat: 'GM0200',
  coverage: ['GM0200', 'GM0246'],
  conditions: open,
  languages: ['nl', 'en', 'ar'],
  promisedMinutes: 240,
  publicKey: keys[key].publicKey,
  summary: { nl: 'Een test; niemand leest dit. “ë” 😀', en: 'A test; nobody reads this.' },
  verifiedAt: null,
  source: null,
  ...more,
});
const release1 = {
  type: TYPES.release,
  version: 1,
  number: 1,
  previous: null,
  issuedOn: '2026-11-01',
  validUntil: '2026-12-01T00:00:00Z',
  sample: true,
  programmes: [
    programme(EAST, 'east', { verifiedAt: '2026-10-31', source: 'https://example.org/ \u2028 "quoted" \\ \u0007' }),
    programme(WEST, 'west', {
      seat: 'GM0344',
      coverage: ['GM0344', 'GM0406'],
      conditions: { ...open, addiction: 'under-control', womenOnly: true },
      state: 'suspended',
    }),
    programme(NATIONAL, 'national', { national: true, seat: 'GM0363', coverage: [] }),
  ],
  issuerKeyDigests: [base64url(sha256('issuer'))],
  relays: ['https://relay.example:8443', 'https://relay.example.org'],
  gatewayKeyDigests: [base64url(sha256('gateway'))],
};
const next = (before, more = {}) => ({
  ...before,
  number: before.number + 1,
  previous: base64url(sha256(canonical(before))),
  validUntil: '2026-12-15T00:00:00Z',
  ...more,
});
const status1 = {
  type: TYPES.status,
  version: 1,
  programme: EAST,
  number: 1,
  validUntil: '2026-11-28T12:00:00Z',
  openingHours: [[0, 60], [540, 1020], [1020, 1080], [10020, 10080]],
  closedOn: ['2026-12-25', '2026-12-26', '2028-02-29'],
  capacity: 'waiting-list',
  weeksWaiting: 3,
  tokensPerConversation: 4,
  cardsOnly: false,
  revokedDevices: [id('dev', 'lost')],
};
const credential1 = {
  type: TYPES.credential,
  version: 1,
  programme: EAST,
  worker: id('wrk', 'anna'),
  device: id('dev', 'anna'),
  signatureKey: keys.device.publicKey,
  notBefore: '2026-11-01T00:00:00Z',
  notAfter: '2026-12-31T00:00:00Z',
};
const proposal1 = {
  type: TYPES.proposal,
  version: 1,
  programme: EAST,
  number: 1,
  basedOn: 7,
  coverage: ['GM0200', 'GM0232', 'GM0246'],
  conditions: { ...open, residenceNeeded: true },
  languages: ['nl', 'pt-BR'],
  promisedMinutes: 480,
  summary: { nl: 'Een test; niemand leest dit. “ë” 😀', en: 'A test; nobody reads this.' },
};
const map1 = {
  type: TYPES['social-map'],
  version: 1,
  programme: EAST,
  number: 1,
  partners: [
    {
      kind: 'debt-help',
      name: 'Voorbeeld Geldzaken “ë” 😀',
      municipalities: ['GM0200', 'GM0246'],
      contact: '055 555 0100\nhttps://example.org/geld',
      weeksWaiting: 3,
      checkedOn: '2026-11-01',
    },
    { kind: 'safety', name: 'Voorbeeld Opvang', municipalities: [], contact: 'x', weeksWaiting: null, checkedOn: '2028-02-29' },
  ],
};
const pages1 = {
  type: TYPES['page-list'],
  version: 1,
  number: 1,
  issuedOn: '2026-11-01',
  sample: false,
  files: [
    { path: '/', digest: base64url(sha256('phone')), offline: true },
    { path: '/assets/icon-192-Ab_c9-.png', digest: base64url(sha256('icon')), offline: false },
    { path: '/assets/part-x.js', digest: base64url(sha256('part')), offline: true },
    { path: '/team', digest: base64url(sha256('team')), offline: false },
    { path: '/worker.js', digest: base64url(sha256('worker')), offline: false },
  ],
};
const SIGNER = { release: 'operator', status: 'east', credential: 'east', proposal: 'east', 'social-map': 'east', 'page-list': 'operator' };

function signature(format, payload, key, context = CONTEXTS[format]) {
  return base64url(sign(null, Buffer.from(`${context}\0${canonical(payload)}`), keys[key].privateKey));
}
function envelope(format, payload, { key = SIGNER[format], context } = {}) {
  return canonical({ payload, signature: signature(format, payload, key, context) });
}

// ---- documents: does it parse, and does it verify?
const documents = [];
const envelopes = {};
function valid(name, format, payload, options = {}) {
  envelopes[name] = envelope(format, payload, options);
  documents.push({
    name,
    format,
    utf8: envelopes[name],
    expect: 'valid',
    key: keys[SIGNER[format]].publicKey,
    digest: base64url(sha256(canonical(payload))),
    ...(options.resign === false ? {} : { seed: base64url(keys[SIGNER[format]].seed) }),
  });
}
const unsigned = (name, format, text) => {
  envelopes[name] = text;
  documents.push({ name, format, utf8: text, expect: 'bad-signature', key: keys[SIGNER[format]].publicKey });
};
const malformed = (name, format, text) => {
  envelopes[name] = text;
  documents.push({ name, format, utf8: text, expect: 'malformed' });
};
const malformedBytes = (name, format, bytes) =>
  documents.push({ name, format, hex: Buffer.from(bytes).toString('hex'), expect: 'malformed' });

// Statuses from before there was a price, or there were holidays, don't have these; a proposal needn't say all (DIR-25, DIR-28, DIR-29).
const OPTIONAL = ['tokensPerConversation', 'cardsOnly', 'closedOn', 'coverage', 'conditions', 'languages', 'promisedMinutes', 'summary'];
const bases = { release: release1, status: status1, credential: credential1, proposal: proposal1, 'social-map': map1, 'page-list': pages1 };
for (const [format, payload] of Object.entries(bases)) {
  valid(`${format}`, format, payload);
  valid(`${format} with members of the future`, format, { ...payload, zz: { 'ключ': [1, null, '\u{1F600}'] }, aa: -7 }, { resign: false });
  unsigned(`${format} signed by a stranger`, format, envelope(format, payload, { key: 'stranger' }));
  for (const other of Object.keys(bases)) {
    if (other !== format) unsigned(`${format} in the context of ${other}`, format, envelope(format, payload, { context: CONTEXTS[other] }));
  }
  unsigned(`${format} without a context`, format, canonical({ payload, signature: base64url(sign(null, Buffer.from(canonical(payload)), keys[SIGNER[format]].privateKey)) }));
  unsigned(`${format} with a signature of zeroes`, format, canonical({ payload, signature: base64url(Buffer.alloc(64)) }));
  const good = envelope(format, payload);
  const flipped = Buffer.from(JSON.parse(good).signature, 'base64url');
  flipped[5] ^= 1;
  unsigned(`${format} with a flipped bit in the signature`, format, canonical({ payload, signature: base64url(flipped) }));

  const sig = JSON.parse(good).signature;
  malformed(`${format}: trailing line feed`, format, `${good}\n`);
  malformed(`${format}: leading space`, format, ` ${good}`);
  malformed(`${format}: trailing value`, format, `${good}{}`);
  malformed(`${format}: pretty printed`, format, JSON.stringify(JSON.parse(good), null, 2));
  malformed(`${format}: members out of order`, format, `{"signature":"${sig}","payload":${canonical(payload)}}`);
  malformed(`${format}: payload twice`, format, `{"payload":${canonical(payload)},"payload":${canonical(payload)},"signature":"${sig}"}`);
  malformed(`${format}: version twice`, format, good.replace('"version":1', '"version":1,"version":1'));
  malformed(`${format}: escape that isn't needed`, format, good.replace('"version"', '"versi\\u006fn"'));
  malformed(`${format}: escaped slash`, format, good.replace('"type":"', '"type":"\\/'));
  malformed(`${format}: number with a fraction of zero`, format, good.replace('"version":1', '"version":1.0'));
  malformed(`${format}: number with an exponent`, format, good.replace('"version":1', '"version":1e0'));
  malformed(`${format}: minus zero`, format, envelope(format, payload).replace('"version":1', '"aaa":-0,"version":1'));
  malformed(`${format}: fraction in an unknown member`, format, envelope(format, { ...payload, aa: 0.5 }));
  malformed(`${format}: number beyond 2^53`, format, envelope(format, { ...payload, aa: 2 ** 53 }));
  malformed(`${format}: huge number`, format, good.replace('"version":1', '"version":1e400'));
  malformed(`${format}: lone surrogate`, format, envelope(format, { ...payload, aa: '\ud800' }));
  malformed(`${format}: lone surrogate as a name`, format, envelope(format, { ...payload, '\udc00': 1 }));
  malformed(`${format}: too deep`, format, envelope(format, { ...payload, aa: JSON.parse('['.repeat(15) + ']'.repeat(15)) }));
  valid(`${format} as deep as allowed`, format, { ...payload, aa: JSON.parse('['.repeat(14) + ']'.repeat(14)) }, { resign: false });
  malformed(`${format}: no signature`, format, canonical({ payload }));
  malformed(`${format}: no payload`, format, canonical({ signature: sig }));
  malformed(`${format}: third member`, format, canonical({ payload, signature: sig, extra: 1 }));
  malformed(`${format}: signature is null`, format, canonical({ payload, signature: null }));
  malformed(`${format}: signature too short`, format, canonical({ payload, signature: base64url(Buffer.alloc(63)) }));
  malformed(`${format}: signature too long`, format, canonical({ payload, signature: base64url(Buffer.alloc(65)) }));
  malformed(`${format}: signature with padding`, format, canonical({ payload, signature: `${sig}==` }));
  malformed(`${format}: signature in hexadecimal`, format, canonical({ payload, signature: Buffer.from(sig, 'base64url').toString('hex') }));
  malformed(`${format}: unused bits of the signature`, format, canonical({ payload, signature: `${sig.slice(0, -1)}${sig.endsWith('Q') ? 'R' : sig.endsWith('g') ? 'h' : sig.endsWith('w') ? 'x' : 'B'}` }));
  malformed(`${format}: payload is an array`, format, canonical({ payload: [payload], signature: sig }));
  malformed(`${format}: an array`, format, '[]');
  malformed(`${format}: null`, format, 'null');
  malformed(`${format}: empty`, format, '');
  malformedBytes(`${format}: byte order mark`, format, Buffer.concat([Buffer.from('efbbbf', 'hex'), Buffer.from(good)]));
  malformedBytes(`${format}: not UTF-8`, format, Buffer.concat([Buffer.from(good).subarray(0, -2), Buffer.from('ff227d', 'hex')]));
  malformedBytes(`${format}: UTF-16`, format, Buffer.from(good, 'utf16le'));
  for (const member of Object.keys(payload)) {
    const { [member]: gone, ...rest } = payload;
    if (OPTIONAL.includes(member)) valid(`${format}: without ${member}`, format, rest, { resign: false });
    else malformed(`${format}: without ${member}`, format, envelope(format, rest));
    for (const wrong of [{}, [], true, 'x', -1]) {
      if (typeof wrong === typeof gone && Array.isArray(wrong) === Array.isArray(gone) && gone !== null && (Array.isArray(wrong) || typeof wrong === 'boolean')) continue;
      malformed(`${format}: ${member} is ${JSON.stringify(wrong)}`, format, envelope(format, { ...payload, [member]: wrong }));
    }
  }
  malformed(`${format}: version 2`, format, envelope(format, { ...payload, version: 2 }));
  for (const other of Object.values(TYPES)) {
    if (other !== payload.type) malformed(`${format}: type ${other}`, format, envelope(format, { ...payload, type: other }));
  }
}

// Rules of each format; the change is made on a copy, signed with the right key.
const broken = (format) => (name, change) => {
  const payload = clone(bases[format]);
  change(payload);
  malformed(`${format}: ${name}`, format, envelope(format, payload));
};
const inRelease = broken('release');
inRelease('number 0', (r) => { r.number = 0; });
inRelease('number 2^31', (r) => { r.number = 2 ** 31; r.previous = base64url(sha256('x')); });
inRelease('number 2 without previous', (r) => { r.number = 2; });
inRelease('number 1 with previous', (r) => { r.previous = base64url(sha256('x')); });
inRelease('previous of 31 bytes', (r) => { r.number = 2; r.previous = base64url(Buffer.alloc(31)); });
inRelease('issued on a day that is none', (r) => { r.issuedOn = '2026-02-29'; });
inRelease('issued at a moment', (r) => { r.issuedOn = '2026-11-01T00:00:00Z'; });
inRelease('issued on a short date', (r) => { r.issuedOn = '2026-1-1'; });
inRelease('valid until a day', (r) => { r.validUntil = '2026-12-01'; });
inRelease('valid until another zone', (r) => { r.validUntil = '2026-12-01T00:00:00+01:00'; });
inRelease('valid until with milliseconds', (r) => { r.validUntil = '2026-12-01T00:00:00.000Z'; });
inRelease('valid until hour 24', (r) => { r.validUntil = '2026-12-01T24:00:00Z'; });
inRelease('valid until a leap second', (r) => { r.validUntil = '2026-12-31T23:59:60Z'; });
inRelease('valid until lower case', (r) => { r.validUntil = '2026-12-01t00:00:00z'; });
inRelease('valid until a moment that is none', (r) => { r.validUntil = '2026-04-31T00:00:00Z'; });
inRelease('no programme', (r) => { r.programmes = []; });
inRelease('no national programme', (r) => { r.programmes.pop(); });
inRelease('two national programmes', (r) => { r.programmes.push({ ...r.programmes[2], id: id('prg', 'another') }); });
inRelease('the same programme twice', (r) => { r.programmes.push(r.programmes[0]); });
inRelease('sample programmes in a release that has none', (r) => { r.sample = false; });
inRelease('201 programmes', (r) => {
  for (let i = r.programmes.length; i < 201; i += 1) r.programmes.push({ ...r.programmes[0], id: id('prg', `many ${i}`) });
});
inRelease('33 issuer keys', (r) => { r.issuerKeyDigests = Array(33).fill(r.issuerKeyDigests[0]); });
inRelease('17 relays', (r) => { r.relays = Array(17).fill(r.relays[0]); });
inRelease('relay without encryption', (r) => { r.relays = ['http://relay.example']; });
inRelease('relay with a path', (r) => { r.relays = ['https://relay.example/x']; });
inRelease('relay with a line feed', (r) => { r.relays = ['https://relay.example\n']; });
inRelease('relay with a user', (r) => { r.relays = ['https://a@relay.example']; });
for (const host of ['localhost:8081', '127.0.0.1:65535']) {
  valid(`release with a relay on http://${host}`, 'release', { ...release1, relays: [`http://${host}`] });
}
for (const host of ['localhost', 'localhost:0', 'localhost:08080', '127.0.0.1', '127.0.0.2:8080', '127.0.0.1.example:8080', '[::1]:8080', 'relay.localhost:8080']) {
  inRelease(`relay on http://${host}`, (r) => { r.relays = [`http://${host}`]; });
}
for (const host of ['localhost:8080', '127.0.0.1:8080']) {
  inRelease(`relay on http://${host}, and no samples`, (r) => {
    r.relays = [`http://${host}`];
    r.sample = false;
    for (const each of r.programmes) each.sample = false;
  });
}
valid('release that announces a key', 'release', { ...release1, nextOperatorKey: keys['next operator'].publicKey });
inRelease('null for the next key', (r) => { r.nextOperatorKey = null; });
inRelease('a next key of 31 bytes', (r) => { r.nextOperatorKey = base64url(Buffer.alloc(31, 1)); });
inRelease('a next key that is no point', (r) => { r.nextOperatorKey = base64url(Buffer.from([2, ...Array(31).fill(0)])); });
inRelease('a next key of small order', (r) => { r.nextOperatorKey = base64url(Buffer.from([1, ...Array(31).fill(0)])); });
inRelease('gateway digest too short', (r) => { r.gatewayKeyDigests = [base64url(Buffer.alloc(16))]; });
const inProgramme = (name, change, index = 0) => inRelease(`programme with ${name}`, (r) => change(r.programmes[index]));
for (const member of Object.keys(release1.programmes[0])) inProgramme(`no ${member}`, (p) => { delete p[member]; });
for (const member of Object.keys(open)) {
  inProgramme(`no condition ${member}`, (p) => { delete p.conditions[member]; });
  inProgramme(`${member} as text`, (p) => { p.conditions[member] = 'true'; });
}
inProgramme('the identifier of a worker', (p) => { p.id = id('wrk', 'anna'); });
inProgramme('a wrong check symbol', (p) => { p.id = p.id.slice(0, -1) + (p.id.endsWith('0') ? '1' : '0'); });
inProgramme('an empty name', (p) => { p.name = ''; });
inProgramme('a name of 101 characters', (p) => { p.name = 'x'.repeat(101); });
inProgramme('an unknown state', (p) => { p.state = 'paused'; });
inProgramme('a seat in lower case', (p) => { p.seat = 'gm0200'; });
inProgramme('a seat of five digits', (p) => { p.seat = 'GM02000'; });
inProgramme('no coverage at all', (p) => { p.coverage = []; });
inProgramme('coverage out of order', (p) => { p.coverage = ['GM0246', 'GM0200']; });
inProgramme('coverage twice', (p) => { p.coverage = ['GM0200', 'GM0200']; });
inProgramme('coverage that is no code', (p) => { p.coverage = ['Heerde']; });
inProgramme('501 municipalities', (p) => { p.coverage = Array.from({ length: 501 }, (_, i) => `GM${String(i).padStart(4, '0')}`); });
inProgramme('an unknown addiction condition', (p) => { p.conditions.addiction = 'active'; });
inProgramme('no language', (p) => { p.languages = []; });
inProgramme('a language twice', (p) => { p.languages = ['nl', 'nl']; });
inProgramme('a language in upper case', (p) => { p.languages = ['NL']; });
inProgramme('a language by name', (p) => { p.languages = ['dutch']; });
inProgramme('a promise of no minutes', (p) => { p.promisedMinutes = 0; });
inProgramme('a promise of more than four weeks', (p) => { p.promisedMinutes = 40_321; });
inProgramme('a key of 31 bytes', (p) => { p.publicKey = base64url(Buffer.alloc(31, 1)); });
inProgramme('a key that is no point', (p) => { p.publicKey = base64url(Buffer.from([2, ...Array(31).fill(0)])); });
inProgramme('the identity as its key', (p) => { p.publicKey = base64url(Buffer.from([1, ...Array(31).fill(0)])); });
inProgramme('a key of order two', (p) => { p.publicKey = base64url(Buffer.from(`ec${'ff'.repeat(30)}7f`, 'hex')); });
inProgramme('a key that is not reduced', (p) => { p.publicKey = base64url(Buffer.from(`ee${'ff'.repeat(30)}7f`, 'hex')); });
inProgramme('no Dutch summary', (p) => { delete p.summary.nl; });
inProgramme('no English summary', (p) => { delete p.summary.en; });
inProgramme('a summary of 601 characters', (p) => { p.summary.en = 'x'.repeat(601); });
inProgramme('a verification without a day', (p) => { p.verifiedAt = ''; });
inProgramme('a source of 501 characters', (p) => { p.source = 'x'.repeat(501); });
inProgramme('coverage though national', (p) => { p.coverage = ['GM0200']; }, 2);
inProgramme('a condition though national', (p) => { p.conditions = { ...open, womenOnly: true }; }, 2);
inProgramme('an addiction condition though national', (p) => { p.conditions = { ...open, addiction: 'own-field' }; }, 2);
inProgramme('suspended though national', (p) => { p.state = 'suspended'; }, 2);

const inStatus = broken('status');
inStatus('number 0', (s) => { s.number = 0; });
inStatus('an interval of one end', (s) => { s.openingHours = [[0]]; });
inStatus('an interval of three ends', (s) => { s.openingHours = [[0, 1, 2]]; });
inStatus('an empty interval', (s) => { s.openingHours = [[5, 5]]; });
inStatus('an interval backwards', (s) => { s.openingHours = [[6, 5]]; });
inStatus('an interval out of the week', (s) => { s.openingHours = [[10_000, 10_081]]; });
inStatus('an interval before the week', (s) => { s.openingHours = [[-1, 5]]; });
inStatus('overlapping intervals', (s) => { s.openingHours = [[0, 10], [9, 20]]; });
inStatus('intervals out of order', (s) => { s.openingHours = [[20, 30], [0, 10]]; });
inStatus('201 intervals', (s) => { s.openingHours = Array.from({ length: 201 }, (_, i) => [2 * i, 2 * i + 1]); });
inStatus('unknown capacity', (s) => { s.capacity = 'full'; });
inStatus('521 weeks', (s) => { s.weeksWaiting = 521; });
inStatus('no token at all', (s) => { s.tokensPerConversation = 0; });
inStatus('11 tokens', (s) => { s.tokensPerConversation = 11; });
inStatus('a token and a half', (s) => { s.tokensPerConversation = 1.5; });
inStatus('tokens as text', (s) => { s.tokensPerConversation = '2'; });
inStatus('null tokens', (s) => { s.tokensPerConversation = null; });
inStatus('cards only as text', (s) => { s.cardsOnly = 'true'; });
inStatus('cards only as a number', (s) => { s.cardsOnly = 1; });
inStatus('null for cards only', (s) => { s.cardsOnly = null; });
valid('status that takes ten tokens', 'status', { ...status1, tokensPerConversation: 10 });
valid('status that takes cards only', 'status', { ...status1, tokensPerConversation: 1, cardsOnly: true });
valid('status without a closed day', 'status', { ...status1, closedOn: [] });
valid('status with sixty closed days', 'status', { ...status1, closedOn: Array.from({ length: 60 }, (_, i) => `2${String(i).padStart(3, '0')}-01-01`) });
inStatus('61 closed days', (s) => { s.closedOn = Array.from({ length: 61 }, (_, i) => `2${String(i).padStart(3, '0')}-01-01`); });
inStatus('closed days out of order', (s) => { s.closedOn = ['2026-12-26', '2026-12-25']; });
inStatus('a closed day twice', (s) => { s.closedOn = ['2026-12-25', '2026-12-25']; });
inStatus('closed on a day that is none', (s) => { s.closedOn = ['2027-02-29']; });
inStatus('closed at a moment', (s) => { s.closedOn = ['2026-12-25T00:00:00Z']; });
inStatus('closed on a short date', (s) => { s.closedOn = ['2026-12-5']; });
inStatus('closed on a number', (s) => { s.closedOn = [20261225]; });
inStatus('null for closed days', (s) => { s.closedOn = null; });
inStatus('a revoked worker', (s) => { s.revokedDevices = [id('wrk', 'anna')]; });
inStatus('1001 revoked devices', (s) => { s.revokedDevices = Array(1001).fill(id('dev', 'lost')); });
inStatus('longer than 64 KiB', (s) => { s.aa = 'x'.repeat(2 ** 16); });

const inCredential = broken('credential');
inCredential('no life at all', (c) => { c.notAfter = c.notBefore; });
inCredential('a life backwards', (c) => { c.notAfter = '2026-10-31T23:59:59Z'; });
inCredential('a key of small order', (c) => { c.signatureKey = base64url(Buffer.from([1, ...Array(31).fill(0)])); });
inCredential('a device as its worker', (c) => { c.worker = id('dev', 'anna'); });
inCredential('a worker as its device', (c) => { c.device = id('wrk', 'anna'); });
inCredential('longer than 4 KiB', (c) => { c.aa = 'x'.repeat(4096); });

const { type: proposalType, version: proposalVersion, programme: proposer, number: proposalNumber, basedOn, ...changes } = proposal1;
const bare = { type: proposalType, version: proposalVersion, programme: proposer, number: proposalNumber, basedOn };
for (const [member, value] of Object.entries(changes)) valid(`proposal of ${member} alone`, 'proposal', { ...bare, [member]: value });
malformed('proposal: nothing changes', 'proposal', envelope('proposal', bare));
const inProposal = broken('proposal');
for (const member of Object.keys(changes)) inProposal(`null for ${member}`, (p) => { p[member] = null; });
inProposal('number 0', (p) => { p.number = 0; });
inProposal('number 2^31', (p) => { p.number = 2 ** 31; });
inProposal('based on release 0', (p) => { p.basedOn = 0; });
inProposal('no coverage at all', (p) => { p.coverage = []; });
inProposal('coverage out of order', (p) => { p.coverage = ['GM0246', 'GM0200']; });
inProposal('coverage twice', (p) => { p.coverage = ['GM0200', 'GM0200']; });
inProposal('501 municipalities', (p) => { p.coverage = Array.from({ length: 501 }, (_, i) => `GM${String(i).padStart(4, '0')}`); });
inProposal('an unknown addiction condition', (p) => { p.conditions = { ...p.conditions, addiction: 'active' }; });
inProposal('a condition left out', (p) => { p.conditions = { addiction: 'no-matter' }; });
inProposal('a language twice', (p) => { p.languages = ['nl', 'nl']; });
inProposal('no language', (p) => { p.languages = []; });
inProposal('a promise of no minutes', (p) => { p.promisedMinutes = 0; });
inProposal('a promise of more than four weeks', (p) => { p.promisedMinutes = 40_321; });
inProposal('no English summary', (p) => { p.summary = { nl: 'x' }; });
inProposal('a summary of 601 characters', (p) => { p.summary = { nl: 'x', en: 'x'.repeat(601) }; });
inProposal('longer than 16 KiB', (p) => { p.aa = 'x'.repeat(2 ** 14); });
const inMap = broken('social-map');
inMap('number 0', (m) => { m.number = 0; });
inMap('number 2^31', (m) => { m.number = 2 ** 31; });
inMap('the same name twice', (m) => { m.partners[1].name = m.partners[0].name; });
inMap('101 partners', (m) => { m.partners = Array.from({ length: 101 }, (_, i) => ({ ...m.partners[1], name: `x${i}` })); });
inMap('longer than 48 KiB', (m) => { m.aa = 'x'.repeat(48 * 1024); });
for (const member of Object.keys(map1.partners[0])) {
  inMap(`a partner without ${member}`, (m) => { delete m.partners[0][member]; });
  for (const wrong of [{}, true, -1, '']) inMap(`${member} of a partner is ${JSON.stringify(wrong)}`, (m) => { m.partners[0][member] = wrong; });
  if (member !== 'weeksWaiting') inMap(`${member} of a partner is null`, (m) => { m.partners[0][member] = null; });
}
const inPartner = (name, change) => inMap(`a partner with ${name}`, (m) => change(m.partners[0]));
inPartner('an unknown kind', (p) => { p.kind = 'church'; });
inPartner('a name of 101 characters', (p) => { p.name = 'x'.repeat(101); });
inPartner('a name in two lines', (p) => { p.name = 'x\ny'; });
inPartner('a name that ends with a space', (p) => { p.name = 'x '; });
inPartner('a name with a tab', (p) => { p.name = 'x\ty'; });
inPartner('a contact of 301 characters', (p) => { p.contact = 'x'.repeat(301); });
inPartner('a contact that begins with a line feed', (p) => { p.contact = '\nx'; });
inPartner('a contact with a carriage return', (p) => { p.contact = 'x\r\ny'; });
inPartner('municipalities out of order', (p) => { p.municipalities = ['GM0246', 'GM0200']; });
inPartner('a municipality twice', (p) => { p.municipalities = ['GM0200', 'GM0200']; });
inPartner('a municipality by name', (p) => { p.municipalities = ['Heerde']; });
inPartner('501 municipalities', (p) => { p.municipalities = Array.from({ length: 501 }, (_, i) => `GM${String(i).padStart(4, '0')}`); });
inPartner('521 weeks', (p) => { p.weeksWaiting = 521; });
inPartner('half a week', (p) => { p.weeksWaiting = 0.5; });
inPartner('a day that is none', (p) => { p.checkedOn = '2026-02-29'; });
valid('a social map with nobody on it', 'social-map', { ...map1, partners: [] });
const inPages = broken('page-list');
inPages('number 0', (l) => { l.number = 0; });
inPages('number 2^31', (l) => { l.number = 2 ** 31; });
inPages('issued on a day that is none', (l) => { l.issuedOn = '2026-02-29'; });
inPages('no file at all', (l) => { l.files = []; });
inPages('no page of the phone', (l) => { l.files.shift(); });
inPages('files out of order', (l) => { l.files.push(l.files.splice(1, 1)[0]); });
inPages('a file twice', (l) => { l.files.splice(2, 0, l.files[2]); });
inPages('1001 files', (l) => {
  l.files = ['/', ...Array.from({ length: 1000 }, (_, i) => `/assets/p${String(i).padStart(4, '0')}.js`)].map((path) => ({ ...l.files[0], path }));
});
inPages('longer than 128 KiB', (l) => { l.aa = 'x'.repeat(128 * 1024); });
for (const path of ['', 'assets/x.js', '//x.js', '/assets', '/assets/', '/assets/x', '/assets/.js', '/assets/a..js', '/assets/../x.js', '/assets/a/b.js', '/assets/%2e.js', '/team/', '/v1/x', `/assets/${'x'.repeat(120)}.js`]) {
  inPages(`a file at ${path.slice(0, 20)}`, (l) => { l.files.splice(1, l.files.length, { ...l.files[1], path }); });
}
for (const member of Object.keys(pages1.files[0])) {
  inPages(`a file without ${member}`, (l) => { delete l.files[0][member]; });
  for (const wrong of [{}, null, -1, 'x']) inPages(`${member} of a file is ${JSON.stringify(wrong)}`, (l) => { l.files[0][member] = wrong; });
}
inPages('a digest of 31 bytes', (l) => { l.files[0].digest = base64url(Buffer.alloc(31)); });
valid('a page list of one page', 'page-list', { ...pages1, files: pages1.files.slice(0, 1) });

// ---- chains
const release2 = next(release1, { validUntil: '2026-12-15T00:00:00Z' });
const release3 = next(release2, { validUntil: '2026-12-31T00:00:00Z' });
const release2b = next(release1, { validUntil: '2026-12-16T00:00:00Z' });
const R = {};
for (const [name, payload] of Object.entries({ r1: release1, r2: release2, r3: release3, r2b: release2b })) {
  R[name] = envelope('release', payload);
}
R.wrongPrevious = envelope('release', next(release2b));
R.stranger = envelope('release', release2, { key: 'stranger' });
R.expired2 = envelope('release', next(release1, { validUntil: '2026-11-05T00:00:00Z' }));
R.afterExpired2 = envelope('release', next(next(release1, { validUntil: '2026-11-05T00:00:00Z' })));
R.malformed = '{}';
// The operator's key is rolled: release 2 announces it, and from release 3 on it signs.
const rolling2 = next(release1, { nextOperatorKey: keys['next operator'].publicKey });
const keyStays = ({ nextOperatorKey, ...payload }) => payload;
const rolled3 = keyStays(next(rolling2));
const rolling3 = { ...rolled3, nextOperatorKey: keys.stranger.publicKey };
const NEXT = { key: 'next operator' };
R.rolling2 = envelope('release', rolling2);
R.rolled3 = envelope('release', rolled3, NEXT);
R.rolled4 = envelope('release', next(rolled3), NEXT);
R.rolled3byOld = envelope('release', rolled3);
R.rolled4byOld = envelope('release', next(rolled3));
R.rollingByNext2 = envelope('release', rolling2, NEXT);
R.rolling3again = envelope('release', rolling3, NEXT);
R.rolled4again = envelope('release', keyStays(next(rolling3)), { key: 'stranger' });
R.announcedByStranger = envelope('release', rolling2, { key: 'stranger' });
const NOW = '2026-11-21T12:00:00Z';
const chains = [
  ['first visit', null, ['r1'], NOW, 1],
  ['first visit in the middle of the chain', null, ['r3'], NOW, 3],
  ['first visit with a whole chain', null, ['r1', 'r2', 'r3'], NOW, 3],
  ['first visit and nothing there', null, [], NOW, 'missing'],
  ['first visit, expired', null, ['r1'], '2026-12-01T00:00:00Z', 'expired'],
  ['first visit, by a stranger', null, ['stranger'], NOW, 'bad-signature'],
  ['first visit, malformed', null, ['malformed'], NOW, 'malformed'],
  ['a second before it expires', null, ['r1'], '2026-11-30T23:59:59Z', 1],
  ['nothing new', 'r2', [], NOW, 2],
  ['the same once more', 'r2', ['r2'], NOW, 2],
  ['one further', 'r1', ['r2'], NOW, 2],
  ['two further', 'r1', ['r2', 'r3'], NOW, 3],
  ['from the one it holds on', 'r1', ['r1', 'r2', 'r3'], NOW, 3],
  ['a repeated link', 'r1', ['r2', 'r2', 'r3'], NOW, 3],
  ['a lower number', 'r2', ['r1'], NOW, 'lower-number'],
  ['a lower number in front', 'r2', ['r1', 'r2', 'r3'], NOW, 'lower-number'],
  ['a lower number behind', 'r1', ['r2', 'r1'], NOW, 'lower-number'],
  ['the same number with another content', 'r2', ['r2b'], NOW, 'changed-content'],
  ['two contents in one answer', null, ['r2', 'r2b'], NOW, 'changed-content'],
  ['a gap', 'r1', ['r3'], NOW, 'gap'],
  ['a gap inside', null, ['r1', 'r3'], NOW, 'gap'],
  ['another chain', 'r2', ['wrongPrevious'], NOW, 'wrong-previous'],
  ['another chain inside', 'r1', ['r2', 'wrongPrevious'], NOW, 'wrong-previous'],
  ['by a stranger', 'r1', ['stranger'], NOW, 'bad-signature'],
  ['a stranger behind a good one', 'r1', ['r2', 'stranger'], NOW, 'bad-signature'],
  ['malformed', 'r1', ['malformed'], NOW, 'malformed'],
  ['malformed behind a good one', 'r1', ['r2', 'malformed'], NOW, 'malformed'],
  ['held and expired, nothing new', 'r1', [], '2026-12-01T00:00:00Z', 'expired'],
  ['held and expired, renewed', 'r1', ['r2'], '2026-12-01T00:00:00Z', 2],
  ['through an expired link', 'r1', ['expired2', 'afterExpired2'], NOW, 3],
  ['ends in an expired link', 'r1', ['expired2'], NOW, 'expired'],
  ['a key is announced', 'r1', ['rolling2'], NOW, 2],
  ['from an announced key on', 'rolling2', ['rolled3'], NOW, 3, 'operator', 'next operator'],
  ['over a key that is announced', 'r1', ['rolling2', 'rolled3', 'rolled4'], NOW, 4, 'operator', 'next operator'],
  ['first visit, over a key that is announced', null, ['rolling2', 'rolled3'], NOW, 3, 'operator', 'next operator'],
  ['first visit with the new key', null, ['rolled3', 'rolled4'], NOW, 4, 'next operator'],
  ['on under the new key', 'rolled3', ['rolled4'], NOW, 4, 'next operator'],
  ['the same under the new key once more', 'rolled3', ['rolled3'], NOW, 3, 'next operator'],
  ['over two keys', 'r1', ['rolling2', 'rolling3again', 'rolled4again'], NOW, 4, 'operator', 'stranger'],
  ['first visit with the old key to what the new one signed', null, ['rolled3'], NOW, 'bad-signature'],
  ['first visit with the new key to what the old one signed', null, ['rolling2', 'rolled3'], NOW, 'bad-signature', 'next operator'],
  ['the old key after the new one was announced', 'rolling2', ['rolled3byOld'], NOW, 'bad-signature'],
  ['the old key after the new one has signed', 'rolled3', ['rolled4byOld'], NOW, 'bad-signature', 'next operator'],
  ['the new key before its time', 'r1', ['rollingByNext2'], NOW, 'bad-signature'],
  ['a key that a stranger announces', 'r1', ['announcedByStranger'], NOW, 'bad-signature'],
  ['from before the roll', 'rolled3', ['rolling2'], NOW, 'bad-signature', 'next operator'],
].map(([name, held, fetched, now, expect, signer = 'operator', newSigner = signer]) => ({
  name,
  held,
  signer: keys[signer].publicKey,
  fetched,
  now,
  expect,
  ...(typeof expect === 'number' ? { newSigner: keys[newSigner].publicKey } : {}),
}));

// ---- statuses
const status = (more, options) => envelope('status', { ...status1, ...more }, options);
const lost = id('dev', 'lost');
const found = id('dev', 'found');
const S = {
  s1: status({}),
  s2: status({ number: 2, revokedDevices: [lost, found] }),
  s2b: status({ number: 2, weeksWaiting: 9 }),
  s3: status({ number: 3, revokedDevices: [found] }),
  s9: status({ number: 9, validUntil: '2026-11-20T00:00:00Z' }),
  west: status({ programme: WEST, revokedDevices: [] }, { key: 'west' }),
  westByEast: status({ programme: WEST }),
  unknown: status({ programme: id('prg', 'nowhere') }),
  malformed: '{}',
};
const statuses = [
  ['first', [['s1', 'accepted']], NOW, [EAST], [lost]],
  ['the same again', [['s1', 'accepted'], ['s1', 'accepted']], NOW, [EAST], [lost]],
  ['a higher number', [['s1', 'accepted'], ['s2', 'accepted']], NOW, [EAST], [lost, found]],
  ['numbers may be left out', [['s1', 'accepted'], ['s3', 'accepted']], NOW, [EAST], [found]],
  ['a lower number', [['s2', 'accepted'], ['s1', 'lower-number']], NOW, [EAST], [lost, found]],
  ['the same number with another content', [['s2', 'accepted'], ['s2b', 'changed-content']], NOW, [EAST], [lost, found]],
  ['two programmes', [['s1', 'accepted'], ['west', 'accepted']], NOW, [EAST, WEST], [lost]],
  ['one programme signing for another', [['westByEast', 'bad-signature']], NOW, [], []],
  ['a programme that the release lacks', [['unknown', 'unknown-programme']], NOW, [], []],
  ['malformed', [['malformed', 'malformed']], NOW, [], []],
  ['expired from the start: unknown, but revokes', [['s9', 'accepted']], NOW, [], [lost]],
  ['expired while held: unknown, but revokes', [['s1', 'accepted']], '2026-11-28T12:00:00Z', [], [lost]],
  ['a second before it expires', [['s1', 'accepted']], '2026-11-28T11:59:59Z', [EAST], [lost]],
  ['an expired one still bars lower numbers', [['s9', 'accepted'], ['s2', 'lower-number']], NOW, [], [lost]],
].map(([name, steps, now, current, revoked]) => ({
  name,
  steps: steps.map(([text, expect]) => ({ status: text, expect })),
  now,
  current: current.toSorted(),
  revoked: [lost, found].map((device) => ({ programme: EAST, device, expect: revoked.includes(device) })),
}));

// ---- credentials
const credential = (more, options) => envelope('credential', { ...credential1, ...more }, options);
const C = {
  good: credential({}),
  stranger: credential({}, { key: 'stranger' }),
  west: credential({ programme: WEST }, { key: 'west' }),
  westByEast: credential({ programme: WEST }),
  sixtyDays: credential({ notBefore: '2026-11-01T00:00:00Z', notAfter: '2026-12-31T00:00:00Z' }),
  oneSecondMore: credential({ notAfter: '2026-12-31T00:00:01Z' }),
  years: credential({ notAfter: '2030-01-01T00:00:00Z' }),
  revoked: credential({ device: lost }),
  asStatus: status({}),
  malformed: 'anna',
};
const leaf = keys.device.publicKey;
const credentials = [
  ['good', 'good', EAST, NOW, leaf, 'trusted'],
  ['sixty days', 'sixtyDays', EAST, NOW, leaf, 'trusted'],
  ['at its first moment', 'good', EAST, '2026-11-01T00:00:00Z', leaf, 'trusted'],
  ['at its last second', 'good', EAST, '2026-12-30T23:59:59Z', leaf, 'trusted'],
  ['a programme that is suspended', 'west', WEST, NOW, leaf, 'trusted'],
  ['no document', 'malformed', EAST, NOW, leaf, 'malformed'],
  ['another document of the programme', 'asStatus', EAST, NOW, leaf, 'malformed'],
  ['of another programme than chosen', 'good', WEST, NOW, leaf, 'wrong-programme'],
  ['of a programme that the release lacks', 'good', id('prg', 'nowhere'), NOW, leaf, 'wrong-programme'],
  ['by a stranger', 'stranger', EAST, NOW, leaf, 'bad-signature'],
  ['by another programme', 'westByEast', WEST, NOW, leaf, 'bad-signature'],
  ['a second more than sixty days', 'oneSecondMore', EAST, NOW, leaf, 'too-long'],
  ['years', 'years', EAST, NOW, leaf, 'too-long'],
  ['too long and not yet valid', 'years', EAST, '2026-10-01T00:00:00Z', leaf, 'too-long'],
  ['a second early', 'good', EAST, '2026-10-31T23:59:59Z', leaf, 'not-yet-valid'],
  ['expired', 'good', EAST, '2026-12-31T00:00:00Z', leaf, 'expired'],
  ['expired and revoked', 'revoked', EAST, '2026-12-31T00:00:00Z', leaf, 'expired'],
  ['revoked', 'revoked', EAST, NOW, leaf, 'revoked'],
  ['revoked by a status that has expired', 'revoked', EAST, '2026-12-15T00:00:00Z', leaf, 'revoked'],
  ['revoked, with another key', 'revoked', EAST, NOW, keys['other device'].publicKey, 'revoked'],
  ['with the key of another leaf', 'good', EAST, NOW, keys['other device'].publicKey, 'wrong-signature-key'],
  ['with half of a key', 'good', EAST, NOW, leaf.slice(0, 22).replace(/.$/, 'A'), 'wrong-signature-key'],
].map(([name, identity, chosen, now, leafSignatureKey, expect]) => ({ name, identity, chosen, now, leafSignatureKey, expect }));

const publicKeys = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, key.publicKey]));
const row = (entries) => entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
const table = (object) => Object.entries(object).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n');
writeFileSync(
  new URL('directory.json', import.meta.url),
  `{
  "warning": "The keys are made from words in generate-directory.mjs: for tests only.",
  "publicKeys": {\n${table(publicKeys)}\n  },
  "documents": [\n${row(documents)}\n  ],
  "releases": {\n${table(R)}\n  },
  "chains": [\n${row(chains)}\n  ],
  "statusEnvelopes": {\n${table(S)}\n  },
  "statuses": [\n${row(statuses)}\n  ],
  "credentialEnvelopes": {\n${table(C)}\n  },
  "credentials": [\n${row(credentials)}\n  ]
}\n`,
);
console.log(`${documents.length} documents, ${chains.length} chains, ${statuses.length} statuses, ${credentials.length} credentials`);
