// Writes card-labels.json: labels of cards (admission.md, ADM-41 to ADM-43) with HPKE written down from RFC 9180 over Node's own crypto,
// sharing no code with the TypeScript that seals and opens them, nor with the Java test that opens them. Run: node generate-card-labels.mjs
import { createCipheriv, createHash, createHmac, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const programmes = JSON.parse(readFileSync(new URL('identifiers.json', import.meta.url), 'utf8'))
  .valid.filter(({ brand }) => brand === 'prg')
  .slice(2);

const concat = (...parts) => Buffer.concat(parts);
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const drawn = (text, length) => Buffer.from(hkdfSync('sha256', 'opstap card label vectors', '', text, length));
const u16 = (number) => Buffer.from([number >>> 8, number & 0xff]);
const hmac = (key, message) => createHmac('sha256', key).update(message).digest();

function aes256gcm(key, nonce, plaintext, associated) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
  return concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

/** A key of RFC 8410 from its 32 bytes: of X25519 (`6e`) or Ed25519 (`70`). */
const secretKey = (kind, bytes) =>
  createPrivateKey({
    key: concat(Buffer.from(`302e020100300506032b65${kind}04220420`, 'hex'), bytes),
    format: 'der',
    type: 'pkcs8',
  });
const publicBytes = (key) => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);

/** RFC 9180 section 4: LabeledExtract and LabeledExpand of one suite; no output is longer than one hash. */
const labelled = (suite) => ({
  extract: (salt, label, material) => hmac(salt, concat(Buffer.from('HPKE-v1'), suite, Buffer.from(label), material)),
  expand: (key, label, info, length) => {
    const labelledInfo = concat(u16(length), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info);
    return hmac(key, concat(labelledInfo, Buffer.from([1]))).subarray(0, length);
  },
});
const none = Buffer.alloc(0);

/** SealBase of RFC 9180 with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM: the encapsulated key and the ciphertext. */
function sealBase(recipient, info, ephemeral, plaintext) {
  const [enc, recipientBytes] = [publicBytes(ephemeral), publicBytes(recipient)];
  const kem = labelled(concat(Buffer.from('KEM'), u16(0x0020)));
  const shared = diffieHellman({ privateKey: ephemeral, publicKey: createPublicKey(recipient) });
  const secretOfKem = kem.expand(kem.extract(none, 'eae_prk', shared), 'shared_secret', concat(enc, recipientBytes), 32);
  const schedule = labelled(concat(Buffer.from('HPKE'), u16(0x0020), u16(0x0001), u16(0x0002)));
  const context = concat(
    Buffer.from([0]),
    schedule.extract(none, 'psk_id_hash', none),
    schedule.extract(none, 'info_hash', info),
  );
  const secret = schedule.extract(secretOfKem, 'secret', none);
  const nonce = schedule.expand(secret, 'base_nonce', context, 12);
  return concat(enc, aes256gcm(schedule.expand(secret, 'key', context, 32), nonce, plaintext, none));
}

function padded(label) {
  const text = Buffer.from(label);
  return concat(Buffer.from([text.length]), text, Buffer.alloc(255 - text.length));
}

/** A label with everything that was drawn for it; `change` may spoil a part before what seals it. */
function labelOf(name, label, programme, change = {}) {
  const draw = (what, length = 32) => drawn(`${name}: ${what}`, length);
  const [programmeSeed, deviceSeed, contentKey] = [draw('programme'), draw('device'), draw('content key')];
  const context = concat(Buffer.from('opstap card label v1\0'), Buffer.from(programme.bytes, 'hex'));
  // The scalar of an Ed25519 key (RFC 8032 section 5.1.5); X25519 sets and clears the same bits.
  const agreement = secretKey('6e', createHash('sha512').update(programmeSeed).digest().subarray(0, 32));
  const deviceKey = Buffer.from(hkdfSync('sha256', deviceSeed, '', context, 32));
  const seal = (key, what, plaintext, associated = none) => {
    const nonce = draw(`nonce of ${what}`, 12);
    return concat(nonce, aes256gcm(key, nonce, plaintext, associated));
  };
  const ephemeral = secretKey('6e', draw('ephemeral'));
  const wrapped = concat(
    seal(deviceKey, 'the device', contentKey),
    sealBase(agreement, change.context ?? context, ephemeral, contentKey),
  );
  const sealed = concat(wrapped, seal(contentKey, 'the text', change.padded ?? padded(label), change.wrapped ?? wrapped));
  return {
    name,
    programme: programme.text,
    programmeSeed,
    programmeKey: publicBytes(secretKey('70', programmeSeed)),
    agreementKey: publicBytes(agreement),
    deviceSeed,
    deviceKey,
    otherSeed: draw('another device'),
    contentKey,
    label,
    sealed,
  };
}

const [one, two] = programmes;
const labels = [
  labelOf('a place and a day', 'Zuid, zaterdag', one),
  labelOf('nothing', '', one),
  labelOf('80 letters of two bytes', 'ș'.repeat(80), two),
];

const changedAt = (bytes, at) => {
  const changed = Buffer.from(bytes);
  changed[at] ^= 1;
  return changed;
};
const [first] = labels;
const spoilt = (name, sealed) => ({ ...first, name, sealed });
const long = padded(first.label);
long[255] = 1;
const torn = Buffer.alloc(256);
torn.set([2, 0xc8, 0x28]);
const refused = [
  spoilt('no bytes', none),
  spoilt('a byte too few', first.sealed.subarray(0, -1)),
  spoilt('a byte too many', concat(first.sealed, Buffer.from([0]))),
  spoilt('zeros', Buffer.alloc(first.sealed.length)),
  // Both wrapped keys are bound to the text: for neither reader is one of them good without the other.
  ...[0, 59, 60, 91, 92, 139, 140, 152, first.sealed.length - 1].map((at) =>
    spoilt(`another bit in byte ${at}`, changedAt(first.sealed, at)),
  ),
  spoilt('the wrapped keys of another label', concat(labels[1].sealed.subarray(0, 140), first.sealed.subarray(140))),
  labelOf('text that is bound to nothing', 'Zuid', one, { wrapped: none }),
  labelOf('padding that is not zero', 'Zuid', one, { padded: long }),
  labelOf('padding to another length', 'Zuid', one, { padded: padded('Zuid').subarray(0, 128) }),
  labelOf('text that is no UTF-8', 'Zuid', one, { padded: torn }),
];

const encoded = (vector) =>
  Object.fromEntries(Object.entries(vector).map(([name, value]) => [name, typeof value === 'string' ? value : base64url(value)]));
const file = { labels: labels.map(encoded), refused: refused.map(encoded) };
writeFileSync(new URL('card-labels.json', import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
console.log(`${labels.length} labels, ${refused.length} refused`);
