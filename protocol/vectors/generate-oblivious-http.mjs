// Writes oblivious-http.json: RFC 9458 over the HPKE library that the TypeScript client has, and Node's own crypto, sharing no code with
// either client or server. Run: node generate-oblivious-http.mjs (after npm ci in ../typescript)
import { createCipheriv, createHash, hkdfSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { Aes128Gcm, CipherSuite, HkdfSha256 } = library('@hpke/core');
const { DhkemX25519HkdfSha256 } = library('@hpke/dhkem-x25519');
const { XWing } = library('@hpke/hybridkem-x-wing');

function library(name) {
  return createRequire(new URL('../typescript/package.json', import.meta.url))(name);
}

const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const seeded = (text, length) => Buffer.from(hkdfSync('sha256', 'opstap oblivious HTTP vectors', '', text, length));
const u16 = (number) => Buffer.from([number >>> 8, number & 0xff]);
const arrayBuffer = (bytes) => Uint8Array.from(bytes).buffer;

/** Of variable length (RFC 9000 section 16), up to 16383. */
const integer = (value) => Buffer.from(value < 64 ? [value] : [0x40 | (value >>> 8), value & 0xff]);
const text = (value) => Buffer.concat([integer(Buffer.byteLength(value)), Buffer.from(value)]);
const section = (fields) => {
  const lines = Buffer.concat(fields.flat().map(text));
  return Buffer.concat([integer(lines.length), lines]);
};
const padded = (message, length) => Buffer.concat([message, Buffer.alloc(length - message.length)]);

const request = (method, path, fields, content) =>
  Buffer.concat([Buffer.from([0]), ...[method, 'https', 'phone.example', path].map(text), section(fields), text(content)]);
const response = (status, fields, content) =>
  Buffer.concat([Buffer.from([1]), integer(status), section(fields), text(content)]);

const json = ['content-type', 'application/json'];
const exchanges = [
  {
    name: 'X25519',
    kem: 0x0020,
    keyId: 1,
    request: request('GET', '/v1/conversations?x=%20', [['accept', 'application/json']], ''),
    response: response(200, [json], '{"conversations":[]}'),
  },
  {
    name: 'X-Wing',
    kem: 0x647a,
    keyId: 2,
    request: request('POST', '/v1/pseudonyms', [json], '{"publicKey":"x"}'),
    response: response(201, [json], '{"pseudonym":"psn_x"}'),
  },
  {
    name: 'X-Wing, padded both ways',
    kem: 0x647a,
    keyId: 255,
    request: padded(request('PUT', '/v1/x', [], '{}'), 4096),
    response: padded(response(204, [], ''), 1024),
  },
];

const vectors = [];
for (const exchange of exchanges) vectors.push(await vectorOf(exchange));

async function vectorOf({ name, kem: number, keyId, ...messages }) {
  const suite = new CipherSuite({
    kem: number === 0x0020 ? new DhkemX25519HkdfSha256() : new XWing(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const secretKey = seeded(`${name}: the gateway's key`, 32);
  const publicKey = await publicKeyOf(suite, number, secretKey);
  const configuration = Buffer.concat([
    Buffer.from([keyId]), u16(number), publicKey, u16(8), ...[1, 1, 1, 3].map(u16),
  ]);
  const ephemeral = seeded(`${name}: what the client draws`, number === 0x0020 ? 32 : 64);
  const header = Buffer.concat([Buffer.from([keyId]), u16(number), u16(1), u16(1)]);
  const context = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(arrayBuffer(publicKey)),
    info: arrayBuffer(Buffer.concat([Buffer.from('message/bhttp request\0'), header])),
    ekm: await drawn(suite, number, ephemeral),
  });
  const ciphertext = Buffer.from(await context.seal(arrayBuffer(messages.request)));
  const enc = Buffer.from(context.enc);
  const secret = Buffer.from(await context.export(arrayBuffer(Buffer.from('message/bhttp response')), 16));
  const responseNonce = seeded(`${name}: the nonce of the response`, 16);
  return {
    name,
    secretKey,
    configuration,
    digest: createHash('sha256').update(configuration).digest(),
    ephemeral,
    request: messages.request,
    encapsulatedRequest: Buffer.concat([header, enc, ciphertext]),
    responseNonce,
    response: messages.response,
    encapsulatedResponse: sealedResponse(enc, secret, responseNonce, messages.response),
  };
}

/** X25519's is a key pair, X-Wing's the bytes that it draws. */
async function drawn(suite, number, ephemeral) {
  if (number !== 0x0020) return arrayBuffer(ephemeral);
  return {
    privateKey: await suite.kem.deserializePrivateKey(arrayBuffer(ephemeral)),
    publicKey: await suite.kem.deserializePublicKey(arrayBuffer(await publicKeyOf(suite, number, ephemeral))),
  };
}

async function publicKeyOf(suite, number, secret) {
  if (number !== 0x0020) {
    const { publicKey } = await new XWing().generateKeyPairDerand(Uint8Array.from(secret));
    return Buffer.from(await suite.kem.serializePublicKey(publicKey));
  }
  const { createPrivateKey, createPublicKey } = await import('node:crypto');
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]);
  const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}

