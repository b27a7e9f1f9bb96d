// Writes push-capsule.json: push.md over the HPKE library that the TypeScript client has, sharing no code with either client or server.
// Run: node generate-push-capsule.mjs (after npm ci in ../typescript)
import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { Aes128Gcm, CipherSuite, HkdfSha256 } = library('@hpke/core');
const { DhkemX25519HkdfSha256 } = library('@hpke/dhkem-x25519');

function library(name) {
  return createRequire(new URL('../typescript/package.json', import.meta.url))(name);
}

const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const seeded = (text, length) => Buffer.from(hkdfSync('sha256', 'opstap push capsule vectors', '', text, length));
const arrayBuffer = (bytes) => Uint8Array.from(bytes).buffer;

const identifiers = JSON.parse(readFileSync(new URL('identifiers.json', import.meta.url), 'utf8'));
const [first, second] = identifiers.valid.filter(({ brand }) => brand === 'cnv').slice(2);
const contentLength = 622;
const kem = new DhkemX25519HkdfSha256();
const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() });

const publicKey = Buffer.concat([Buffer.from([4]), seeded('p256dh', 64)]);
const subscription = (endpoint) => ({ endpoint, p256dh: base64url(publicKey), auth: base64url(seeded('auth', 16)) });
const longest = (start) => start + 'x'.repeat(512 - start.length);
const expiresAt = 1_798_761_600;

const capsules = [
  { name: 'a browser, at once', delay: 0, subscription: subscription('https://push.example/send/a') },
  { name: 'the longest endpoint, within two minutes', delay: 2, subscription: subscription(longest('https://push.example/')) },
  { name: 'an app, within ten seconds', delay: 1, token: 'a:token-of-an-app' },
  { name: 'the longest token', delay: 0, token: longest('t') },
];

function contentOf({ delay, subscription, token, kind, expiry = expiresAt, length, rest = Buffer.alloc(0) }) {
  const address = Buffer.from(subscription?.endpoint ?? token, 'latin1');
  const content = Buffer.alloc(contentLength);
  content.writeBigUInt64BE(BigInt(expiry), 0);
  content[8] = delay;
  content[9] = kind ?? (subscription === undefined ? 2 : 1);
  content.writeUInt16BE(length ?? address.length, 10);
  const keys = subscription === undefined ? [] : [subscription.p256dh, subscription.auth].map((each) => Buffer.from(each, 'base64url'));
  Buffer.concat([address, ...keys, rest]).copy(content, 12);
  return content;
}

async function sealed(name, keyId, conversation, content) {
  const secretKey = seeded(`${name}: secret key`, 32);
  const recipient = await pairOf(secretKey);
  const ephemeral = seeded(`${name}: ephemeral`, 32);
  const header = Buffer.from([1, keyId]);
  const context = await suite.createSenderContext({
    recipientPublicKey: recipient.publicKey,
    info: arrayBuffer(Buffer.concat([Buffer.from('opstap push capsule\0'), header])),
    ekm: await pairOf(ephemeral),
  });
  const associatedData = Buffer.from(conversation.bytes, 'hex');
  const ciphertext = await context.seal(arrayBuffer(content), arrayBuffer(associatedData));
  return {
    secretKey: base64url(secretKey),
    keyId,
    publicKey: base64url(await kem.serializePublicKey(recipient.publicKey)),
    ephemeral: base64url(ephemeral),
    conversation: conversation.text,
    capsule: base64url(Buffer.concat([header, Buffer.from(context.enc), Buffer.from(ciphertext)])),
  };
}

async function pairOf(secret) {
  return {
    privateKey: await kem.deserializePrivateKey(arrayBuffer(secret)),
    publicKey: await kem.deserializePublicKey(arrayBuffer(publicOf(secret))),
  };
}

function publicOf(secret) {
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]),
    format: 'der',
    type: 'pkcs8',
  });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

const opened = [];
for (const [index, capsule] of capsules.entries()) {
  const made = await sealed(capsule.name, [0, 7, 130, 255][index], first, contentOf(capsule));
  const { name, delay, subscription = null, token = null } = capsule;
  opened.push({ name, ...made, expiresAt, delay, subscription, token, content: base64url(contentOf(capsule)) });
}

const app = { delay: 0, token: 'a:token-of-an-app' };
const browser = { delay: 0, subscription: subscription('https://push.example/send/a') };
const compressed = { ...browser.subscription, p256dh: base64url(Buffer.concat([Buffer.from([2]), seeded('p256dh', 64)])) };
const malformed = {
  'a fourth delay': contentOf({ ...app, delay: 3 }),
  'no kind': contentOf({ ...app, kind: 0 }),
  'a third kind': contentOf({ ...app, kind: 3 }),
  'no address': contentOf({ ...app, token: '' }),
  'an address of one character more than the longest': contentOf({ ...app, token: `${longest('t')}x` }),
  'an address beyond the end': contentOf({ ...app, length: 65_535 }),
  'a blank in the address': contentOf({ ...app, token: 'a token' }),
  'a letter beyond ASCII': contentOf({ ...app, token: 'tok\u00e9n' }),
  'an endpoint without TLS': contentOf({ ...browser, subscription: subscription('http://push.example/send/a') }),
  'a compressed key': contentOf({ ...browser, subscription: compressed }),
  'something behind it': contentOf({ ...app, rest: Buffer.from([1]) }),
};
const refused = [];
for (const [name, content] of Object.entries(malformed)) refused.push({ name, ...(await sealed(name, 1, first, content)) });

const right = await sealed('right', 1, first, contentOf(app));
const bytes = Buffer.from(right.capsule, 'base64url');
const changed = (at) => base64url(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
refused.push({ name: 'another conversation', ...right, conversation: second.text });
refused.push({ name: 'another key id', ...right, capsule: changed(1) });
refused.push({ name: 'another encapsulated key', ...right, capsule: changed(2) });
refused.push({ name: 'another ciphertext', ...right, capsule: changed(34) });
refused.push({ name: 'another tag', ...right, capsule: changed(671) });
refused.push({ name: 'another version', ...right, capsule: changed(0) });
refused.push({ name: 'a byte less', ...right, capsule: base64url(bytes.subarray(0, 671)) });
refused.push({ name: 'a byte more', ...right, capsule: base64url(Buffer.concat([bytes, Buffer.alloc(1)])) });

writeFileSync(new URL('push-capsule.json', import.meta.url), `${JSON.stringify({ capsules: opened, refused }, null, 2)}\n`);
