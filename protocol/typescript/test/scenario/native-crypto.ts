import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { X25519 } from '@hpke/dhkem-x25519';
import type { CiphersuiteImpl } from 'ts-mls';
import { cipherSuite } from '../../src/mls/cipher-suite.js';

/** RFC 8410: the object identifiers. */
const curve = { ed25519: '2b6570', x25519: '2b656e' };
const tagLength = 16;

/**
 * Has Node's own code do what phones do in JavaScript or with WebCrypto, a thread for each call: many seeds are about who reads what,
 * and not about this. The bytes are the same. What phones do is run by the
 * demos, and by the seed that is among the unit tests.
 */
export async function useNativeCrypto(): Promise<void> {
  const suite = await cipherSuite();
  Object.assign(suite.kdf, kdf);
  Object.assign(suite.hash, hash);
  Object.assign(suite.signature, signature);
  Object.assign(suite.hpke, aead);
  X25519.prototype.derive = async (secret, key) =>
    bytes(diffieHellman({ privateKey: privateKey('x25519', secret), publicKey: publicKey('x25519', key) }));
}

/** A private key from its 32 bytes, by what stands before them in PKCS #8. */
function privateKey(of: keyof typeof curve, key: Uint8Array) {
  const head = Buffer.from(`302e02010030050603${curve[of]}04220420`, 'hex');
  return createPrivateKey({ key: Buffer.concat([head, key]), format: 'der', type: 'pkcs8' });
}

/** A public key from its 32 bytes, by what stands before them in SubjectPublicKeyInfo. */
function publicKey(of: keyof typeof curve, key: Uint8Array) {
  const head = Buffer.from(`302a30050603${curve[of]}032100`, 'hex');
  return createPublicKey({ key: Buffer.concat([head, key]), format: 'der', type: 'spki' });
}

function mac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const made = createHmac('sha512', key);
  for (const part of parts) made.update(part);
  return bytes(made.digest());
}

const hash: CiphersuiteImpl['hash'] = {
  digest: async (data) => bytes(createHash('sha512').update(data).digest()),
  mac: async (key, data) => mac(key, data),
  verifyMac: async (key, tag, data) => tag.length === 64 && timingSafeEqual(mac(key, data), tag),
};

/** HKDF (RFC 5869). */
const kdf: Pick<CiphersuiteImpl['kdf'], 'extract' | 'expand'> = {
  extract: async (salt, secret) => mac(salt.length === 0 ? new Uint8Array(64) : salt, secret),
  expand: async (key, info, length) => {
    const blocks: Uint8Array[] = [];
    for (let count = 1; blocks.length * 64 < length; count += 1)
      blocks.push(mac(key, blocks.at(-1) ?? new Uint8Array(), info, Uint8Array.of(count)));
    return bytes(Buffer.concat(blocks).subarray(0, length));
  },
};

const signature: Pick<CiphersuiteImpl['signature'], 'sign' | 'verify'> = {
  sign: async (seed, message) => bytes(sign(null, message, privateKey('ed25519', seed))),
  verify: async (key, message, signed) => verify(null, message, publicKey('ed25519', key), signed),
};

/** AES-256-GCM. */
const aead: Pick<CiphersuiteImpl['hpke'], 'encryptAead' | 'decryptAead'> = {
  encryptAead: async (key, nonce, aad = new Uint8Array(), plaintext) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
    const sealed = [cipher.update(plaintext), cipher.final()];
    return bytes(Buffer.concat([...sealed, cipher.getAuthTag()]));
  },
  decryptAead: async (key, nonce, aad = new Uint8Array(), sealed) => {
    const end = sealed.length - tagLength;
    const opened = createDecipheriv('aes-256-gcm', key, nonce).setAAD(aad);
    opened.setAuthTag(sealed.subarray(end));
    return bytes(Buffer.concat([opened.update(sealed.subarray(0, end)), opened.final()]));
  },
};

/** Bytes with a buffer of their own: the library keeps parts of them and empties others. */
function bytes(buffer: Buffer): Uint8Array {
  return Uint8Array.from(buffer);
}