/** RFC 9458 section 4.4. */
function sealedResponse(enc, secret, nonce, message) {
  const derive = (info, length) => Buffer.from(hkdfSync('sha256', secret, Buffer.concat([enc, nonce]), info, length));
  const cipher = createCipheriv('aes-128-gcm', derive('key', 16), derive('nonce', 12));
  return Buffer.concat([nonce, cipher.update(message), cipher.final(), cipher.getAuthTag()]);
}

const changedAt = (bytes, at) => {
  const changed = Buffer.from(bytes);
  changed[at < 0 ? bytes.length + at : at] ^= 1;
  return changed;
};
const [first, second] = vectors;
const unopened = [
  ['another nonce', changedAt(first.encapsulatedResponse, 0)],
  ['another byte', changedAt(first.encapsulatedResponse, 20)],
  ['another tag', changedAt(first.encapsulatedResponse, -1)],
  ['cut off', first.encapsulatedResponse.subarray(0, -1)],
  ['shorter than a nonce and a tag', first.encapsulatedResponse.subarray(0, 31)],
  ['nothing', Buffer.alloc(0)],
  ['the answer to another request', second.encapsulatedResponse],
];

const withLength = (configuration) => Buffer.concat([u16(configuration.length), configuration]);
const good = withLength(first.configuration);
const bare = Buffer.concat([Buffer.from([9]), u16(0x0020), Buffer.alloc(32, 1)]);
const refusedConfigurations = [
  ['nothing', Buffer.alloc(0)],
  ['a byte too many', Buffer.concat([good, Buffer.from([0])])],
  ['a configuration that is cut off', good.subarray(0, -1)],
  ['a byte too many in a configuration', withLength(Buffer.concat([first.configuration, Buffer.from([0])]))],
  ['no algorithms', withLength(Buffer.concat([bare, u16(0)]))],
  ['half an algorithm', withLength(Buffer.concat([bare, u16(2), u16(1)]))],
  ['65 algorithms', withLength(Buffer.concat([bare, u16(260), Buffer.alloc(260, 1)]))],
  ['an empty configuration', u16(0)],
  ['a good one before a bad one', Buffer.concat([good, withLength(Buffer.concat([bare, u16(0)]))])],
];

const refusedResponses = [
  ['nothing', ''],
  ['the indicator of a request', '0040c8'],
  ['an indicator of nothing', '0440c8'],
  ['no final status', '014066'],
  ['a status of 99', '014063'],
  ['a status of 600', '014258'],
  ['a status beyond all numbers', '01ffffffffffffffff'],
  ['nine informational responses', `01${'406700'.repeat(9)}40cc`],
  ['65 fields', `0140c8${'4104'}${'01610162'.repeat(65)}`],
  ['a name in capitals', '0140c80401410162'],
  ['an empty name', '0140c803000162'],
  ['a line feed in a value', '0140c8040161010a'],
  ['a blank at the end of a value', '0140c8050161026220'],
  ['a field of the connection', `0140c80c${Buffer.from('\x07upgrade\x03h2c', 'latin1').toString('hex')}`],
  ['a pseudo-field', '0140c80b073a737461747573023230'],
  ['a pseudo-field in its trailers', '0140c800000b073a737461747573023230'],
  ['another length than its content', '0140c8110e636f6e74656e742d6c656e677468013203616263'],
  ['a field over the end of its section', '0140c80301610562'],
  ['a length of exbibytes', '0140c800ffffffffffffffff61'],
  ['padding that is not zero', '0140cc00000001'],
  ['chunks without their end', '0340c8000161'],
].map(([name, hex]) => [name, Buffer.from(hex, 'hex')]);

const named = (list) => list.map(([name, bytes]) => ({ name, bytes: base64url(bytes) }));
const encoded = (vector) =>
  Object.fromEntries(Object.entries(vector).map(([name, value]) => [name, typeof value === 'string' ? value : base64url(value)]));
const file = {
  exchanges: vectors.map(encoded),
  unopenedResponses: named(unopened),
  refusedConfigurations: named(refusedConfigurations),
  refusedResponses: named(refusedResponses),
};
writeFileSync(new URL('oblivious-http.json', import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
